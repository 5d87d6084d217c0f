import { isBlankCell } from '../../kernel/text.js';
import { inferKind } from '../indicator-kind.js';
import { lintIndicator } from '../lint.js';
import type { TargetValue } from '../target-types.js';
import { parseTargetValue } from '../value-parser.js';
import type { RecognisedIndicator } from './document-types.js';
import { type Column, columnOf, isLevel2Name, level1Name, level1OfLevel2 } from './labels.js';
import { joinedLines, type Located, type Row } from './recognition-context.js';
import { printed, RemarkList } from './warning-list.js';

type Incomplete = { readonly level2: string | null; readonly name: string | null };

interface PrintedIndicator {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly description: string | null;
  readonly value: Located;
  readonly basis: string | null;
  readonly at: string;
}

/** Columns where a table prints no header: the national form with six, five or four cells. */
const USUAL_COLUMNS: Readonly<Record<number, readonly Column[]>> = {
  6: ['level1', 'level2', 'name', 'description', 'value', 'basis'],
  5: ['level1', 'level2', 'name', 'description', 'value'],
  4: ['level1', 'level2', 'name', 'value'],
};
/** No target value is longer; what follows (a pasted paragraph) is kept in the raw text but not parsed. */
const LONGEST_VALUE = 500;
/** Names of levels are a few words. */
const LONGEST_LEVEL = 40;

/** Collects the rows of one project's indicator table; columns are found by their header, never by a fixed place. */
export class IndicatorRows {
  readonly remarks = new RemarkList();
  readonly incomplete: Incomplete[] = [];
  private readonly indicators: PrintedIndicator[] = [];
  private columns: ReadonlyMap<Column, number> | null = null;
  private unknownColumns = new Map<number, string>();
  private width = 0;
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
    const columns = new Map<Column, number>();
    this.unknownColumns = new Map();
    row.cells.forEach((cell, index) => {
      const column = columnOf(cell.text);
      if (column !== null && !columns.has(column)) columns.set(column, index);
      else if (cell.text !== '') this.unknownColumns.set(index, printed(cell.text));
    });
    this.columns = columns;
    this.width = row.cells.length;
  }

  /** Takes a row below the header. Rows that are not complete are kept apart and remarked on; nothing is dropped. */
  row(row: Row): void {
    this.assumeColumns(row);
    const cells = this.aligned(row);
    const text = (column: Column): string => cells[this.columns?.get(column) ?? -1]?.text ?? '';
    if (this.isNote(cells, text('level1'))) return this.remark('unrecognised-row', row);
    this.takeLevels(text('level1'), text('level2'));
    this.remarkOnSurplus(cells, row);
    const [name, description, value] = [joinedLines(text('name')), optional(text('description')), text('value')];
    if (name !== '' && !isBlankCell(value)) {
      const at = cells[this.columns?.get('value') ?? 0]?.at ?? row.at;
      const level1 = this.level1 || (level1OfLevel2(this.level2) ?? '');
      if (this.level1 === '') this.remark('level1-missing', row);
      const basis = optional(text('basis'));
      const levels = { level1, level2: this.level2 };
      this.indicators.push({ ...levels, name, description, value: { text: value, at }, basis, at: row.at });
      return;
    }
    const isBlank = name === '' && description === null && isBlankCell(value);
    if (isBlank && row.cells.length >= this.width) return this.remark('indicator-blank', row);
    this.incomplete.push({ level2: this.level2 || null, name: name || null });
    this.remark('indicator-incomplete', row);
  }

  /** The indicators with their values parsed (R16–R17b); `year` dates a value that names none. */
  finish(year: number | null): RecognisedIndicator[] {
    return this.indicators.map((indicator) => this.recognised(indicator, year));
  }

  private recognised(indicator: PrintedIndicator, year: number | null): RecognisedIndicator {
    const { level1, level2, name, description, basis, at } = indicator;
    const rawValue = indicator.value.text;
    const { warnings, ...parsed } = parseTargetValue(rawValue.slice(0, LONGEST_VALUE), {
      name: name.slice(0, LONGEST_VALUE),
      ...(year === null ? {} : { year }),
    });
    const value: TargetValue = { ...parsed, rawValue };
    for (const { code, params } of warnings) {
      this.remarks.add({ code, params: { name, value: printed(rawValue), ...params }, at: indicator.value.at });
    }
    this.remarks.add(...lintIndicator({ level2, name, value }).map((problem) => ({ ...problem, at })));
    const kind = inferKind({ name, value });
    const valueAt = indicator.value.at;
    return { level1, level2, name, description, basis, ...value, ...kind, weight: null, at, valueAt };
  }

  private assumeColumns(row: Row): void {
    if (this.columns !== null) return;
    const usual = USUAL_COLUMNS[Math.min(row.cells.length, 6)] ?? USUAL_COLUMNS[6] ?? [];
    this.columns = new Map(usual.map((column, index) => [column, index]));
    this.width = usual.length;
  }

  /** A row in which the merged first cell is missing altogether begins with its level 2: shift it into its columns. */
  private aligned({ cells, at }: Row): Row['cells'] {
    const [first] = cells;
    const lacksLevel1 = cells.length === this.width - 1 && this.columns?.get('level1') === 0;
    if (!first || !lacksLevel1 || level1Name(first.text) !== null || !isLevel2Name(first.text)) return cells;
    return [{ text: '', at }, ...cells];
  }

  /** A remark across the table stands alone in its row and names no level. */
  private isNote(cells: Row['cells'], level1: string): boolean {
    if (level1 === '' || level1Name(level1) !== null) return false;
    return level1.length > LONGEST_LEVEL || cells.filter((cell) => cell.text !== '').length === 1;
  }

  /** Carries merged levels on: a blank cell goes on with the level above it. */
  private takeLevels(level1: string, level2: string): void {
    if (level1 !== '') {
      this.level1 = level1Name(level1) ?? withoutSpace(level1);
      this.level2 = '';
    }
    if (level2 !== '') this.level2 = withoutSpace(level2);
  }

  /** Columns that the header names but nothing takes in, once each, and cells to the right of the last column. */
  private remarkOnSurplus(cells: Row['cells'], row: Row): void {
    for (const [index, text] of this.unknownColumns) {
      const cell = cells[index];
      if (!cell || cell.text === '') continue;
      this.unknownColumns.delete(index);
      this.remarks.add({ code: 'unrecognised-column', params: { text }, at: cell.at });
    }
    const surplus = cells.slice(this.width).filter((cell) => cell.text !== '');
    if (surplus.length > 0) this.remark('unrecognised-cell', { cells: surplus, at: surplus[0]?.at ?? row.at });
  }

  private remark(code: string, row: Row): void {
    const text = printed(...row.cells.slice(0, 12).map((cell) => cell.text));
    this.remarks.add({ code, params: { text }, at: row.at });
  }
}

const optional = (text: string): string | null => (isBlankCell(text) ? null : text);

/** Names of levels are printed with spaces and line ends to fill narrow cells. */
const withoutSpace = (text: string): string => text.replace(/\s+/g, '');
