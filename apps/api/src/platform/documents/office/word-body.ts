import { type Block, cellText, isTableHeading, visibleLines } from '@jixiao/domain';
import { DomainError } from '../../runtime/domain-error.js';
import { MOST_COLUMNS, ReadingLimits } from '../reading-limits.js';

interface WordCell {
  /** Paragraphs, and tables inside the cell. */
  readonly parts: (string | WordRow[])[];
  /** Merged with the cell above it (its text is not shown), or with the cell before it (it is not there at all). */
  merged: 'above' | 'before' | null;
}

interface WordRow {
  readonly cells: WordCell[];
  deleted: boolean;
}

interface WordTable {
  readonly rows: WordRow[];
  readonly number: number;
  rowNumber: number;
  row: WordRow | null;
  cell: WordCell | null;
}

const DEEPEST_TABLE = 20;
/** A heading split over two paragraphs: its second half. */
const HEADING_TAIL = /^(?:项目)?(?:支出)?绩效目标(?:申报)?表$/;

/**
 * Puts a Word document's body together from its parts, in order, as Word's own text export shows it: paragraphs as
 * texts, rows of tables as cells, where a cell merged with the one above is empty and one merged with its neighbours is
 * one. A table inside a cell is part of that cell's text; but a table that only frames others (a row of one cell) gives
 * way to the tables in it.
 */
export class WordBody {
  private readonly limits = new ReadingLimits();
  private readonly tables: WordTable[] = [];
  private blocks: Block[] = [];
  private paragraphs = 0;
  private tableCount = 0;
  /** The text before is the first half of a heading, if a second half follows at once. */
  private mayJoin = false;

  /** The blocks that have become certain since the last call; at the end, all that are left. */
  taken(isEnd = false): Block[] {
    const certain = this.mayJoin && !isEnd ? this.blocks.slice(0, -1) : this.blocks;
    this.blocks = this.blocks.slice(certain.length);
    return certain;
  }

  paragraph(text: string): void {
    this.limits.countRow(1);
    const { cell } = this;
    if (cell) {
      cell.parts.push(text);
      return;
    }
    this.paragraphs += 1;
    this.texts(text, `paragraph ${this.paragraphs}`);
  }

  openTable(): void {
    if (this.tables.length >= DEEPEST_TABLE) throw new DomainError('document-too-complex');
    const isInside = this.cell !== null;
    const number = isInside ? 0 : (this.tableCount += 1);
    this.tables.push({ rows: [], number, rowNumber: 0, row: null, cell: null });
  }

  openRow(): void {
    const table = this.tables.at(-1);
    if (table) table.row = { cells: [], deleted: false };
  }

  openCell(): void {
    const table = this.tables.at(-1);
    if (!table?.row) return;
    table.cell = { parts: [], merged: null };
    table.row.cells.push(table.cell);
    if (table.row.cells.length > MOST_COLUMNS) throw new DomainError('table-too-wide', { limit: MOST_COLUMNS });
  }

  mergeCell(merged: 'above' | 'before'): void {
    const { cell } = this;
    if (cell) cell.merged = merged;
  }

  deleteRow(): void {
    const row = this.tables.at(-1)?.row;
    if (row) row.deleted = true;
  }

  closeCell(): void {
    const table = this.tables.at(-1);
    if (table) table.cell = null;
  }

  closeRow(): void {
    const table = this.tables.at(-1);
    if (!table?.row) return;
    const { row } = table;
    [table.row, table.cell] = [null, null];
    if (row.deleted) return;
    this.limits.countRow(row.cells.length);
    table.rowNumber += 1;
    if (this.tables.length > 1) table.rows.push(row);
    else this.emitRow(row, table.number, table.rowNumber);
  }

  closeTable(): void {
    const table = this.tables.pop();
    if (table && table.rows.length > 0) this.cell?.parts.push(table.rows);
  }

  private get cell(): WordCell | null {
    return this.tables.at(-1)?.cell ?? null;
  }

  private texts(text: string, at: string): void {
    for (const line of visibleLines(text)) {
      const last = this.blocks.at(-1);
      if (this.mayJoin && last?.kind === 'text' && HEADING_TAIL.test(line) && !isTableHeading(last.text)) {
        this.blocks[this.blocks.length - 1] = { ...last, text: last.text + line };
      } else this.blocks.push({ kind: 'text', text: line, at });
      this.mayJoin = true;
    }
    if (visibleLines(text).length === 0) this.mayJoin = false;
  }

  private emitRow(row: WordRow, table: number, number: number): void {
    this.mayJoin = false;
    const cells = row.cells.filter(({ merged }) => merged !== 'before');
    const at = `table ${table} row ${number}`;
    const [only] = cells;
    if (only && cells.length === 1 && this.isFrame(only)) return this.emitFramed(only, `${at} cell 1`);
    const texts = cells.map((cell, index) => ({ text: textOf(cell), at: `${at} cell ${index + 1}` }));
    const [first] = texts;
    if (first && texts.length === 1 && isTableHeading(first.text)) this.texts(first.text.replace(/\n/g, ''), first.at);
    else if (first) this.blocks.push({ kind: 'row', cells: texts, at });
  }

  private isFrame({ parts, merged }: WordCell): boolean {
    return merged === null && parts.some((part) => typeof part !== 'string');
  }

  private emitFramed({ parts }: WordCell, at: string): void {
    for (const part of parts) {
      if (typeof part === 'string') this.texts(part, at);
      else {
        const table = (this.tableCount += 1);
        part.forEach((row, index) => this.emitRow(row, table, index + 1));
      }
    }
  }
}

const textOf = ({ parts, merged }: WordCell): string => (merged === 'above' ? '' : cellText(linesOf(parts).join('\n')));

const linesOf = (parts: WordCell['parts']): string[] =>
  parts.flatMap((part) => (typeof part === 'string' ? part : part.flatMap(({ cells }) => cells.map(textOf))));
