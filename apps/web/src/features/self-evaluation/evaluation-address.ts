import { EVALUATION_STATES, GRADES } from '@jixiao/domain';
import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import type { EvaluationSearch, Grade, State } from './self-evaluation.api.js';

/** The projects, what they come to by unit, and 决算. */
export const TABS = ['projects', 'units', 'accounts'] as const;
export type Tab = (typeof TABS)[number];

export const SORTS = ['score', '-score', 'name', 'budget', 'submitted'] as const;
export type Sort = (typeof SORTS)[number];

export const GRADE_CHOICES = [...GRADES, 'none'] as const;

/** How the page is narrowed and ordered; it stands in the address, so that "back", reloading and links keep it. */
export interface EvaluationAddress {
  readonly tab: Tab;
  /** Null: the newest year that is opened. */
  readonly year: number | null;
  readonly organisationId: string;
  readonly state: State | null;
  readonly grade: Grade | 'none' | null;
  readonly late: boolean;
  /** Only those with a light of their own (R39). */
  readonly alerts: boolean;
  /** Only what waits for the reader. */
  readonly mine: boolean;
  readonly q: string;
  readonly sort: Sort;
  readonly page: number;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const oneOf = <T extends string>(allowed: readonly T[], value: unknown): T | null =>
  allowed.find((one) => one === value) ?? null;
function whole(value: unknown, least: number, most: number): number | null {
  const number = Number(text(value) || Number.NaN);
  return Number.isInteger(number) && number >= least && number <= most ? number : null;
}

export const addressOf = (query: LocationQuery): EvaluationAddress => ({
  tab: oneOf(TABS, query.tab) ?? 'projects',
  year: whole(query.year, 2000, 2100),
  organisationId: text(query.unit),
  state: oneOf(EVALUATION_STATES, query.state),
  grade: oneOf(GRADE_CHOICES, query.grade),
  late: query.late === '1',
  alerts: query.alerts === '1',
  mine: query.mine === '1',
  q: text(query.q),
  sort: oneOf(SORTS, query.sort) ?? 'score',
  page: whole(query.page, 1, 1_000_000) ?? 1,
});

/** The address after a change; any but that of the page starts again on the first one. */
export function queryAfter(current: LocationQuery, change: Partial<EvaluationAddress>): LocationQueryRaw {
  const next = { ...addressOf(current), page: 1, ...change };
  const flag = (set: boolean): string | undefined => (set ? '1' : undefined);
  return {
    ...current,
    tab: next.tab === 'projects' ? undefined : next.tab,
    year: next.year ?? undefined,
    unit: next.organisationId || undefined,
    state: next.state ?? undefined,
    grade: next.grade ?? undefined,
    late: flag(next.late),
    alerts: flag(next.alerts),
    mine: flag(next.mine),
    q: next.q || undefined,
    sort: next.sort === 'score' ? undefined : next.sort,
    page: next.page === 1 ? undefined : next.page,
  };
}

/** Nothing left out. */
export const WIDE = {
  state: null,
  grade: null,
  late: false,
  alerts: false,
  mine: false,
  q: '',
} as const satisfies Partial<EvaluationAddress>;

export const isNarrowed = (address: EvaluationAddress): boolean =>
  Object.entries(WIDE).some(([key, wide]) => address[key as keyof EvaluationAddress] !== wide);

/** What the server is asked for. */
export function searchOf(address: EvaluationAddress, year: number): EvaluationSearch {
  const { organisationId, state, grade, late, alerts, mine, q, sort } = address;
  return {
    year,
    ...(organisationId ? { organisationId } : {}),
    ...(state ? { state } : {}),
    ...(grade ? { grade } : {}),
    ...(late ? { late: 'true' } : {}),
    ...(alerts ? { alerts: 'true' } : {}),
    ...(mine ? { mine: 'true' } : {}),
    ...(q ? { q } : {}),
    sort,
  };
}
