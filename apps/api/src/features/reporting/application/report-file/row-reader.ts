import {
  isPercentCell,
  LIKELIHOOD_OF,
  parseAmount,
  readResultCell,
  REASON_OF,
  type Likelihood,
  type Reason,
} from '@jixiao/domain';
import type { Column } from './columns.js';
import type { Place } from './place.js';
import type { BulkProject, BulkResult, Cells, FileIssue, ReadProject } from './read-report.js';
import type { SheetHeader } from './sheet-header.js';
import type { SheetRow } from './sheet-rows.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface DraftCells extends Cells {
  readonly columns: Map<Column, Place>;
}
interface DraftResult {
  readonly input: BulkResult;
  readonly indicatorId: string | null;
  readonly percentText: string | null;
  readonly cells: DraftCells;
}
interface DraftProject {
  readonly fields: Mutable<Omit<BulkProject, 'results'>>;
  readonly projectId: string | null;
  version: number | null;
  readonly results: DraftResult[];
  readonly cells: DraftCells;
}

const AMOUNTS = [
  ['expenditure', 'expenditureFen'],
  ['fiscal', 'fiscalFen'],
  ['other', 'otherFen'],
  ['expectedFullYear', 'expectedFullYearFen'],
] as const;
const SHORT = 50;

/**
 * Turns the rows of report sheets into the same input that a program gives. One row per indicator or per project; blank
 * project cells continue the row above. What is unreadable is put down with its cell, and the rest is read on.
 */
export class RowReader {
  private readonly projects = new Map<string, DraftProject>();
  private readonly found: FileIssue[] = [];
  private current: DraftProject | null = null;
  private header: SheetHeader | null = null;
  private columns: ReadonlyMap<Column, number> = new Map();
  private sheet: string | null = null;

  get issues(): readonly FileIssue[] {
    return this.found;
  }

  finish(): readonly ReadProject[] {
    return [...this.projects.values()];
  }

  /** Begins a sheet. A column nobody reads would be dropped in silence, so it is a fault: the file says what it may hold. */
  begin(sheet: string | null, header: SheetHeader): void {
    this.sheet = sheet;
    this.header = header;
    this.current = null;
    this.columns = new Map(
      header.cells.flatMap((cell, index) => (cell === null ? [] : [[cell.column, index] as const])).reverse(),
    );
    const at = (column: number): Place => ({ sheet, row: header.row, column });
    for (const { text, column } of header.unknown) this.refuse(at(column), 'column-unknown', { column: short(text) });
    for (const { text, column } of header.twice) this.refuse(at(column), 'column-twice', { column: short(text) });
  }

  take(row: SheetRow): void {
    if (this.header === null || row.row <= this.header.row || row.cells.every((cell) => cell === '')) return;
    const project = this.projectOf(row);
    if (project === null) return this.refuse(this.placeOf(row, null), 'project-unnamed');
    this.takeVersion(row, project);
    this.takeAmounts(row, project);
    this.takeSpendReasons(row, project);
    this.takeResult(row, project);
  }

  private projectOf(row: SheetRow): DraftProject | null {
    const code = this.cell(row, 'code') || null;
    const name = this.cell(row, 'name') || null;
    const projectId = this.cell(row, 'projectKey') || null;
    if (code === null && name === null && projectId === null) return this.current;
    const key = projectId ?? JSON.stringify([code, name]);
    const known = this.projects.get(key);
    this.current = known ?? { fields: { code, name }, projectId, version: null, results: [], cells: this.cellsOf(row) };
    if (known === undefined) this.projects.set(key, this.current);
    this.note(row, this.current.cells, 'code', 'name');
    return this.current;
  }

  private takeVersion(row: SheetRow, project: DraftProject): void {
    const version = Number(this.cell(row, 'version') || Number.NaN);
    if (Number.isInteger(version)) project.version = version;
  }

  private takeAmounts(row: SheetRow, project: DraftProject): void {
    for (const [column, field] of AMOUNTS) {
      const text = this.cell(row, column);
      if (text === '') continue;
      const fen = this.amountOf(row, column, text);
      if (fen === null) continue;
      const before = project.fields[field];
      if (before !== undefined && before !== fen) {
        this.refuse(this.placeOf(row, column), 'amount-contradicts', { text: short(text) });
      }
      project.fields[field] = fen;
      this.note(row, project.cells, column);
    }
  }

