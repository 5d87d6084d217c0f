import { type Block, type Cell, cellText } from '@jixiao/domain';
import { DomainError } from '../../runtime/domain-error.js';
import { GridBlocks } from '../grid-blocks.js';
import { MOST_COLUMNS, type ReadingLimits } from '../reading-limits.js';
import { columnName } from './cell-address.js';
import { type MergedRange, RangesByRow } from './merged-ranges.js';

const FREE_BLANKS = 200_000;
const MOST_BLANKS_PER_FILLED = 20;

/** A cell with something in it: its column, counted from 0, and its text as shown. */
export interface SheetCell {
  readonly column: number;
  readonly text: string;
}

/**
 * Turns the rows of a sheet into blocks. A merged range is one cell in its first row and one empty cell in the others,
 * as in the text export of Word. Rows are as long as the widest one above them in their table, so that a blank cell in
 * a column of a flat table stays where it is, and cells that are only formatted do not count.
 */
export class SheetGrid {
  private readonly blocks: GridBlocks;
  private readonly ranges: RangesByRow;
  private width = 0;
  private lastRow = -1;
  private filled = 0;
  private blanks = 0;

  /**
   * @param limits those of the workbook
   * @param firstColumn where the used part of the sheet begins: columns to the left of it are margin
   */
  constructor(
    private readonly sheet: string,
    ranges: readonly MergedRange[],
    private readonly limits: ReadingLimits,
    private firstColumn = 0,
  ) {
    this.blocks = new GridBlocks(limits);
    this.ranges = new RangesByRow(ranges);
  }

  /** Takes a row, counted from 0, with its cells in any order. */
  take(row: number, cells: readonly SheetCell[]): Block[] {
    const at = `${this.sheet}!${row + 1}`;
    const isBelow = row === this.lastRow + 1;
    this.lastRow = row;
    const gap = isBelow ? [] : this.blocks.take([], at);
    const texts = new Map<number, string>();
    for (const { column, text } of cells) {
      this.limits.countText(text.length);
      const shown = cellText(text);
      if (shown !== '') texts.set(column, shown);
    }
    const blocks = this.blocks.take(this.laidOut(row, texts), at);
    if (blocks.some(({ kind }) => kind === 'text')) this.width = 0;
    return [...gap, ...blocks];
  }

  private laidOut(row: number, texts: ReadonlyMap<number, string>): Cell[] {
    const covered = new Set<number>();
    let right = -1;
    for (const column of texts.keys()) {
      right = Math.max(right, column);
      this.firstColumn = Math.min(this.firstColumn, column);
    }
    const blanked = new Set<number>();
    for (const range of this.ranges.at(row)) {
      const isFilled = texts.has(range.left) && range.top === row;
      if (isFilled || range.left <= right) right = Math.max(right, this.isWithin(range) ? range.right : range.left);
      if (range.top < row) blanked.add(range.left);
      for (let column = range.left + 1; column <= Math.min(range.right, MOST_COLUMNS); column += 1) covered.add(column);
    }
    if (right === -1) return [];
    this.width = Math.max(this.width, right + 1);
    this.countBlanks(texts.size);
    const cells: Cell[] = [];
    for (let column = this.firstColumn; column < this.width; column += 1) {
      if (covered.has(column)) continue;
      const text = blanked.has(column) ? '' : (texts.get(column) ?? '');
      cells.push({ text, at: `${this.sheet}!${columnName(column)}${row + 1}` });
    }
    return cells;
  }

  /** Blank cells that the file does not hold are few beside the filled ones, unless somebody wants it otherwise. */
  private countBlanks(filled: number): void {
    this.filled += filled;
    this.blanks += this.width - this.firstColumn - filled;
    if (this.blanks > FREE_BLANKS && this.blanks > this.filled * MOST_BLANKS_PER_FILLED) {
      throw new DomainError('document-too-complex');
    }
  }

  /** A title merged far beyond the table does not make the table wider than can be read. */
  private isWithin({ right }: MergedRange): boolean {
    return right < MOST_COLUMNS;
  }
}
