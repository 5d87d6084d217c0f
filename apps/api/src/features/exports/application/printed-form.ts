import {
  fillForm,
  recogniseForms,
  type Block,
  type Cell,
  type FilledForm,
  type FormData,
  type FormTemplate,
} from '@jixiao/domain';
import { GridBlocks } from '../../../platform/documents/grid-blocks.js';

/**
 * What a paper lets be read of it: of the data only what its template prints, as it prints it. A document that is handed in is
 * held against this, so that a code which no cell shows and a rounded amount are no differences.
 */
export function printedForm(template: FormTemplate, data: FormData): FormData {
  return recogniseForms(blocksOf(fillForm(template, data)))[0]?.data ?? data;
}

/** As a sheet of it is read: a merged range is one cell in its first row and one empty cell in the others. */
function blocksOf({ columns, rows }: FilledForm): readonly Block[] {
  const grid = new GridBlocks();
  /** By column: the last row that a cell above reaches to, and how many columns it takes. */
  const above = new Map<number, { readonly last: number; readonly columns: number }>();
  return rows.flatMap(({ cells }, row) => {
    const starting = new Map(cells.map((cell) => [cell.column, cell]));
    const read: Cell[] = [];
    for (let column = 0; column < columns.length;) {
      const cell = starting.get(column);
      if (cell) above.set(column, { last: row + cell.rows - 1, columns: cell.columns });
      const covering = above.get(column);
      read.push({ text: cell?.content.text ?? '', at: `row ${row + 1} column ${column + 1}` });
      column += covering && covering.last >= row ? covering.columns : 1;
    }
    return grid.take(read, `row ${row + 1}`);
  });
}
