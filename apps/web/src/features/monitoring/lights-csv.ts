import type { LightRow } from '../../shared/api/schema.gen.js';
import { type CsvCell, toCsv } from '../../shared/format/csv.js';

type Translate = (key: string) => string;

const wan = (fen: number | null): number | null => (fen === null ? null : fen / 1_000_000);

const HEADERS = [
  'light',
  'name',
  'code',
  'unit',
  'budgetWan',
  'expenditureWan',
  'source',
  'releasedWan',
  'receivedWan',
  'executionRatePercent',
  'plannedRatePercent',
  'gapToPlanPoints',
  'gapToStraightLinePoints',
  'spendLight',
  'goalLight',
  'explanation',
] as const;

const rowOf = (row: LightRow, t: Translate): CsvCell[] => [
  t(`light.${row.light}`),
  row.name,
  row.code,
  row.organisationName,
  wan(row.adjustedBudgetFen),
  wan(row.expenditureFen),
  row.expenditureSource && t(`treasury.source.${row.expenditureSource}`),
  wan(row.releasedFen),
  wan(row.receivedFen),
  row.executionRate,
  row.plannedRate,
  row.gapToPlan,
  row.gapToStraightLine,
  t(`light.${row.spendLight}`),
  t(`light.${row.goalLight}`),
  row.explanation,
];

/** The table as a file: every figure in full, money in 万元, blank where there is none. */
export const lightsCsv = (rows: readonly LightRow[], t: Translate): string =>
  toCsv([HEADERS.map((header) => t(`lights.csv.${header}`)), ...rows.map((row) => rowOf(row, t))]);
