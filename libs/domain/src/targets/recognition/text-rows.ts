import type { Block } from './document-types.js';
import { checkpointMonth } from './labels.js';
import { PLACE, placeOfRow, startsIndicatorRow, WIDEST_ROW } from './row-place.js';
import { type Piece, textOf } from './text-pieces.js';

interface CellGroup {
  readonly kind: 'cells';
  readonly pieces: Piece[];
}
interface TextRun {
  readonly kind: 'texts';
  readonly pieces: Piece[];
}
type Item = CellGroup | TextRun;

/** Cells that follow one another without a blank line, and the runs of text lines between them. */
function itemsOf(pieces: readonly Piece[]): Item[] {
  const items: Item[] = [];
  for (const piece of pieces) {
    const last = items.at(-1);
    if (piece.kind === 'text') {
      if (last?.kind === 'texts') last.pieces.push(piece);
      else items.push({ kind: 'texts', pieces: [piece] });
    } else if (last?.kind === 'cells' && !piece.afterBlank) last.pieces.push(piece);
    else items.push({ kind: 'cells', pieces: [piece] });
  }
  return items;
}

/** Blocks of the export: rows completed over blank lines inside their cells, headings apart from continued cells. */
export function assembleRows(pieces: readonly Piece[]): Block[] {
  return new RowAssembler(itemsOf(pieces)).run();
}

class RowAssembler {
  private readonly blocks: Block[] = [];
  private index = 0;
  /** Place of the row above in its table; null before the first row and after a heading. */
  private place: number | null = null;
  /** Cells that the next row must have: columns of the header above it; null where nothing is known. */
  private width: number | null = null;

  constructor(private readonly items: readonly Item[]) {}

  run(): Block[] {
    while (this.index < this.items.length) {
      const item = this.items[this.index];
      if (item?.kind === 'cells') this.takeRow(item);
      else if (item) this.takeTexts(item);
    }
    return this.blocks;
  }

  private takeRow(group: CellGroup): void {
    const place = placeOf(group);
    if (place !== null) {
      this.place = place;
      this.width = columnsBelow(group, place);
      this.emitRow(group.pieces);
      this.index += 1;
      return;
    }
    const end = this.endOfRow(group);
    const cells = this.items.slice(this.index, end).flatMap((item) => item.pieces);
    for (const row of this.splitRows(joinContinued(cells))) this.emitRow(row);
    if (this.place === PLACE.schedule) this.width = null;
    this.index = end;
  }

  /**
   * Where the row that starts here ends. A blank line inside a cell looks like the end of a row; the header tells how
   * many cells a row has, so following groups are taken in while together they make exactly one full row.
   */
  private endOfRow(first: CellGroup): number {
    const single = this.index + 1;
    let total = first.pieces.length;
    if (this.width === null || total >= this.width) return single;
    for (let at = single; at < this.items.length; at += 1) {
      const item = this.items[at];
      if (!item || item.pieces.some((piece) => piece.heading)) return single;
      if (item.kind === 'texts') continue;
      if (
        total + item.pieces.length > this.width ||
        startsIndicatorRow(item.pieces.slice(0, 2).map(textOf)) ||
        placeOf(item) !== null
      )
        return single;
      total += item.pieces.length;
      if (total === this.width) return at + 1;
    }
    return single;
  }

  /** Rows that no blank line separates: a whole number of full rows in one group. */
  private splitRows(cells: Piece[]): Piece[][] {
    const width = this.width;
    if (width === null || width < 2 || cells.length <= width || cells.length % width !== 0) return [cells];
    return Array.from({ length: cells.length / width }, (_, row) => cells.slice(row * width, (row + 1) * width));
  }

  private takeTexts(run: TextRun): void {
    this.index += 1;
    if (this.continuesCell(run)) {
      this.extendLastCell(run);
      return;
    }
    this.place = null;
    this.width = null;
    for (const piece of run.pieces) {
      this.blocks.push({ kind: 'text', text: textOf(piece), at: `line ${piece.line}` });
    }
  }

  /** Text between two rows of one table continues the cell above it; before another table, or at the end, it does not. */
  private continuesCell(run: TextRun): boolean {
    if (this.place === null || run.pieces.some((piece) => piece.heading)) return false;
    const next = this.items[this.index];
    if (next?.kind !== 'cells') return false;
    const place = placeOf(next);
    if (place !== null) return place > this.place;
    const following = this.items[this.index + 1];
    return following?.kind !== 'cells' || (placeOf(following) ?? this.place) >= this.place;
  }

  private extendLastCell(run: TextRun): void {
    const row = this.blocks.at(-1);
    const last = row?.kind === 'row' ? row.cells.at(-1) : undefined;
    if (row?.kind !== 'row' || !last) return;
    const text = [last.text, ...run.pieces.map(textOf)].filter((part) => part !== '').join('\n');
    this.blocks[this.blocks.length - 1] = { ...row, cells: [...row.cells.slice(0, -1), { ...last, text }] };
  }

  private emitRow(pieces: readonly Piece[]): void {
    const cells = pieces.map((piece) => ({ text: textOf(piece), at: `line ${piece.line}` }));
    this.blocks.push({ kind: 'row', cells, at: cells[0]?.at ?? 'line 1' });
  }
}

/** Text pieces between the groups of one row go to the cell before them. */
function joinContinued(pieces: readonly Piece[]): Piece[] {
  const cells: Piece[] = [];
  for (const piece of pieces) {
    const previous = cells.at(-1);
    if (piece.kind === 'text' && previous) {
      cells[cells.length - 1] = { ...previous, lines: [...previous.lines, ...piece.lines] };
    } else cells.push(piece);
  }
  return cells;
}

/** How many cells the rows below a header have; null where the row is no header. */
function columnsBelow(group: CellGroup, place: number): number | null {
  if (group.pieces.length > WIDEST_ROW) return null;
  if (place === PLACE.indicators) return group.pieces.length;
  const months = group.pieces.some((piece) => checkpointMonth(textOf(piece)) !== null);
  return place === PLACE.schedule && months ? group.pieces.length : null;
}

const placeOf = (group: CellGroup): number | null => placeOfRow(group.pieces.slice(0, WIDEST_ROW).map(textOf));
