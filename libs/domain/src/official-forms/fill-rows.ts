import type { FormData } from './form-data.js';
import { fieldNamed, fieldsOf } from './form-fields.js';
import type { FormTemplate, TemplateCell, TemplateRow } from './form-template.js';
import { parseText } from './placeholders.js';

/** A cell of the template in the rows of the filled form; `indicator` is null outside of the row that repeats. */
export interface PlacedCell {
  readonly row: number;
  readonly rows: number;
  readonly indicator: number | null;
  readonly cell: TemplateCell;
}

export interface LaidOutRows {
  /** For each row of the form, the one of the template that it is printed from. */
  readonly sources: readonly TemplateRow[];
  readonly cells: readonly PlacedCell[];
  readonly repeatedRows: FormTemplate['repeatedRows'];
}

export const isIndicatorRow = ({ cells }: TemplateRow): boolean =>
  cells.some(({ text }) => parseText(text).isOfIndicator);

/**
 * Says which rows a form has: those whose conditions hold, and the one of indicators for each of them (once, blank, where
 * there is none). A span grows and shrinks with the rows that it covers; one that begins in a row that is left out begins
 * in the next.
 */
export function layOutRows(template: FormTemplate, data: FormData): LaidOutRows {
  const printed = template.rows.map((row) => timesPrinted(row, data));
  const starts: number[] = [];
  let count = 0;
  for (const times of printed) {
    starts.push(count);
    count += times;
  }
  const startOf = (row: number): number => starts[row] ?? count;
  const cells: PlacedCell[] = [];
  for (const [index, row] of template.rows.entries()) {
    const repeats = isIndicatorRow(row);
    for (const cell of row.cells) {
      const first = startOf(index);
      const rows = startOf(index + cell.rows) - first;
      if (rows <= 0) continue;
      if (!repeats) cells.push({ row: first, rows, indicator: null, cell });
      else for (let at = 0; at < rows; at += 1) cells.push({ row: first + at, rows: 1, indicator: at, cell });
    }
  }
  const sources = template.rows.flatMap((row, index) => Array<TemplateRow>(printed[index] ?? 0).fill(row));
  return { sources, cells, repeatedRows: repeatedIn(template, startOf) };
}

function timesPrinted(row: TemplateRow, data: FormData): number {
  if (!row.cells.every(({ text }) => conditionsHold(text, data))) return 0;
  return isIndicatorRow(row) ? Math.max(1, data.indicators.length) : 1;
}

function conditionsHold(text: string, data: FormData): boolean {
  return parseText(text).parts.every((part) => {
    if (part.kind !== 'condition') return true;
    const value = fieldNamed(fieldsOf(data.form), part.name)?.value(data, 0) ?? null;
    return (value !== null) === part.wanted;
  });
}

function repeatedIn({ repeatedRows }: FormTemplate, startOf: (row: number) => number): LaidOutRows['repeatedRows'] {
  if (repeatedRows === null) return null;
  const first = startOf(repeatedRows.first);
  const count = startOf(repeatedRows.first + repeatedRows.count) - first;
  return count === 0 ? null : { first, count };
}
