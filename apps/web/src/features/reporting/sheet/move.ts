import { COLUMNS, type CellAt, type Column, type SheetRow } from './sheet-rows.js';

export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'next'
  | 'previous'
  | 'rowStart'
  | 'rowEnd'
  | 'first'
  | 'last'
  | 'pageUp'
  | 'pageDown';

const PAGE_ROWS = 10;

type Rows = readonly Pick<SheetRow, 'key' | 'editable'>[];

const has = (rows: Rows, index: number, column: Column): boolean => rows[index]?.editable.includes(column) ?? false;
const cell = (rows: Rows, index: number, column: Column | undefined): CellAt | null => {
  const row = rows[index];
  return row && column ? { row: row.key, column } : null;
};

/** The nearest line in a direction whose cell in this column takes input; the cell itself where there is none. */
function vertical(rows: Rows, from: number, column: Column, step: 1 | -1, distance: number): CellAt | null {
  let found = from;
  let left = distance;
  for (let index = from + step; index >= 0 && index < rows.length && left > 0; index += step) {
    if (!has(rows, index, column)) continue;
    found = index;
    left -= 1;
  }
  return cell(rows, found, column);
}

function horizontal(rows: Rows, from: number, column: Column, step: 1 | -1): CellAt | null {
  const columns = COLUMNS.filter((one) => has(rows, from, one));
  return cell(rows, from, columns[columns.indexOf(column) + step] ?? column);
}

/** To the next cell in reading order; null past the end, where the cursor leaves the sheet. */
function onwards(rows: Rows, from: number, column: Column, step: 1 | -1): CellAt | null {
  const columns = rows[from]?.editable ?? [];
  const beside = columns[columns.indexOf(column) + step];
  if (beside) return cell(rows, from, beside);
  for (let index = from + step; index >= 0 && index < rows.length; index += step) {
    const editable = rows[index]?.editable ?? [];
    if (editable.length > 0) return cell(rows, index, step === 1 ? editable[0] : editable.at(-1));
  }
  return null;
}

const firstCell = (rows: Rows): CellAt | null => {
  const index = rows.findIndex(({ editable }) => editable.length > 0);
  return cell(rows, index, rows[index]?.editable[0]);
};
const lastCell = (rows: Rows): CellAt | null => {
  const index = rows.findLastIndex(({ editable }) => editable.length > 0);
  return cell(rows, index, rows[index]?.editable.at(-1));
};

/**
 * Where the cursor goes, as in a spreadsheet, over the cells that take input: what is only to be read is passed over.
 * @returns null only for `next` and `previous` past the ends, and where no cell takes input
 */
export function moved(rows: Rows, at: CellAt, move: Move): CellAt | null {
  const from = rows.findIndex(({ key }) => key === at.row);
  if (from < 0) return firstCell(rows);
  const editable = rows[from]?.editable ?? [];
  switch (move) {
    case 'up':
      return vertical(rows, from, at.column, -1, 1);
    case 'down':
      return vertical(rows, from, at.column, 1, 1);
    case 'pageUp':
      return vertical(rows, from, at.column, -1, PAGE_ROWS);
    case 'pageDown':
      return vertical(rows, from, at.column, 1, PAGE_ROWS);
    case 'left':
      return horizontal(rows, from, at.column, -1);
    case 'right':
      return horizontal(rows, from, at.column, 1);
    case 'next':
      return onwards(rows, from, at.column, 1);
    case 'previous':
      return onwards(rows, from, at.column, -1);
    case 'rowStart':
      return cell(rows, from, editable[0]);
    case 'rowEnd':
      return cell(rows, from, editable.at(-1));
    case 'first':
      return firstCell(rows);
    case 'last':
      return lastCell(rows);
  }
}

/** A block of cells between two corners. */
export interface Range {
  readonly rows: ReadonlySet<string>;
  readonly columns: ReadonlySet<Column>;
}

export function rangeBetween(rows: Rows, from: CellAt, to: CellAt): Range {
  const [a, b] = [from, to].map(({ row }) => rows.findIndex(({ key }) => key === row)).sort((x, y) => x - y);
  const [left, right] = [from, to].map(({ column }) => COLUMNS.indexOf(column)).sort((x, y) => x - y);
  return {
    rows: new Set(rows.slice(a, (b ?? 0) + 1).map(({ key }) => key)),
    columns: new Set(COLUMNS.slice(left, (right ?? 0) + 1)),
  };
}
