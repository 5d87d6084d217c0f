import { assembleRows } from './text-rows.js';
import { readPieces } from './text-pieces.js';
import type { Block } from './document-types.js';

/**
 * Reads the text export of Word (domain rules §11) into blocks. There a cell is a line that starts with TAB, a blank
 * line ends a row, and a line without TAB is a heading or continues the cell above; but blank lines occur inside cells
 * too, labels are split over lines, pages break as long blank runs, and `[bookmark: …]` noise stands anywhere.
 * All of that is settled here, so that whoever reads the blocks sees rows and headings only. Places are `line N`,
 * counted from 1. Total: any text gives blocks, in time linear in its length.
 */
export function blocksOfText(text: string): Block[] {
  return assembleRows(readPieces(text));
}