  private amountOf(row: SheetRow, column: Column, text: string): number | null {
    const unit = this.header?.cells[this.columnIndex(column)]?.unit ?? null;
    const place = this.placeOf(row, column);
    if (unit === null && !/元\s*$/.test(text)) {
      this.refuse(place, 'amount-unit-missing', { text: short(text) });
      return null;
    }
    const amount = parseAmount(text, unit ?? 'yuan');
    if (amount.ok) return amount.value;
    this.refuse(place, amount.error.code, { text: short(text), ...amount.error.params });
    return null;
  }

  private takeSpendReasons(row: SheetRow, project: DraftProject): void {
    const reasons = this.reasonsOf(row, 'spendReasons');
    if (reasons.length > 0) project.fields.reasons = reasons;
    const note = this.cell(row, 'spendReasonNote');
    if (note !== '') project.fields.reasonNote = note;
    const difference = this.cell(row, 'differenceNote');
    if (difference !== '') project.fields.differenceNote = difference;
    this.note(row, project.cells, 'spendReasons', 'spendReasonNote', 'differenceNote');
  }

  private takeResult(row: SheetRow, project: DraftProject): void {
    const name = this.cell(row, 'indicator');
    const indicatorId = this.cell(row, 'indicatorKey') || null;
    const resultText = this.cell(row, 'result');
    if (name === '' && indicatorId === null) {
      if (resultText !== '') this.refuse(this.placeOf(row, 'result'), 'indicator-unnamed', { text: short(resultText) });
      return;
    }
    const cells = this.cellsOf(row);
    this.note(row, cells, 'indicator', 'result', 'text', 'noData', 'expected');
    this.note(row, cells, 'reasons', 'reasonNote', 'likelihood', 'note');
    const answer = readResultCell(resultText);
    if (!answer.ok) this.refuse(this.placeOf(row, 'result'), answer.error.code, answer.error.params);
    const level2 = this.cell(row, 'level2');
    const reasons = this.reasonsOf(row, 'reasons');
    const noData = this.cell(row, 'noData');
    const input: BulkResult = {
      indicator: (level2 === '' || name === '' ? name : `${level2}/${name}`) || (indicatorId ?? ''),
      ...(noData === '' ? {} : { noData }),
      ...(answer.ok ? answer.value : {}),
      text: this.cell(row, 'text') || null,
      expected: this.cell(row, 'expected') || null,
      ...(reasons.length === 0 ? {} : { reasons }),
      reasonNote: this.cell(row, 'reasonNote') || null,
      likelihood: this.likelihoodOf(row),
      note: this.cell(row, 'note') || null,
    };
    const percentText = isPercentCell(resultText) ? short(resultText) : null;
    project.results.push({ input, indicatorId, percentText, cells });
  }

  private reasonsOf(row: SheetRow, column: Column): Reason[] {
    const words = this.cell(row, column)
      .split(/[、,，;；\s]+/)
      .filter((word) => word !== '');
    return [...new Set(words)].flatMap((word) => {
      const reason = REASON_OF.get(word.toLowerCase());
      if (reason === undefined) this.refuse(this.placeOf(row, column), 'reason-unknown', { text: short(word) });
      return reason === undefined ? [] : [reason];
    });
  }

  private likelihoodOf(row: SheetRow): Likelihood | null {
    const word = this.cell(row, 'likelihood').toLowerCase();
    if (word === '') return null;
    const likelihood = LIKELIHOOD_OF.get(word);
    if (likelihood === undefined)
      this.refuse(this.placeOf(row, 'likelihood'), 'likelihood-unknown', { text: short(word) });
    return likelihood ?? null;
  }

  private cell(row: SheetRow, column: Column): string {
    return row.cells[this.columnIndex(column)]?.trim() ?? '';
  }

  private columnIndex(column: Column): number {
    return this.columns.get(column) ?? -1;
  }

  private placeOf({ row }: SheetRow, column: Column | null): Place {
    const index = column === null ? -1 : this.columnIndex(column);
    return { sheet: this.sheet, row, column: index < 0 ? null : index + 1 };
  }

  private cellsOf(row: SheetRow): DraftCells {
    return { row: this.placeOf(row, null), columns: new Map() };
  }

  /** Remembers where the cells of these columns stand: the first row that has the column and holds something in it. */
  private note(row: SheetRow, cells: DraftCells, ...columns: Column[]): void {
    for (const column of columns) {
      const place = this.placeOf(row, column);
      const isFirst = !cells.columns.has(column);
      if (place.column !== null && (isFirst || this.cell(row, column) !== '')) cells.columns.set(column, place);
    }
  }

  private refuse(place: Place, code: string, params: FileIssue['params'] = {}): void {
    this.found.push({ place, path: '', code, params });
  }
}

const short = (text: string): string => text.slice(0, SHORT);
