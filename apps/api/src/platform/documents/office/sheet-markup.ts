import { DomainError } from '../../runtime/domain-error.js';
import { MOST_COLUMNS } from '../reading-limits.js';
import { columnOfAddress } from './cell-address.js';
import { numberText } from './number-format.js';
import { isoDateText } from './sheet-date.js';
import type { SheetCell } from './sheet-grid.js';
import { RichText, unescaped, type Workbook } from './workbook-parts.js';
import type { XmlElement, XmlHandler } from './xml-events.js';

export interface SheetRow {
  /** Counted from 0. */
  readonly row: number;
  readonly cells: SheetCell[];
}

const LAST_ROW = 1_048_575;

/** Reads the XML of a sheet into rows of texts as shown; formulas by the value they had when the file was saved. */
export class SheetMarkup implements XmlHandler {
  private rows: SheetRow[] = [];
  private current: SheetRow | null = null;
  private lastRow = -1;
  private nextColumn = 0;
  private cell: { column: number; type: string; style: number } | null = null;
  private value = '';
  private isValue = false;
  private readonly inline = new RichText();
  /** First column of what the sheet says is its used part. */
  firstColumn = 0;

  constructor(private readonly workbook: Workbook) {}

  /** The rows that have been completed since the last call. */
  taken(): SheetRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(element: XmlElement): void {
    switch (element.local) {
      case 'row':
        return this.openRow(Number(element.attribute('r')) - 1);
      case 'c':
        return this.openCell(element);
      case 'v':
        this.isValue = this.cell !== null;
        return;
      case 'dimension':
        this.firstColumn = columnOfAddress(element.attribute('ref') ?? '') ?? 0;
        return;
      default:
        if (this.cell) this.inline.open(element.local);
    }
  }

  text(text: string): void {
    if (this.isValue) this.value += text;
    else if (this.cell) this.inline.add(text);
  }

  close(local: string): void {
    switch (local) {
      case 'row':
        if (this.current) this.rows.push(this.current);
        this.current = null;
        return;
      case 'c':
        return this.closeCell();
      case 'v':
        this.isValue = false;
        return;
      default:
        if (this.cell) this.inline.close(local);
    }
  }

  private openRow(printed: number): void {
    const row = Number.isInteger(printed) && printed >= 0 && printed <= LAST_ROW ? printed : this.lastRow + 1;
    this.lastRow = row;
    this.nextColumn = 0;
    this.current = { row, cells: [] };
  }

  private openCell(element: XmlElement): void {
    if (!this.current) return;
    const column = columnOfAddress(element.attribute('r') ?? '') ?? this.nextColumn;
    this.nextColumn = column + 1;
    this.cell = { column, type: element.attribute('t') ?? 'n', style: Number(element.attribute('s') ?? 0) };
    this.value = '';
    this.inline.take();
  }

  private closeCell(): void {
    const { cell } = this;
    this.cell = null;
    if (!cell || !this.current) return;
    const text = cell.type === 'inlineStr' ? this.inline.take() : this.textOf(cell.type, cell.style);
    if (text === '') return;
    this.current.cells.push({ column: cell.column, text });
    if (this.current.cells.length > MOST_COLUMNS) throw new DomainError('table-too-wide', { limit: MOST_COLUMNS });
  }

  private textOf(type: string, style: number): string {
    const { strings, formats, is1904 } = this.workbook;
    switch (type) {
      case 's':
        return strings[Number(this.value)] ?? '';
      case 'b':
        return this.value === '1' ? 'TRUE' : 'FALSE';
      case 'd':
        return isoDateText(this.value);
      case 'n': {
        const number = Number(this.value);
        if (this.value.trim() === '' || !Number.isFinite(number)) return this.value;
        return numberText(number, formats[style] ?? 'General', is1904);
      }
      default:
        return unescaped(this.value);
    }
  }
}
