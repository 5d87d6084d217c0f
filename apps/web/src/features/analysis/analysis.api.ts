import { api, unwrap } from '../../shared/api/client.js';
import type {
  FindingPage,
  ForecastPage,
  ForecastRanking,
  FundAnalysis,
  IndicatorTypes,
  LinkedProjectPage,
  UnitComparison,
  YearComparison,
  YearEndRushes,
} from '../../shared/api/schema.gen.js';

/** The round and the part of the county that is looked at. */
export interface AnalysisScope {
  readonly year: number;
  readonly month: number;
  readonly organisationId?: string;
}

export const FORECAST_SORTS = ['percent', 'money', 'budget', 'name'] as const;
export type ForecastSort = (typeof FORECAST_SORTS)[number];
export const LIKELIHOODS = ['certain', 'possible', 'impossible'] as const;
export type Likelihood = (typeof LIKELIHOODS)[number];
export const LEVELS = ['unit', 'department'] as const;
export type Level = (typeof LEVELS)[number];

export type ForecastRow = ForecastPage['items'][number];
export type ForecastSum = ForecastRanking['total'];
export type UnitForecast = ForecastRanking['units'][number];
export type LinkedRow = LinkedProjectPage['items'][number];
export type YearsOfUnit = YearComparison['units'][number];
export type UnitRow = UnitComparison['units'][number];
export type TypeRow = IndicatorTypes['types'][number];
export type SourceRow = FundAnalysis['sources'][number];
export type LevelRow = FundAnalysis['levels'][number];
export type RushOfUnit = YearEndRushes['units'][number];
export type Rush = RushOfUnit['rushes'][number];
export type FindingRow = FindingPage['items'][number];
export type FindingCode = FindingRow['code'];
export type IndicatorType = TypeRow['type'];

export interface Paged {
  readonly page: number;
  readonly size: number;
}

export const fetchForecast = (query: AnalysisScope): Promise<ForecastRanking> =>
  unwrap(api.GET('/api/analysis/forecast', { params: { query: { ...query } } }));

export const fetchForecastPage = (
  query: AnalysisScope & Paged & { readonly sort: ForecastSort; readonly likelihood?: Likelihood },
): Promise<ForecastPage> => unwrap(api.GET('/api/analysis/forecast/projects', { params: { query: { ...query } } }));

export const fetchYears = (query: AnalysisScope): Promise<YearComparison> =>
  unwrap(api.GET('/api/analysis/years', { params: { query: { ...query } } }));

export const fetchLinked = (query: AnalysisScope & Paged): Promise<LinkedProjectPage> =>
  unwrap(api.GET('/api/analysis/years/projects', { params: { query: { ...query } } }));

export const fetchUnits = (query: AnalysisScope & { readonly level: Level }): Promise<UnitComparison> =>
  unwrap(api.GET('/api/analysis/units', { params: { query: { ...query } } }));

export const fetchTypes = (query: AnalysisScope): Promise<IndicatorTypes> =>
  unwrap(api.GET('/api/analysis/indicators', { params: { query: { ...query } } }));

export const fetchFunds = (query: AnalysisScope): Promise<FundAnalysis> =>
  unwrap(api.GET('/api/analysis/funds', { params: { query: { ...query } } }));

export const fetchRush = (query: AnalysisScope): Promise<YearEndRushes> =>
  unwrap(api.GET('/api/analysis/rush', { params: { query: { ...query } } }));

export const fetchFindings = (
  query: AnalysisScope & Paged & { readonly code?: FindingCode; readonly type?: IndicatorType },
): Promise<FindingPage> => unwrap(api.GET('/api/analysis/findings', { params: { query: { ...query } } }));
