import type { Cell } from '../targets/recognition/document-types.js';
import { columnOfPlace } from './cell-place.js';
import type { FormData, FormKind, FormPoints } from './form-data.js';
import {
  FUNDS_COLUMNS,
  FUNDS_ROWS,
  type FundsColumn,
  type FundsRow,
  HEAD_LABELS,
  type HeadField,
  type IndicatorColumn,
  known,
  labelOf,
  NEEDED_COLUMNS,
} from './form-labels.js';
import { cellAtPlace, headerColumns, isIndicatorHeader, monthIn, placeIn } from './indicator-columns.js';
import { dayIn, readAmountCell, readPointsCell, readTextCell } from './read-form-cell.js';
import { IndicatorRow, type ReadIndicator } from './read-indicator-row.js';
import type { FormProblem, FormProblemCode, RecognisedForm } from './recognised-form.js';
import { formData, type ReadFunds } from './recognised-data.js';

const YEAR = /(20\d\d)年?度/;
const FOOTER = {
  filledBy: /填报人[:：]\s*(.*)$/,
  reviewedBy: /审核人[:：]\s*(.*)$/,
  projectCode: /项目编码[:：]\s*(\S*)/,
  verificationCode: /核验码[:：]\s*(\S*)/,
} as const;
const FILLED_ON = /填报日期[:：]/;
const TOTAL = /^(?:总分|合计|总计)$/;

/** Reads one form from its rows, found by the words of the form and not by fixed cells. */
export class FormReader {
  private readonly head: Partial<Record<HeadField | keyof typeof FOOTER | 'filledOn', string>> = {};
  private readonly funds: ReadFunds = { total: {}, fiscal: {}, carriedOver: {}, other: {} };
  private readonly indicators: ReadIndicator[] = [];
  private readonly places: Record<string, string> = {};
  private readonly problems: FormProblem[] = [];
  private year: number | null = null;
  private month: number | null = null;
  private total: FormPoints = { weight: null, points: null };
  private fundColumns: readonly { readonly column: FundsColumn; readonly place: number }[] = [];
  private goalColumns: readonly { readonly field: HeadField; readonly place: number }[] = [];
  private header: readonly Cell[] | null = null;
  private columns: ReadonlyMap<IndicatorColumn, number> | null = null;
  private isBelowTable = false;

  constructor(
    private readonly form: FormKind,
    private readonly at: string,
    title: string,
  ) {
    this.readYear(title);
  }

  text(cell: Cell): void {
    this.readYear(cell.text);
    this.readFooter([cell]);
  }

  row(cells: readonly Cell[]): void {
    this.month ??= monthIn(cells.map(({ text }) => text));
    if (this.header) return this.secondHeader(cells);
    if (isIndicatorHeader(cells)) {
      this.header = cells;
      return;
    }
    if (this.columns && !this.isBelowTable) return this.indicatorRow(cells, this.columns);
    if (this.isBelowTable) return this.readFooter(cells);
    this.headRow(cells);
  }

  finished(): RecognisedForm {
    if (this.header) this.secondHeader([]);
    if (this.columns === null) this.refuse('form-no-table');
    if (!this.head.projectName) this.refuse('form-project-missing');
    if (this.year === null) this.refuse('form-year-missing');
    if (this.form === 'monitoring' && this.month === null) this.refuse('form-month-missing');
    const { head, funds, indicators, total } = this;
    const period = { year: this.year ?? 0, month: this.month ?? 0 };
    const data: FormData = formData(this.form, { head, funds, indicators, total, period });
    return { data, places: this.places, problems: this.problems, at: this.at };
  }

  private headRow(cells: readonly Cell[]): void {
    for (const { text } of cells) if (text.length < 40) this.readYear(text);
    if (this.goalColumns.length > 0) this.goalRow(cells);
    else if (this.isFundsHeader(cells)) this.fundsHeader(cells);
    else if (!this.fundsRow(cells)) this.labelledCells(cells);
  }

  /** Labels with their values beside them; 预期目标 and 实际完成情况 have theirs below. */
  private labelledCells(cells: readonly Cell[]): void {
    const below = cells.flatMap((cell, index) => {
      const field = known(HEAD_LABELS, cell.text);
      return field === 'expectedGoals' || field === 'goalResult' ? [{ field, place: placeIn(cell, index) }] : [];
    });
    if (below.length > 1) {
      this.goalColumns = below;
      return;
    }
    cells.forEach(({ text }, index) => {
      const field = known(HEAD_LABELS, text);
      const value = cells[index + 1];
      if (field !== null && value && known(HEAD_LABELS, value.text) === null) this.take(field, value);
    });
    this.readFooter(cells);
  }

  private goalRow(cells: readonly Cell[]): void {
    for (const { field, place } of this.goalColumns) {
      const cell = cellAtPlace(cells, place);
      if (cell) this.take(field, cell);
    }
    this.goalColumns = [];
  }

  private take(field: HeadField, cell: Cell): void {
    const text = readTextCell(cell);
    if (this.head[field] !== undefined) return;
    this.places[field === 'expectedGoals' ? 'goals' : field] = cell.at;
    if (text !== null) this.head[field] = text;
  }

