import { isBlankCell } from '../../kernel/text.js';
import { type Column, type ColumnLayout, indicatorLayout } from './column-layout.js';
import type { RecognisedIndicator } from './document-types.js';
import { type Header, headerOf, withSubLabels } from './header-cells.js';
import { level1Name, level1OfLevel2 } from './labels.js';
import { levelsOf } from './level-names.js';
import { type PrintedIndicator, recogniseIndicator } from './printed-indicator.js';
import { joinedLines, type Located, type Row } from './recognition-context.js';
import { type AlignedRow, alignedCells } from './row-alignment.js';
import { partsOf, RowCells } from './row-cells.js';
import { printed, RemarkList } from './warning-list.js';

type Incomplete = { readonly level2: string | null; readonly name: string | null };

/** Columns where a table prints no header: the national form with six, five or four cells. */
const USUAL_COLUMNS: Readonly<Record<number, readonly Column[]>> = {
  6: ['level1', 'level2', 'name', 'description', 'value', 'basis'],
  5: ['level1', 'level2', 'name', 'description', 'value'],
  4: ['level1', 'level2', 'name', 'value'],
};
/** Names of levels are a few words. */
const LONGEST_LEVEL = 40;

/** Collects the rows of one project's indicator table; columns are found by their header, never by a fixed place. */
export class IndicatorRows {
  readonly remarks = new RemarkList();
  readonly incomplete: Incomplete[] = [];
  private readonly indicators: PrintedIndicator[] = [];
  private layout: ColumnLayout | null = null;
  /** The header row, while a row of labels directly below it may still belong to it. */
  private openHeader: Header | null = null;
  private remarkedColumns = new Set<number>();
  private level1 = '';
  private level2 = '';

  get isEmpty(): boolean {
    return this.indicators.length === 0 && this.incomplete.length === 0;
  }

  /** Target values as printed, for the inference of the year. */
  get rawValues(): string[] {
    return this.indicators.map(({ value }) => value.text);
  }

  /** Takes a header row; a header printed again on the next page changes nothing. */
  header(row: Row): void {
    this.setHeader(headerOf(row));
  }

  /** Takes a row below the header. Rows that are not complete are kept apart and remarked on; nothing is dropped. */
  row(row: Row): void {
    const extended = this.openHeader && withSubLabels(this.openHeader, row);
    this.openHeader = null;
    if (extended) return this.setHeader(extended);
    const layout = this.layoutFor(row);
    const aligned = alignedCells(row, layout);
    const cells = new RowCells(aligned.cells, layout);
    if (this.isNote(aligned, cells.text('level1'))) return this.remark('unrecognised-row', row);
    this.takeLevels(cells);
    this.remarkOnSurplus(aligned, row, layout);
    const name = joinedLines(cells.text('name'));
    const value = cells.text('value');
    if (name !== '' && !isBlankCell(value)) return this.add(name, cells, row);
    const isBlank = name === '' && cells.optional('description') === null && isBlankCell(value);
    if (isBlank && row.cells.length >= layout.width) return this.remark('indicator-blank', row);
    this.incomplete.push({ level2: this.level2 || null, name: name || null });
    this.remark('indicator-incomplete', row);
  }

  /** The indicators with their values parsed (R16–R17b); `year` dates a value that names none. */
  finish(year: number | null): RecognisedIndicator[] {
    return this.indicators.map((indicator) => recogniseIndicator(indicator, year, this.remarks));
  }

  private setHeader(header: Header): void {
    this.openHeader = header;
    this.layout = indicatorLayout(header);
    this.remarkedColumns = new Set();
  }

  private add(name: string, cells: RowCells, row: Row): void {
    const level1 = this.level1 || (level1OfLevel2(this.level2) ?? '');
    if (this.level1 === '') this.remark('level1-missing', row);
    this.indicators.push({
      level1,
      level2: this.level2,
      name,
      description: cells.optional('description'),
      value: { text: cells.text('value'), at: cells.at('value') ?? row.at },
      parts: partsOf(cells),
      weight: cells.text('weight'),
      basis: cells.optional('basis'),
      at: row.at,
    });
  }

  private layoutFor(row: Row): ColumnLayout {
    if (this.layout) return this.layout;
    const usual = USUAL_COLUMNS[Math.min(row.cells.length, 6)] ?? USUAL_COLUMNS[6] ?? [];
    this.layout = {
      width: usual.length,
      sheetColumns: null,
      columns: new Map(usual.map((column, index) => [column, [index]])),
      months: [],
      moneyUnits: new Map(),
      unknown: new Map(),
    };
    return this.layout;
  }

  /** A remark across the table stands alone in its row and names no level. */
  private isNote({ cells, surplus }: AlignedRow, level1: string): boolean {
    if (level1 === '' || level1Name(level1) !== null) return false;
    return level1.length > LONGEST_LEVEL || (surplus.length === 0 && cells.filter((cell) => cell?.text).length === 1);
  }

  /** Carries merged levels on: a blank cell goes on with the level above it. */
  private takeLevels(cells: RowCells): void {
    const { level1, level2 } = levelsOf(cells);
    if (level1 !== '') {
      this.level1 = level1;
      this.level2 = '';
    }
    if (level2 !== '') this.level2 = level2;
  }

  /** Columns that the header names but nothing takes in, once each, and cells outside the columns. */
  private remarkOnSurplus({ cells, surplus }: AlignedRow, row: Row, { unknown }: ColumnLayout): void {
    const unlabelled: Located[] = [...surplus];
    for (const [index, text] of unknown) {
      const cell = cells[index];
      if (!cell || cell.text === '') continue;
      if (text === '') unlabelled.push(cell);
      else if (!this.remarkedColumns.has(index)) {
        this.remarkedColumns.add(index);
        this.remarks.add({ code: 'unrecognised-column', params: { text }, at: cell.at });
      }
    }
    if (unlabelled.length > 0) {
      this.remark('unrecognised-cell', { cells: unlabelled, at: unlabelled[0]?.at ?? row.at });
    }
  }

  private remark(code: string, row: Row): void {
    const text = printed(...row.cells.slice(0, 12).map((cell) => cell.text));
    this.remarks.add({ code, params: { text }, at: row.at });
  }
}
