import { FINDING_CODES, INDICATOR_TYPES } from '@jixiao/domain';
import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import {
  FORECAST_SORTS,
  LEVELS,
  LIKELIHOODS,
  type FindingCode,
  type ForecastSort,
  type IndicatorType,
  type Level,
  type Likelihood,
} from './analysis.api.js';

/** The questions of the page, in their order. */
export const VIEWS = ['forecast', 'years', 'units', 'types', 'funds', 'rush', 'patterns'] as const;
export type View = (typeof VIEWS)[number];

/** What is asked, and how its lists are narrowed and ordered; it stands in the address, so that "back" and links keep it. */
export interface AnalysisAddress {
  readonly view: View;
  readonly organisationId: string;
  readonly sort: ForecastSort;
  readonly likelihood: Likelihood | null;
  readonly level: Level;
  readonly code: FindingCode | null;
  readonly type: IndicatorType | null;
  readonly page: number;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const oneOf = <T extends string>(allowed: readonly T[], value: unknown): T | null =>
  allowed.find((one) => one === value) ?? null;

export function addressOf(query: LocationQuery): AnalysisAddress {
  const page = Number(text(query.page));
  return {
    view: oneOf(VIEWS, query.view) ?? 'forecast',
    organisationId: text(query.unit),
    sort: oneOf(FORECAST_SORTS, query.sort) ?? 'percent',
    likelihood: oneOf(LIKELIHOODS, query.likelihood),
    level: oneOf(LEVELS, query.level) ?? 'unit',
    code: oneOf(FINDING_CODES, query.code),
    type: oneOf(INDICATOR_TYPES, query.type),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The address after a change: another question starts anew, any other change but that of the page on the first page. */
export function queryAfter(current: LocationQuery, change: Partial<AnalysisAddress>): LocationQueryRaw {
  const before = addressOf(current);
  const kept = change.view === undefined ? before : { ...addressOf({}), organisationId: before.organisationId };
  const next = { ...kept, page: 1, ...change };
  return {
    ...current,
    view: next.view === 'forecast' ? undefined : next.view,
    unit: next.organisationId || undefined,
    sort: next.sort === 'percent' ? undefined : next.sort,
    likelihood: next.likelihood ?? undefined,
    level: next.level === 'unit' ? undefined : next.level,
    code: next.code ?? undefined,
    type: next.type ?? undefined,
    page: next.page === 1 ? undefined : next.page,
  };
}
