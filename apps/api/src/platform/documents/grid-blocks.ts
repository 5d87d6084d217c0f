import { type Block, type Cell, isTableHeading } from '@jixiao/domain';
import { ReadingLimits } from './reading-limits.js';

/** More blank rows than this one below the other are space between tables, not rows of one. */
const MOST_BLANK_ROWS = 3;

/**
 * Turns the rows of a grid (sheet, CSV, pipe-separated text) into blocks. A grid has no paragraphs: a title stands in
 * a row of its own. Such a lone cell becomes text, except directly below a row of a table, where it belongs to that
 * table unless it is the heading of the next one. Blank rows between rows of a table stay; others go.
 */
export class GridBlocks {
  private blankRows: Block[] = [];
  private isInTable = false;
  /** Nothing but rows of the table stands between this row and the one above. */
  private isAdjacent = false;

  /** @param limits those of the document, where it has several grids */
  constructor(private readonly limits = new ReadingLimits()) {}

  /** Takes the next row (no cells at all for rows that are left out) and gives the blocks that are certain now. */
  take(cells: readonly Cell[], at: string): Block[] {
    this.limits.countRow(cells.length);
    const filled = cells.filter(({ text }) => text !== '');
    const [lone] = filled;
    if (!lone) {
      this.isAdjacent = false;
      if (this.isInTable && cells.length > 0 && this.blankRows.length <= MOST_BLANK_ROWS) {
        this.blankRows.push({ kind: 'row', cells, at });
      }
      return [];
    }
    const blanks = this.blankRows.length <= MOST_BLANK_ROWS ? this.blankRows : [];
    this.blankRows = [];
    const isRow = filled.length > 1 || (this.isAdjacent && !isTableHeading(lone.text));
    this.isInTable = isRow;
    this.isAdjacent = isRow;
    if (!isRow) return [{ kind: 'text', text: lone.text.replace(/\n/g, ''), at: lone.at }];
    return [...blanks, { kind: 'row', cells, at }];
  }
}
