import { isTableHeading } from './labels.js';
import type { Located, Row } from './recognition-context.js';
import { placeOfRow, WIDEST_ROW } from './row-place.js';

/** What a table of one project knows about the rows that may follow. */
interface OpenTable {
  isFollowedBy(row: Row, place: number | null): boolean;
}

/** The columns that a sheet leaves blank to the left of a table. The first row with a label of a table tells how many. */
export class BlankMargin {
  private width = 0;

  /** The row without the margin; a blank cell that stands for a merged one stays. */
  strip(row: Row, table: OpenTable | null): Row {
    if ((row.cells[0]?.text ?? '') !== '') {
      if (!table) this.width = 0;
      return row;
    }
    const head = row.cells.slice(0, WIDEST_ROW).map((cell) => cell.text);
    const blanks = leadingBlanks(head);
    if (!table) this.width = blanks;
    else if (blanks > this.width && table.isFollowedBy(after(row, blanks), placeOfRow(head.slice(blanks)))) {
      this.width = blanks;
    }
    const isBlank = head.slice(0, this.width).every((text) => text === '');
    return this.width > 0 && isBlank ? after(row, this.width) : row;
  }
}

const after = ({ cells, at }: Row, count: number): Row => ({ cells: cells.slice(count), at });

/** Blank cells in front of a label of a table; 0 where something else stands there. */
function leadingBlanks(head: readonly string[]): number {
  const first = head.findIndex((text) => text !== '');
  return first > 0 && placeOfRow(head.slice(first)) !== null ? first : 0;
}

/** The only filled cell of a row, or null: titles stand in rows of their own in grids. */
export function loneCell({ cells }: Row): Located | null {
  const first = cells.find(({ text }) => text !== '');
  return first && cells.every((cell) => cell === first || cell.text === '') ? first : null;
}

/** A heading that a grid prints in a row of its own; null for other rows. */
export function headingRow(row: Row): Located | null {
  const lone = loneCell(row);
  return lone && isTableHeading(lone.text) ? lone : null;
}
