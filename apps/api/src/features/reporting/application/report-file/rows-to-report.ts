import { parseAmount, type Likelihood, type Reason } from '@jixiao/domain';
import type { BulkReportInput } from '../../http/reporting.dto.js';
import type { BulkIssue } from '../resolve-bulk-report.js';
import { readHeader, type Column, type HeaderCell } from './columns.js';
import { readResultCell } from './read-result-cell.js';
import type { SheetRow } from './sheet-rows.js';

type BulkProject = BulkReportInput['projects'][number];
type BulkResult = NonNullable<BulkProject['results']>[number];
type Draft = { -readonly [K in keyof BulkProject]: BulkProject[K] } & { results: BulkResult[] };

const REASON_WORDS: ReadonlyMap<string, Reason> = new Map([
  ['经费保障', 'funding'],
  ['制度保障', 'institution'],
  ['人员保障', 'staff'],
  ['硬件条件保障', 'hardware'],
  ['其他', 'other'],
  ['funding', 'funding'],
  ['institution', 'institution'],
  ['staff', 'staff'],
  ['hardware', 'hardware'],
  ['other', 'other'],
]);
const LIKELIHOOD_WORDS: ReadonlyMap<string, Likelihood> = new Map([
  ['确定能', 'certain'],
  ['有可能', 'possible'],
  ['完全不可能', 'impossible'],
  ['certain', 'certain'],
  ['possible', 'possible'],
  ['impossible', 'impossible'],
]);
const AMOUNTS = {
  expenditure: 'expenditureFen',
  fiscal: 'fiscalFen',
  other: 'otherFen',
  expectedFullYear: 'expectedFullYearFen',
} as const;

/**
 * Turns the rows of a report sheet into the same input that a program gives. The header is the first row that names a
 * project column; one row per indicator follows, with the project cells blank where they continue the row above.
 */
export function rowsToReport(rows: readonly SheetRow[]): { input: BulkReportInput; issues: BulkIssue[] } {
  const reader = new RowReader();
  for (const row of rows) reader.take(row);
  return reader.finish();
}

class RowReader {
  private header: readonly (HeaderCell | null)[] | null = null;
  private readonly projects = new Map<string, Draft>();
  private readonly issues: BulkIssue[] = [];
  private current: Draft | null = null;

  take(row: SheetRow): void {
    if (row.cells.every((cell) => cell === '')) return;
    if (this.header === null) return this.takeHeader(row);
    const project = this.projectOf(row);
    if (project === null) return this.refuse(row.at, 'project-unnamed');
    this.takeAmounts(row, project);
    this.takeSpendReasons(row, project);
    this.takeResult(row, project);
  }

  finish(): { input: BulkReportInput; issues: BulkIssue[] } {
    if (this.header === null) this.refuse('line 1', 'report-header-missing');
    else if (this.projects.size === 0) this.refuse('line 1', 'report-empty');
    return { input: { projects: [...this.projects.values()] }, issues: this.issues };
  }

  private takeHeader(row: SheetRow): void {
    const header = row.cells.map(readHeader);
    if (!header.some((cell) => cell?.column === 'code' || cell?.column === 'name')) return;
    this.header = header;
    row.cells.forEach((text, index) => {
      // A column nobody reads would be dropped in silence: the file says what it may hold.
      if (text !== '' && header[index] === null) this.refuse(row.at, 'column-unknown', { column: text.slice(0, 50) });
    });
    const named = header.flatMap((cell) => (cell === null ? [] : [cell.column]));
    const twice = named.find((column, index) => named.indexOf(column) !== index);
    if (twice !== undefined) this.refuse(row.at, 'column-twice', { column: twice });
  }

  private projectOf(row: SheetRow): Draft | null {
    const code = this.cell(row, 'code') || null;
    const name = this.cell(row, 'name') || null;
    if (code === null && name === null) return this.current;
    const key = JSON.stringify([code, name]);
    const known = this.projects.get(key);
    this.current = known ?? { code, name, results: [] };
    if (known === undefined) this.projects.set(key, this.current);
    return this.current;
  }

  private takeAmounts(row: SheetRow, project: Draft): void {
    for (const [column, field] of Object.entries(AMOUNTS) as [
      keyof typeof AMOUNTS,
      (typeof AMOUNTS)[keyof typeof AMOUNTS],
    ][]) {
      const text = this.cell(row, column);
      if (text === '') continue;
      const fen = this.amountOf(row, column, text);
      if (fen === null) continue;
      const before = project[field];
      if (before !== undefined && before !== fen) this.refuse(row.at, 'amount-contradicts', { column, text });
      project[field] = fen;
    }
  }

  private amountOf(row: SheetRow, column: Column, text: string): number | null {
    const unit = this.header?.find((cell) => cell?.column === column)?.unit ?? null;
    if (unit === null && !/元\s*$/.test(text)) {
      this.refuse(row.at, 'amount-unit-missing', { column, text });
      return null;
    }
    const amount = parseAmount(text, unit ?? 'yuan');
    if (amount.ok) return amount.value;
    this.issues.push({ path: row.at, code: amount.error.code, params: { column, text, ...amount.error.params } });
    return null;
  }

  private takeSpendReasons(row: SheetRow, project: Draft): void {
    const reasons = this.reasonsOf(row, 'spendReasons');
    if (reasons.length > 0) project.reasons = reasons;
    const note = this.cell(row, 'spendReasonNote');
    if (note !== '') project.reasonNote = note;
  }

  private takeResult(row: SheetRow, project: Draft): void {
    const name = this.cell(row, 'indicator');
    const resultText = this.cell(row, 'result');
    if (name === '') {
      if (resultText !== '') this.refuse(row.at, 'indicator-unnamed', { text: resultText.slice(0, 50) });
      return;
    }
    const level2 = this.cell(row, 'level2');
    const answer = readResultCell(resultText);
    if (!answer.ok) return this.refuse(row.at, answer.error.code, { indicator: name, ...answer.error.params });
    project.results.push({
      indicator: level2 === '' ? name : `${level2}/${name}`,
      ...answer.value,
      text: this.cell(row, 'text') || null,
      expected: this.cell(row, 'expected') || null,
      reasons: this.reasonsOf(row, 'reasons'),
      reasonNote: this.cell(row, 'reasonNote') || null,
      likelihood: this.likelihoodOf(row),
      note: this.cell(row, 'note') || null,
    });
  }

  private reasonsOf(row: SheetRow, column: Column): Reason[] {
    const words = this.cell(row, column)
      .split(/[、,，;；\s]+/)
      .filter((word) => word !== '');
    return words.flatMap((word) => {
      const reason = REASON_WORDS.get(word.toLowerCase());
      if (reason === undefined) this.refuse(row.at, 'reason-unknown', { text: word.slice(0, 50) });
      return reason === undefined ? [] : [reason];
    });
  }

  private likelihoodOf(row: SheetRow): Likelihood | null {
    const word = this.cell(row, 'likelihood').toLowerCase();
    if (word === '') return null;
    const likelihood = LIKELIHOOD_WORDS.get(word);
    if (likelihood === undefined) this.refuse(row.at, 'likelihood-unknown', { text: word.slice(0, 50) });
    return likelihood ?? null;
  }

  private cell(row: SheetRow, column: Column): string {
    const index = this.header?.findIndex((cell) => cell?.column === column) ?? -1;
    return row.cells[index]?.trim() ?? '';
  }

  private refuse(path: string, code: string, params: BulkIssue['params'] = {}): void {
    this.issues.push({ path, code, params });
  }
}
