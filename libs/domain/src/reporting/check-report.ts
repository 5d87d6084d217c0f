import { compareDates, isIsoDate } from '../kernel/calendar-date.js';
import { lastDayOf, type Period } from '../kernel/period.js';
import type { Problem } from '../kernel/result.js';
import type { IndicatorKind, IndicatorTarget } from '../targets/target-types.js';
import type { IndicatorAnswer } from './report-types.js';

/** Largest result that is accepted, on either side of zero; what is larger is a slip of the unit, and would not be exact. */
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
  return Math.abs(value) > MAX_RESULT ? { code: 'result-too-large', params } : null;
}

/** A day after the round's end is refused: it cannot have happened yet (R21). */
function checkDoneOn(doneOn: string, period: Period): Problem | null {
  if (!isIsoDate(doneOn)) return { code: 'done-on-unreadable', params: { text: doneOn } };
  const lastDay = lastDayOf(period);
  return compareDates(doneOn, lastDay) > 0 ? { code: 'done-after-round', params: { doneOn, lastDay } } : null;
}

/**
 * Refuses an answer that cannot be judged (R17, R20, R21, R28): `answer-filled-from-spending` for 预算执行率, which is
 * never typed; `answer-wrong-kind` where the type does not fit the kind; `result-unreadable`,
 * `result-too-large`; `done-on-unreadable`, `done-after-round`; `no-data-reason-missing`. Null where the answer stands.
 * A negative result stands: growth may be one, and self-evaluation counts it as 0 (R32).
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
