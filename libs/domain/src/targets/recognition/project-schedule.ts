import { isBlankCell } from '../../kernel/text.js';
import { parseSchedule } from '../spend-schedule.js';
import { checkpointMonth } from './labels.js';
import type { Located, Row } from './recognition-context.js';
import type { Remark } from './warning-list.js';

const USUAL_MONTHS = [3, 6, 10, 12];
/** No percentage is longer. */
const LONGEST_PERCENT = 40;

export interface FinishedSchedule {
  readonly percents: readonly number[] | null;
  readonly months: readonly number[] | null;
  readonly remarks: readonly Remark[];
  /** The percentages as printed, one behind the other, at the place of their row. */
  readonly source: Located | null;
}

/**
 * The schedule out of its cells (R4): a faulty one is dropped with its errors, never the project; blank or absent is
 * `schedule-missing`. Without printed months they are the usual ones.
 */
export function finishSchedule(
  cells: readonly Located[],
  months: readonly number[] | null,
  at: string,
): FinishedSchedule {
  if (cells.every((cell) => isBlankCell(cell.text))) {
    return { percents: null, months: null, remarks: [{ code: 'schedule-missing', at }], source: null };
  }
  const texts = cells.map((cell) => cell.text.slice(0, LONGEST_PERCENT));
  const { schedule, problems, warnings } = parseSchedule(texts, months ?? USUAL_MONTHS);
  const remarks = [...problems, ...warnings].map((problem) => ({ ...problem, at }));
  const source = { text: texts.join('/'), at };
  if (schedule === null) return { percents: null, months: null, remarks, source };
  return {
    percents: schedule.map(({ percent }) => percent),
    months: schedule.map(({ month }) => month),
    remarks,
    source,
  };
}

/** The 资金支出计划 of one project: a header with checkpoint months, and the row of cumulative percentages below it. */
export class ProjectSchedule {
  private months: { readonly month: number; readonly index: number }[] = [];
  private headerWidth = 0;
  private values: readonly Located[] | null = null;
  private valuesAt: string | null = null;

  /** A header was read and its row of percentages has not come yet. */
  awaiting = false;

  /** Takes the row with the label; percentages in the same row instead of months are taken at once. */
  header(row: Row, labelIndex: number): void {
    const cells = row.cells.slice(labelIndex + 1);
    this.headerWidth = row.cells.length;
    this.months = cells.flatMap((cell, offset) => {
      const month = checkpointMonth(cell.text);
      return month === null ? [] : [{ month, index: labelIndex + 1 + offset }];
    });
    if (this.months.length === 0 && cells.some((cell) => looksLikePercent(cell.text))) this.keep(cells, row.at);
    else this.awaiting = true;
  }

  /** Takes the row below the header; false where it is not the row of percentages. */
  takeValues(row: Row): boolean {
    const cells = this.columnsOf(row);
    const isBelowHeader = row.cells.length === this.headerWidth && row.cells[0]?.text === '';
    const fits = (text: string): boolean =>
      isBlankCell(text) || (isBelowHeader ? text.length <= LONGEST_PERCENT : looksLikePercent(text));
    if (!cells.every((cell) => fits(cell.text))) return false;
    this.keep(cells, row.at);
    return true;
  }

  /** R4; `projectAt` is the place of a remark where nothing is printed. */
  finish(projectAt: string): FinishedSchedule {
    const months = this.months.length > 0 ? this.months.map(({ month }) => month) : null;
    return finishSchedule(this.values ?? [], months, this.valuesAt ?? projectAt);
  }

  private keep(cells: readonly Located[], at: string): void {
    this.values = cells;
    this.valuesAt = at;
    this.awaiting = false;
  }

  /** Percentages stand below their months; where the rows differ in width, what is printed counts in order. */
  private columnsOf(row: Row): readonly Located[] {
    if (this.months.length > 0 && row.cells.length === this.headerWidth) {
      return this.months.flatMap(({ index }) => row.cells[index] ?? []);
    }
    const cells = row.cells.slice(0, WIDEST_SCHEDULE);
    if (this.months.length > 0 && cells.length === this.months.length) return cells;
    const filled = cells.filter((cell) => !isBlankCell(cell.text));
    return filled.length > 0 ? filled : cells;
  }
}

/** More cells than checkpoints can be: twelve months with a label. */
const WIDEST_SCHEDULE = 14;

const looksLikePercent = (text: string): boolean =>
  text.length <= LONGEST_PERCENT &&
  /^[-−]?\d[\d.,]*(?:%|百分比|万?元)?$/.test(text.normalize('NFKC').replace(/\s/g, ''));
