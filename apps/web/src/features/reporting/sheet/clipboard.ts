import { moved, type Range } from './move.js';
import { COLUMNS, type CellAt, type Column, type SheetRow } from './sheet-rows.js';

/** A copied block as spreadsheets put it on the clipboard: lines, tabs, and quotes around what contains either. */
export function readBlock(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let at = 0; at <= source.length;) {
    const [cell, end] = readCell(source, at);
    rows.at(-1)?.push(cell);
    if (source[end] === '\n') rows.push([]);
    at = end + 1;
  }
  return rows;
}

/** @returns the cell that begins here, and the place after it */
function readCell(source: string, start: number): readonly [string, number] {
  if (source[start] === '"') {
    const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
    quoted.lastIndex = start;
    const match = quoted.exec(source);
    if (match) return [(match[1] ?? '').replaceAll('""', '"'), quoted.lastIndex];
  }
  let end = start;
  while (end < source.length && source[end] !== '\t' && source[end] !== '\n') end += 1;
  return [source.slice(start, end), end];
}

export const isBlock = (text: string): boolean => /[\t\n]/.test(text.replace(/\r?\n$/, ''));

/** One cell of a pasted block and where it goes; `at` null where the sheet ends before the block does. */
export interface PastedCell {
  readonly at: CellAt | null;
  readonly text: string;
}

/**
 * Lays a block over the sheet from a cell on: downwards over the lines that take input in its first column, so that it runs on
 * through the next projects, and to the right over the columns. A cell that a line does not have is not taken, and said so.
 */
export function layBlock(
  rows: readonly SheetRow[],
  start: CellAt,
  block: readonly (readonly string[])[],
): readonly PastedCell[] {
  const first = COLUMNS.indexOf(start.column);
  const cells: PastedCell[] = [];
  let line: CellAt | null = start;
  for (const texts of block) {
    const row: SheetRow | undefined = rows.find(({ key }) => key === line?.row);
    texts.forEach((text, offset) => {
      const column: Column | undefined = COLUMNS[first + offset];
      const fits = row !== undefined && column !== undefined && row.editable.includes(column);
      if (fits) cells.push({ at: { row: row.key, column }, text: oneLine(text) });
      else if (text.trim() !== '') cells.push({ at: null, text: oneLine(text) });
    });
    line = line && below(rows, line);
  }
  return cells;
}

/** The next line that takes input in the column; null after the last. */
function below(rows: readonly SheetRow[], at: CellAt): CellAt | null {
  const next = moved(rows, at, 'down');
  return next?.row === at.row ? null : next;
}

/** A cell of the sheet is one line. */
const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

/** The block between two corners as text for other programs; a cell that a line does not have is blank. */
export function blockText(rows: readonly SheetRow[], range: Range, textOf: (at: CellAt) => string): string {
  const columns = COLUMNS.filter((column) => range.columns.has(column));
  return rows
    .filter(({ key }) => range.rows.has(key))
    .map(({ key, editable }) =>
      columns.map((column) => (editable.includes(column) ? quoted(textOf({ row: key, column })) : '')).join('\t'),
    )
    .join('\n');
}

const quoted = (text: string): string => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
