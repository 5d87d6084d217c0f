import { cutAtRepeatedRows, splitTallRows } from './cut-spans.js';
import { layOutRows } from './fill-rows.js';
import type { FilledCell, FilledForm } from './filled-form.js';
import type { FormData } from './form-data.js';
import { withFormulas } from './form-formulas.js';
import type { FormTemplate } from './form-template.js';
import { mergeIndicators } from './merge-indicators.js';
import { type PrintedCell, printCell } from './printed-cell.js';
import { rowHeights } from './row-heights.js';

/** Sheets have no higher rows; a higher one is printed as several. */
const HIGHEST_ROW = 400;
const LEAST_HEIGHT = 14;

/**
 * Fills a form (R29): which rows it has, what stands in each cell, and how high the rows are. Null is a blank cell, never
 * zero; what comes from the data is text or a number, and never a formula. Throws a RangeError where the template is of
 * another form than the data.
 */
export function fillForm(template: FormTemplate, data: FormData): FilledForm {
  if (template.form !== data.form) throw new RangeError(`a template of ${template.form} for data of ${data.form}`);
  const { sources, cells: placed, repeatedRows } = layOutRows(template, data);
  const printed = mergeIndicators(placed.map((cell) => printCell(cell, data))).flatMap((cell) =>
    cutAtRepeatedRows(cell, repeatedRows),
  );
  const least = sources.map(({ height }) => height ?? LEAST_HEIGHT);
  const split = splitTallRows(printed, rowHeights(printed, template.columns, least), HIGHEST_ROW);
  const rows = split.heights.map((height) => ({ height, leastHeight: 0, cells: [] as FilledCell[] }));
  for (const [row, height] of least.entries()) {
    const first = rows[split.starts[row] ?? 0];
    if (first) first.leastHeight = Math.min(height, first.height);
  }
  for (const cell of withFormulas(split.cells, data)) rows[cell.row]?.cells.push(filled(cell));
  for (const { cells } of rows) cells.sort((one, other) => one.column - other.column);
  const startOf = (row: number): number => split.starts[row] ?? 0;
  return {
    form: template.form,
    name: data.projectName,
    page: template.page,
    columns: template.columns,
    rows,
    repeatedRows: repeatedRows && {
      first: startOf(repeatedRows.first),
      count: startOf(repeatedRows.first + repeatedRows.count) - startOf(repeatedRows.first),
    },
  };
}

const filled = ({ cell: { column, columns }, rows, content, style }: PrintedCell): FilledCell => ({
  column,
  columns,
  rows,
  content,
  style,
});
