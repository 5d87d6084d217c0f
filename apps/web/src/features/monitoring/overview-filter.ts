import { type Light, LIGHTS } from '@jixiao/domain';
import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import { type Sort, SORTS } from './monitoring.api.js';

/** What narrows and orders the table of the overview; it stands in the address, so that "back" and links keep it. */
export interface OverviewFilter {
  readonly organisationId: string;
  readonly light: Light | null;
  readonly search: string;
  readonly sort: Sort;
  readonly page: number;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const oneOf = <T extends string>(allowed: readonly T[], value: unknown): T | null =>
  allowed.find((one) => one === value) ?? null;

export function filterOf(query: LocationQuery): OverviewFilter {
  const page = Number(text(query.page));
  return {
    organisationId: text(query.unit),
    light: oneOf(LIGHTS, query.light),
    search: text(query.search),
    sort: oneOf(SORTS, query.sort) ?? 'worst',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The address after a change: any change but that of the page starts again on the first one. */
export function queryAfter(current: LocationQuery, change: Partial<OverviewFilter>): LocationQueryRaw {
  const filter = { ...filterOf(current), page: 1, ...change };
  return {
    ...current,
    unit: filter.organisationId || undefined,
    light: filter.light ?? undefined,
    search: filter.search || undefined,
    sort: filter.sort === 'worst' ? undefined : filter.sort,
    page: filter.page === 1 ? undefined : filter.page,
  };
}
