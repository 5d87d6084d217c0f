import { isBlankCell } from '../../kernel/text.js';
import { decidesDirection, isDirectionWord, isOperatorWord } from '../target-parts.js';
import type { Column, ColumnLayout } from './column-layout.js';
import type { Cell } from './document-types.js';
import type { PrintedIndicator } from './printed-indicator.js';

const NONE: readonly number[] = [];
const NOTHING: readonly Cell[] = [];

/** The cells of a row by what their columns hold. */
export class RowCells {
  constructor(
    private readonly cells: readonly (Cell | undefined)[],
    private readonly layout: ColumnLayout,
  ) {}

  has(column: Column): boolean {
    return this.layout.columns.has(column);
  }

  /** The first filled cell of a column, or null. */
  cell(column: Column): Cell | null {
    for (const index of this.layout.columns.get(column) ?? []) {
      const cell = this.cells[index];
      if (cell && cell.text !== '') return cell;
    }
    return null;
  }

  /** What a column prints; several columns of one kind one below the other, empty where there is nothing. */
  text(column: Column): string {
    const indices = this.layout.columns.get(column);
    if (indices === undefined) return '';
    if (indices.length === 1) return this.cells[indices[0] ?? 0]?.text ?? '';
    return indices
      .map((index) => this.cells[index]?.text ?? '')
      .filter((text, index, texts) => !isBlankCell(text) && texts.indexOf(text) === index)
      .join('\n');
  }

  /** The text, or null for blanks and the dashes that stand for one. */
  optional(column: Column): string | null {
    const text = this.text(column);
    return isBlankCell(text) ? null : text;
  }

  /** Place of a column's cell, blank or not; null where the row has none. */
  at(column: Column): string | null {
    return this.cells[this.layout.columns.get(column)?.[0] ?? -1]?.at ?? null;
  }

  /** The filled cells of a column that may stand several times. */
  all(column: Column): readonly Cell[] {
    const indices = this.layout.columns.get(column) ?? NONE;
    return indices.length === 0 ? NOTHING : indices.flatMap((index) => this.filledAt(index));
  }

  /** The cell in a place of the layout, or null. */
  cellAt(index: number): Cell | null {
    return this.cells[index] ?? null;
  }

  private filledAt(index: number): readonly Cell[] {
    const cell = this.cells[index];
    return cell && !isBlankCell(cell.text) ? [cell] : NOTHING;
  }
}

/**
 * Cells of their own for operator, unit and direction; null where the table has no such columns. A column 指标性质 holds
 * operators in some tables and words of direction in others, and 指标方向 may stand beside it: the text decides (R16).
 */
export function partsOf(cells: RowCells): PrintedIndicator['parts'] {
  if (!cells.has('operator') && !cells.has('measure') && !cells.has('direction') && !cells.has('type')) return null;
  const directions = cells.all('direction').map(({ text }) => text);
  const operator = cells.optional('operator') ?? directions.find(isOperatorWord) ?? '';
  const words = directions.filter((text) => text !== operator);
  const type = cells.text('type');
  const printed = words.find(decidesDirection) ?? words[0] ?? '';
  const direction = printed || (isDirectionWord(type) ? type : '');
  return { operator, measure: cells.text('measure'), direction };
}
