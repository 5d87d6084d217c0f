import { type Light, LIGHTS } from '@jixiao/domain';
import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import { type Direction, DIRECTIONS, type RankedBy, RANKED_BY } from './overview.api.js';

/** The parts of the page, the two-minute answer first. */
export const OVERVIEW_VIEWS = ['glance', 'charts', 'changes', 'missing', 'list'] as const;
export type OverviewView = (typeof OVERVIEW_VIEWS)[number];

/**
 * What the overview shows; it stands in the address, so that "back", reloading and links keep it. The list of projects keeps
 * its search and order in the same address, and shares the light.
 */
export interface OverviewFilter {
  readonly organisationId: string;
  readonly view: OverviewView;
  readonly light: Light | null;
  readonly by: RankedBy;
  readonly direction: Direction;
  /** Of the changed projects. */
  readonly page: number;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const oneOf = <T extends string>(allowed: readonly T[], value: unknown): T | null =>
  allowed.find((one) => one === value) ?? null;

export function filterOf(query: LocationQuery): OverviewFilter {
  const page = Number(text(query.page));
  return {
    organisationId: text(query.unit),
    view: oneOf(OVERVIEW_VIEWS, query.view) ?? 'glance',
    light: oneOf(LIGHTS, query.light),
    by: oneOf(RANKED_BY, query.by) ?? 'points',
    direction: oneOf(DIRECTIONS, query.direction) ?? 'worse',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The address after a change: any change but that of the page starts again on the first one. */
export function queryAfter(current: LocationQuery, change: Partial<OverviewFilter>): LocationQueryRaw {
  const filter = { ...filterOf(current), page: 1, ...change };
  return {
    ...current,
    unit: filter.organisationId || undefined,
    view: filter.view === 'glance' ? undefined : filter.view,
    light: filter.light ?? undefined,
    by: filter.by === 'points' ? undefined : filter.by,
    direction: filter.direction === 'worse' ? undefined : filter.direction,
    page: filter.page === 1 ? undefined : filter.page,
  };
}
