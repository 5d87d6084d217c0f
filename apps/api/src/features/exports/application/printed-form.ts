import { fillForm, recogniseForms, type Block, type FormData, type FormTemplate } from '@jixiao/domain';
import { GridBlocks } from '../../../platform/documents/grid-blocks.js';

/**
 * What a paper lets be read of it: of the data only what its template prints, as it prints it. A document that is handed in is
 * held against this, so that a code which no cell shows and a rounded amount are no differences.
 */
export function printedForm(template: FormTemplate, data: FormData): FormData {
  const filled = fillForm(template, data);
  const grid = new GridBlocks();
  const blocks = filled.rows.flatMap(({ cells }, row): Block[] => {
    const texts = filled.columns.map(() => '');
    for (const cell of cells) texts[cell.column] = cell.content.text;
    const at = `row ${row + 1}`;
    return grid.take(
      texts.map((text, column) => ({ text, at: `${at} column ${column + 1}` })),
      at,
    );
  });
  return recogniseForms(blocks)[0]?.data ?? data;
}
