import { type Light, LIGHTS } from '@jixiao/domain';
import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import { LIST_STATES, type ListState, type Sort, SORTS } from './monitoring.api.js';

/** What narrows and orders the list of projects; it stands in the address, so that "back" and links keep it. */
export interface ListFilter {
  readonly light: Light | null;
  readonly state: ListState | null;
  readonly search: string;
  readonly sort: Sort;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const oneOf = <T extends string>(allowed: readonly T[], value: unknown): T | null =>
  allowed.find((one) => one === value) ?? null;

export const listFilterOf = (query: LocationQuery): ListFilter => ({
  light: oneOf(LIGHTS, query.light),
  state: oneOf(LIST_STATES, query.state),
  search: text(query.search),
  sort: oneOf(SORTS, query.sort) ?? 'worst',
});

/** The address after a change of the list's own part; what else stands in it stays. */
export function listQueryAfter(current: LocationQuery, change: Partial<ListFilter>): LocationQueryRaw {
  const filter = { ...listFilterOf(current), ...change };
  return {
    ...current,
    light: filter.light ?? undefined,
    state: filter.state ?? undefined,
    search: filter.search || undefined,
    sort: filter.sort === 'worst' ? undefined : filter.sort,
  };
}
