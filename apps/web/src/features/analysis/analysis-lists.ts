import type { TableExport } from '../../shared/export/table-export.js';
import type { Translate } from '../../shared/export/table-of.js';
import { findingTable, forecastTable, linkedTable } from './analysis-export.js';
import {
  fetchFindings,
  fetchForecastPage,
  fetchLinked,
  type FindingRow,
  type ForecastRow,
  type LinkedRow,
  type Paged,
} from './analysis.api.js';

/** Where the rows of a list come from, page by page, and what they are as a file. */
export interface ListSource<Filter, Row> {
  readonly name: string;
  readonly fetch: (query: Filter & Paged) => Promise<{ readonly items: readonly Row[]; readonly total: number }>;
  readonly idOf: (row: Row) => string;
  readonly tableOf: (title: string, rows: readonly Row[], t: Translate) => TableExport;
}

type FilterOf<Fetch extends (query: never) => unknown> = Omit<Parameters<Fetch>[0], keyof Paged>;

export const FORECASTS: ListSource<FilterOf<typeof fetchForecastPage>, ForecastRow> = {
  name: 'forecasts',
  fetch: fetchForecastPage,
  idOf: ({ projectId }) => projectId,
  tableOf: forecastTable,
};

export const LINKED_PROJECTS: ListSource<FilterOf<typeof fetchLinked>, LinkedRow> = {
  name: 'linked',
  fetch: fetchLinked,
  idOf: ({ now }) => now.projectId,
  tableOf: linkedTable,
};

export const FINDINGS: ListSource<FilterOf<typeof fetchFindings>, FindingRow> = {
  name: 'findings',
  fetch: fetchFindings,
  idOf: ({ id }) => id,
  tableOf: findingTable,
};
