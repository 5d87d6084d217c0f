import { compareDates, isIsoDate } from '../kernel/calendar-date.js';
import { lastDayOf, type Period } from '../kernel/period.js';
import type { Problem } from '../kernel/result.js';
import type { IndicatorKind, IndicatorTarget } from '../targets/target-types.js';
import type { IndicatorAnswer } from './report-types.js';

/** Largest result that is accepted; what is larger is a slip of the unit, and would not be exact. */
export const MAX_RESULT = 1_000_000_000_000;

const NUMERIC_KINDS: ReadonlySet<IndicatorKind> = new Set(['progressRate', 'yearEnd', 'level', 'cumulative']);

/** Whether the type of an answer is one that the kind can be judged by; "no data" goes with every kind (R20, R21, R28). */
function fitsKind(kind: IndicatorKind, type: IndicatorAnswer['type']): boolean {
  if (type === 'noData') return true;
  if (kind === 'qualitative') return type === 'outcome';
  if (kind === 'date') return type === 'doneOn' || type === 'notDone';
  return NUMERIC_KINDS.has(kind) && type === 'value';
}

function checkValue(value: number): Problem | null {
  const params = { text: String(value) };
  if (!Number.isFinite(value)) return { code: 'result-unreadable', params };
  if (value < 0) return { code: 'result-negative', params };
  return value > MAX_RESULT ? { code: 'result-too-large', params } : null;
}

/** A day after the round's end is refused: it cannot have happened yet (R21). */
function checkDoneOn(doneOn: string, period: Period): Problem | null {
  if (!isIsoDate(doneOn)) return { code: 'done-on-unreadable', params: { text: doneOn } };
  const lastDay = lastDayOf(period);
  return compareDates(doneOn, lastDay) > 0 ? { code: 'done-after-round', params: { doneOn, lastDay } } : null;
}

/**
 * Refuses an answer that cannot be judged (R17, R20, R21, R28): `answer-filled-from-spending` for 预算执行率, which is
 * never typed; `answer-wrong-kind` where the type does not fit the kind; `result-unreadable`, `result-negative`,
 * `result-too-large`; `done-on-unreadable`, `done-after-round`; `no-data-reason-missing`. Null where the answer stands.
 */
export function checkAnswer(
  target: Pick<IndicatorTarget, 'name'>,
  kind: IndicatorKind,
  answer: IndicatorAnswer,
  period: Period,
): Problem | null {
  if (kind === 'executionRate') return { code: 'answer-filled-from-spending', params: { indicator: target.name } };
  if (!fitsKind(kind, answer.type)) {
    return { code: 'answer-wrong-kind', params: { indicator: target.name, kind, answer: answer.type } };
  }
  switch (answer.type) {
    case 'value':
      return checkValue(answer.value);
    case 'doneOn':
      return checkDoneOn(answer.doneOn, period);
    case 'noData':
      return answer.why.trim() === '' ? { code: 'no-data-reason-missing' } : null;
    case 'outcome':
    case 'notDone':
      return null;
  }
}

export interface ReportToSubmit {
  readonly indicators: readonly {
    readonly id: string;
    readonly target: Pick<IndicatorTarget, 'name' | 'kind' | 'assessedFrom' | 'dueDate'>;
  }[];
  readonly answers: ReadonlyMap<string, IndicatorAnswer | null>;
  /** Null where not reported, which is not zero. */
  readonly expenditureFen: number | null;
  readonly period: Period;
  /** Month (1…12) in which the project was added; nothing is asked of it before. */
  readonly startMonth?: number;
}

/** What a report lacks; `indicatorId` is null for the expenditure. */
export interface MissingAnswer {
  readonly indicatorId: string | null;
  readonly code: string;
}

/**
 * Whether a round asks for an answer to an indicator (R17, R21, R28): never for 预算执行率, which is filled from R7, not before
 * the month from which it is assessed, and for a date only once its day has come.
 */
export function isAskedFor(
  target: Pick<IndicatorTarget, 'kind' | 'assessedFrom' | 'dueDate'>,
  period: Period,
): boolean {
  if (target.kind === 'executionRate' || period.month < target.assessedFrom) return false;
  return target.kind !== 'date' || target.dueDate === null || compareDates(target.dueDate, lastDayOf(period)) <= 0;
}

/**
 * What still has to be entered before a report can be submitted (R28): the expenditure (`expenditure-missing`), and for every
 * indicator due a result, "not done yet", or "no data" with a reason (`answer-missing`, or what `checkAnswer` refuses, such
 * as an answer from before the target changed its kind).
 */
export function missingAnswers(report: ReportToSubmit): MissingAnswer[] {
  const { indicators, answers, expenditureFen, period, startMonth = 1 } = report;
  if (startMonth > period.month) return [];
  const missing: MissingAnswer[] = expenditureFen === null ? [{ indicatorId: null, code: 'expenditure-missing' }] : [];
  for (const { id, target } of indicators.filter((indicator) => isAskedFor(indicator.target, period))) {
    const answer = answers.get(id) ?? null;
    const problem = answer ? checkAnswer(target, target.kind, answer, period) : { code: 'answer-missing' };
    if (problem) missing.push({ indicatorId: id, code: problem.code });
  }
  return missing;
}
