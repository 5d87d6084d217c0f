import { exact, ratio, type Fraction } from '../kernel/exact.js';
import { monthsElapsed, type Period } from '../kernel/period.js';
import type { Problem } from '../kernel/result.js';
import { excerpt, halfWidth, isBlankCell } from '../kernel/text.js';
import type { Checkpoint, SpendSchedule } from './target-types.js';

/** 3月底, 6月底, 10月底, 12月底: the checkpoints of the usual form. An authority may use others. */
export const USUAL_CHECKPOINTS: readonly number[] = [3, 6, 10, 12];

/** By the end of `month` a plan below `percent` is worth a word, as advice only (R4). */
export interface ScheduleAdvice {
  readonly month: number;
  readonly percent: number;
}
export const USUAL_ADVICE: ScheduleAdvice = { month: 10, percent: 60 };

export interface ParsedSchedule {
  /** Null where the plan is missing, or was dropped with a problem or a warning. */
  readonly schedule: SpendSchedule | null;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

const PERCENT = /^([+-]?\d+(?:\.\d+)?)\s?(?:%|百分比|个百分点)?$/;

const dropped = (problem: Problem): ParsedSchedule => ({ schedule: null, problems: [problem], warnings: [] });

/** `50`, `50%`, `50百分比` → 50; null where the cell is no percentage. */
function readPercent(cell: string): number | null {
  const match = PERCENT.exec(halfWidth(cell).replaceAll('−', '-'));
  return match ? Number(match[1]) : null;
}

const isAscendingYear = (months: readonly number[]): boolean =>
  months.length > 0 &&
  months.every((month, at) => Number.isInteger(month) && month >= 1 && month <= 12 && month > (months[at - 1] ?? 0));

const sumOf = (percents: readonly number[]): Fraction =>
  percents.reduce((sum, percent) => sum.add(exact(percent)), exact(0));

/** What is wrong with cumulative percentages, in the order a person would look (R4). */
function faultOf(percents: readonly number[], printed: string): Problem | null {
  if (percents.some((percent) => percent < 0 || percent > 100)) {
    return { code: 'schedule-out-of-range', params: { printed } };
  }
  if (percents.some((percent, at) => percent < (percents[at - 1] ?? 0))) {
    return { code: 'schedule-decreasing', params: { printed } };
  }
  if (percents.at(-1) !== 100) return { code: 'schedule-last-not-100', params: { printed } };
  return null;
}

/** Parts that add up to 100 where running totals belong, such as 25/25/25/25: the plan was printed per phase (R4). */
const looksNonCumulative = (percents: readonly number[]): boolean =>
  percents.length > 1 &&
  percents.at(-1) !== 100 &&
  percents.every((percent) => percent >= 0) &&
  sumOf(percents).equals(exact(100));

/**
 * Running totals of percentages that were printed per phase (R4): 25/25/25/25 → 25/50/75/100, exact. For the question
 * that the warning `schedule-looks-non-cumulative` puts; nothing is converted without an answer to it.
 */
export function toCumulative(percents: readonly number[]): number[] {
  let total = exact(0);
  return percents.map((percent) => {
    total = total.add(exact(percent));
    return total.valueOf();
  });
}

/** The question with what the page needs to offer the conversion: the months and the running totals, in order. */
function nonCumulative(percents: readonly number[], months: readonly number[], printed: string): ParsedSchedule {
  const params = { printed, converted: toCumulative(percents).join('/'), months: months.join('/') };
  return { schedule: null, problems: [], warnings: [{ code: 'schedule-looks-non-cumulative', params }] };
}

function adviceOn(schedule: SpendSchedule, advice: ScheduleAdvice): Problem[] {
  const point = schedule.find(({ month }) => month === advice.month);
  if (!point || point.percent >= advice.percent) return [];
  const params = { month: advice.month, percent: point.percent, expected: advice.percent };
  return [{ code: 'schedule-low-late', params }];
}

/**
 * Reads the 资金支出计划 of a target table (R4): cumulative percent at each checkpoint, `0`, `50`, `50%` alike.
 * All blank or no cell at all gives null with the warning `schedule-missing`. A wrong count, a cell that is no percentage,
 * a value outside 0–100, a decrease or a last value other than 100 drops the schedule with a problem, never the project;
 * parts that add up to 100 drop it with the warning `schedule-looks-non-cumulative` and the converted plan.
 * Less than the advised percent at the advised month (60 in October) is the warning `schedule-low-late`.
 */
export function parseSchedule(
  cells: readonly string[],
  months: readonly number[] = USUAL_CHECKPOINTS,
  advice: ScheduleAdvice = USUAL_ADVICE,
): ParsedSchedule {
  if (cells.every(isBlankCell)) {
    return { schedule: null, problems: [], warnings: [{ code: 'schedule-missing' }] };
  }
  const printed = excerpt(cells.map(halfWidth).join('/'));
  if (!isAscendingYear(months)) return dropped({ code: 'schedule-wrong-months', params: { months: months.join('/') } });
  const found = cells.filter((cell) => !isBlankCell(cell)).length;
  if (cells.length !== months.length || found !== months.length) {
    return dropped({ code: 'schedule-wrong-count', params: { printed, expected: months.length, found } });
  }
  const percents = cells.map(readPercent);
  if (!percents.every((percent) => percent !== null)) {
    return dropped({ code: 'schedule-unreadable', params: { printed } });
  }
  if (looksNonCumulative(percents)) return nonCumulative(percents, months, printed);
  const fault = faultOf(percents, printed);
  if (fault) return dropped(fault);
  const schedule = months.map((month, at) => ({ month, percent: percents[at] ?? 0 }));
  return { schedule, problems: [], warnings: adviceOn(schedule, advice) };
}

const START: Checkpoint = { month: 0, percent: 0 };

/**
 * Planned cumulative spending in percent of the budget at the end of a period or of a day (R5): linear between
 * (0, 0) and the checkpoints, by day inside a month; after the last checkpoint its value. Exact.
 */
export function plannedPercent(schedule: SpendSchedule, at: Period | string): Fraction {
  const now = monthsElapsed(at);
  const next = schedule.findIndex((point) => now.lte(exact(point.month)));
  if (next === -1) return exact(schedule.at(-1)?.percent ?? 0);
  const to = schedule[next] ?? START;
  const from = schedule[next - 1] ?? START;
  const share = now.sub(exact(from.month)).div(exact(to.month - from.month));
  return exact(to.percent).sub(exact(from.percent)).mul(share).add(exact(from.percent));
}

/**
 * Straight-line progress (序时进度) in percent at the end of a period or of a day (R5): month ÷ 12;
 * for a project added in month s, (m − s + 1) ÷ (13 − s), and 0 before it began. Exact.
 */
export function straightLinePercent(at: Period | string, startMonth = 1): Fraction {
  const passed = monthsElapsed(at).sub(exact(startMonth - 1));
  if (passed.isNegative()) return exact(0);
  return passed.mul(ratio(100, 13 - startMonth));
}