  private isFundsHeader(cells: readonly Cell[]): boolean {
    return cells.filter(({ text }) => known(FUNDS_COLUMNS, text) !== null).length > 1;
  }

  private fundsHeader(cells: readonly Cell[]): void {
    this.fundColumns = cells.flatMap((cell, index) => {
      const column = known(FUNDS_COLUMNS, cell.text);
      return column === null ? [] : [{ column, place: placeIn(cell, index) }];
    });
  }

  private fundsRow(cells: readonly Cell[]): boolean {
    const label = cells.find(({ text }) => known(FUNDS_ROWS, text) !== null);
    const row = label && known(FUNDS_ROWS, label.text);
    if (!label || !row || this.fundColumns.length === 0) return false;
    const values = cells.slice(cells.indexOf(label) + 1);
    for (const { column, place } of this.fundColumns) {
      const cell = cellAtPlace(cells, place);
      if (cell && values.includes(cell)) this.takeFunds(row, column, cell);
    }
    return true;
  }

  private takeFunds(row: FundsRow, column: FundsColumn, cell: Cell): void {
    if (column === 'rate') return; // follows from the amounts
    this.places[`funds.${row}.${column}`] = cell.at;
    const read = column === 'weight' || column === 'points' ? readPointsCell(cell) : readAmountCell(cell);
    if ('value' in read) this.funds[row][column] = read.value;
    else this.problems.push(read.problem);
  }

  private secondHeader(cells: readonly Cell[]): void {
    const header = this.header ?? [];
    this.header = null;
    const found = headerColumns(header, cells);
    const at = header[0]?.at ?? this.at;
    if (!found) {
      this.problems.push({ code: 'form-header-misaligned', at });
      this.isBelowTable = true;
      return;
    }
    this.columns = found.columns;
    for (const column of ['name', 'result'] as const) {
      if (found.columns.has(column)) continue;
      this.problems.push({ code: 'form-column-missing', at, params: { column: NEEDED_COLUMNS[this.form][column] } });
    }
    if (found.rows === 1 && cells.length > 0) this.row(cells);
  }

  private indicatorRow(cells: readonly Cell[], columns: ReadonlyMap<IndicatorColumn, number>): void {
    const label = labelOf(cells.find(({ text }) => text !== '')?.text ?? '');
    if (TOTAL.test(label)) return this.totalRow(cells);
    if (/^(?:注|说明|备注)[:：]/.test(cells[0]?.text ?? '') || this.isFooter(cells)) {
      this.isBelowTable = true;
      return this.readFooter(cells);
    }
    const row = new IndicatorRow(cells, columns);
    if (row.isBlank) return;
    const { indicator, places, problems } = row.read(this.indicators.at(-1) ?? { level1: '', level2: '' });
    if (indicator.name === '') {
      if (row.hasAnswers) this.problems.push({ code: 'form-indicator-nameless', at: cells[0]?.at ?? this.at });
      return;
    }
    for (const [key, at] of Object.entries(places)) this.places[`indicators.${this.indicators.length}.${key}`] = at;
    this.problems.push(...problems);
    this.indicators.push(indicator);
  }

  /** 总分 stands in a merged cell, so that only the order of the two figures behind it is certain. */
  private totalRow(cells: readonly Cell[]): void {
    this.isBelowTable = true;
    const values = cells.slice(cells.findIndex(({ text }) => TOTAL.test(labelOf(text))) + 1);
    const figures = this.inColumns(values) ?? values.slice(0, 2);
    const [weight, points] = figures.map((cell, index) => {
      const key = index === 0 ? 'weight' : 'points';
      this.places[`total.${key}`] = cell.at;
      const read = readPointsCell(cell);
      if ('value' in read) return read.value;
      this.problems.push(read.problem);
      return null;
    });
    this.total = { weight: weight ?? null, points: points ?? null };
  }

  private inColumns(values: readonly Cell[]): Cell[] | null {
    const places = (['weight', 'points'] as const).map((column) => this.columns?.get(column));
    if (!values.every(({ at }) => columnOfPlace(at) !== null)) return null;
    const found = places.map((place) =>
      place === undefined ? undefined : values.find((cell) => placeIn(cell, -1) === place),
    );
    const [weight, points] = found;
    return weight && points ? [weight, points] : null;
  }

  private isFooter(cells: readonly Cell[]): boolean {
    return cells.some(
      ({ text }) => FILLED_ON.test(text) || Object.values(FOOTER).some((pattern) => pattern.test(text)),
    );
  }

  private readFooter(cells: readonly Cell[]): void {
    for (const cell of cells) {
      for (const [field, pattern] of Object.entries(FOOTER) as [keyof typeof FOOTER, RegExp][]) {
        const value = pattern.exec(cell.text)?.[1]?.trim();
        if (value === undefined) continue;
        this.places[field] = cell.at;
        if (value !== '') this.head[field] = value;
      }
      const day = FILLED_ON.test(cell.text) ? dayIn(cell.text) : null;
      if (day !== null) this.head.filledOn = day;
    }
  }

  private readYear(text: string): void {
    const year = YEAR.exec(text.normalize('NFKC').replace(/\s/g, ''))?.[1];
    if (year !== undefined) this.year ??= Number(year);
  }

  private refuse(code: FormProblemCode): void {
    this.problems.push({ code, at: this.at });
  }
}
