import { type Block, type Cell, isTableHeading } from '@jixiao/domain';
import { ReadingLimits } from './reading-limits.js';

/** More blank rows than this in a row are space between tables, not rows of one. */
const MOST_BLANK_ROWS = 3;

/**
 * Turns the rows of a grid (sheet, CSV, pipe-separated text) into blocks. A grid has no paragraphs: a title stands in
 * a row of its own, in the first cell. Such a lone cell becomes text, except directly below a row of a table, where it
 * belongs to that table unless it is the heading of the next one. Blank rows between rows of a table stay; others go.
 */
export class GridBlocks {
  private readonly limits = new ReadingLimits();
  private blankRows: Block[] = [];
  private isInTable = false;

  /** Takes the next row and gives the blocks that are certain now. */
  take(cells: readonly Cell[], at: string): Block[] {
    this.limits.countRow(cells.length);
    const filled = cells.findIndex(({ text }) => text !== '');
    if (filled === -1) {
      if (this.isInTable && this.blankRows.length <= MOST_BLANK_ROWS) this.blankRows.push({ kind: 'row', cells, at });
      return [];
    }
    const blanks = this.blankRows;
    this.blankRows = [];
    const lone = filled === 0 && cells.every(({ text }, index) => index === 0 || text === '') ? cells[0] : undefined;
    const isRow = !lone || (this.isInTable && blanks.length === 0 && !isTableHeading(lone.text));
    this.isInTable = isRow;
    if (!isRow) return [{ kind: 'text', text: lone.text.replace(/\n/g, ''), at: lone.at }];
    return [...(blanks.length <= MOST_BLANK_ROWS ? blanks : []), { kind: 'row', cells, at }];
  }
}
