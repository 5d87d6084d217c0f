import { readHeader, type Column, type HeaderCell } from './columns.js';
import type { SheetRow, SheetRows } from './sheet-rows.js';

const PROJECT_COLUMNS: ReadonlySet<Column> = new Set(['code', 'name', 'projectKey']);
const NAMING_COLUMNS: ReadonlySet<Column> = new Set([...PROJECT_COLUMNS, 'level2', 'indicator', 'indicatorKey']);

/** The header of a sheet that holds a report. */
export interface SheetHeader {
  readonly row: number;
  readonly cells: readonly (HeaderCell | null)[];
  /** Labels that name no known column, with their column (from 1). */
  readonly unknown: readonly { readonly text: string; readonly column: number }[];
  /** Known columns that are there a second time. */
  readonly twice: readonly { readonly text: string; readonly column: number }[];
}

/** The header is the first row with a project column; null where there is none. */
export function headerOf({ rows }: SheetRows): SheetHeader | null {
  for (const row of rows) {
    const cells = row.cells.map(readHeader);
    if (cells.some((cell) => cell !== null && PROJECT_COLUMNS.has(cell.column))) return described(row, cells);
  }
  return null;
}

/** Whether the header holds nothing but known columns, and at least one that reports something. */
export const isPlainReport = ({ cells, unknown, twice }: SheetHeader): boolean =>
  unknown.length === 0 &&
  twice.length === 0 &&
  cells.some((cell) => cell !== null && cell.column !== 'shown' && !NAMING_COLUMNS.has(cell.column));

function described({ row, cells: texts }: SheetRow, cells: readonly (HeaderCell | null)[]): SheetHeader {
  const labels = texts.map((text, index) => ({ text, column: index + 1, cell: cells[index] ?? null }));
  const known = new Set<Column>();
  const twice = labels.filter(({ cell }) => {
    if (cell === null || cell.column === 'shown') return false;
    const isTwice = known.has(cell.column);
    known.add(cell.column);
    return isTwice;
  });
  return { row, cells, unknown: labels.filter(({ text, cell }) => text !== '' && cell === null), twice };
}
