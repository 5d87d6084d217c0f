import type { Change } from './imports.api.js';

/** Left to right as a person works: what is in the way first. */
export const CHANGES: readonly Change[] = ['refused', 'changed', 'new', 'unchanged', 'missing'];

/** What the address of a preview carries beside the upload, so that a reload or a colleague sees the same. */
export interface PreviewAddress {
  readonly batch: string | null;
  readonly change: Change | null;
  readonly warned: boolean;
  readonly search: string;
  readonly page: number;
  readonly project: string | null;
}

type Query = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const pageOf = (value: unknown): number => {
  const page = Number(value);
  return Number.isInteger(page) && page > 0 ? page : 1;
};

export const addressOf = (query: Query): PreviewAddress => ({
  batch: text(query.batch) || null,
  change: CHANGES.find((change) => change === query.change) ?? null,
  warned: query.warned === 'true',
  search: text(query.search),
  page: pageOf(query.page),
  project: text(query.project) || null,
});

/** The query of an address after a change; another list begins at its first page with its first project. */
export function queryOf(address: PreviewAddress, change: Partial<PreviewAddress> = {}): Record<string, string> {
  const otherList = ['batch', 'change', 'warned', 'search'].some((key) => key in change);
  const next: PreviewAddress = {
    ...address,
    ...(otherList ? { page: 1, project: null } : {}),
    ...('batch' in change ? { change: null, warned: false, search: '' } : {}),
    ...change,
  };
  const pairs: [string, string | null][] = [
    ['batch', next.batch],
    ['change', next.change],
    ['warned', next.warned ? 'true' : null],
    ['search', next.search || null],
    ['page', next.page > 1 ? String(next.page) : null],
    ['project', next.project],
  ];
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== null));
}
