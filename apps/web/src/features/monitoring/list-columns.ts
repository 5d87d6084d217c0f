import type { Light } from '@jixiao/domain';
import type { LightRow } from '../../shared/api/schema.gen.js';
import { formatGap, formatRate, formatWan } from '../../shared/format/figures.js';
import type { Sort } from './monitoring.api.js';

/** Columns in their order. The light and the project always stand there; the others are chosen. */
export const OPTIONAL_COLUMNS = [
  'unit',
  'code',
  'budget',
  'expenditure',
  'executionRate',
  'gapToPlan',
  'gapToStraightLine',
  'spendLight',
  'goalLight',
  'reportState',
] as const;
export type OptionalColumn = (typeof OPTIONAL_COLUMNS)[number];
export type ColumnKey = 'light' | 'project' | OptionalColumn;

export const USUAL_COLUMNS: readonly OptionalColumn[] = OPTIONAL_COLUMNS.filter(
  (key) => key !== 'unit' && key !== 'code' && key !== 'reportState',
);

export interface ListColumn {
  readonly key: ColumnKey;
  /** As a track of a grid. */
  readonly width: string;
  readonly numeric?: true;
  readonly sort?: Sort;
  readonly direction?: 'ascending' | 'descending';
}

const COLUMNS: readonly ListColumn[] = [
  { key: 'light', width: '72px', sort: 'worst', direction: 'descending' },
  { key: 'project', width: 'minmax(var(--name-width), 1fr)', sort: 'name', direction: 'ascending' },
  { key: 'unit', width: '160px' },
  { key: 'code', width: '176px' },
  { key: 'budget', width: '116px', numeric: true, sort: 'budget', direction: 'descending' },
  { key: 'expenditure', width: '88px', numeric: true },
  { key: 'executionRate', width: '76px', numeric: true },
  { key: 'gapToPlan', width: '112px', numeric: true, sort: 'gapToPlan', direction: 'ascending' },
  { key: 'gapToStraightLine', width: '112px', numeric: true, sort: 'gapToStraightLine', direction: 'ascending' },
  { key: 'spendLight', width: '76px' },
  { key: 'goalLight', width: '76px' },
  { key: 'reportState', width: '112px' },
];

export const columnsOf = (chosen: readonly OptionalColumn[]): readonly ListColumn[] =>
  COLUMNS.filter(({ key }) => key === 'light' || key === 'project' || chosen.some((one) => one === key));

/** What stands in a cell besides the project's own, which is a link. */
export type Cell =
  | { readonly kind: 'light'; readonly light: Light }
  | { readonly kind: 'state' }
  | { readonly kind: 'text'; readonly text: string }
  /** `missing`: key of the sentence that says why there is none. */
  | { readonly kind: 'figure'; readonly text: string; readonly missing: string };

const missingIn = (row: LightRow): string => {
  if (row.reason === 'exempt') return 'lights.exempt';
  if (row.adjustedBudgetFen === null) return 'lights.noBudget';
  return row.notReported ? 'lights.notReported' : 'lights.awaiting';
};
const figure = (text: string, missing: string): Cell => ({ kind: 'figure', text, missing });
const lightCell = (light: Light): Cell => ({ kind: 'light', light });

const CELLS: Readonly<Record<Exclude<ColumnKey, 'project'>, (row: LightRow) => Cell>> = {
  light: (row) => lightCell(row.light),
  unit: (row) => ({ kind: 'text', text: row.organisationName }),
  code: (row) => figure(row.code ?? '—', 'project.noCode'),
  budget: (row) => figure(formatWan(row.adjustedBudgetFen), 'lights.noBudget'),
  expenditure: (row) => figure(formatWan(row.expenditureFen), missingIn(row)),
  executionRate: (row) => figure(formatRate(row.executionRate), missingIn(row)),
  gapToPlan: (row) => figure(formatGap(row.gapToPlan), missingIn(row)),
  gapToStraightLine: (row) => figure(formatGap(row.gapToStraightLine), missingIn(row)),
  spendLight: (row) => lightCell(row.spendLight),
  goalLight: (row) => lightCell(row.goalLight),
  reportState: () => ({ kind: 'state' }),
};

export const cellOf = (row: LightRow, key: Exclude<ColumnKey, 'project'>): Cell => CELLS[key](row);
