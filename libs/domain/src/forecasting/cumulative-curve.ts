import { exact } from '../kernel/exact.js';
import type { Fen } from '../kernel/money.js';
import { HUNDRED, shown } from '../monitoring/figures.js';
import { fenOf } from './forecast-money.js';
import { FINAL_MONTH, planAtMonth, type MonthlyExpenditure, type PlanOfYear } from './plan-curve.js';

/** A cumulative figure and the time for which it was the known one. Instants are ISO text with a zone. */
export interface RecordedExpenditure extends MonthlyExpenditure {
  readonly recordedAt: string;
  /** When another figure took its place, or it was withdrawn; null while it is in force. */
  readonly supersededAt: string | null;
}

/** A figure that became another one; `toFen` null where it was withdrawn. */
export interface Correction {
  readonly month: number;
  readonly fromFen: Fen;
  readonly toFen: Fen | null;
  readonly at: string;
}

/** A month of the curve: spent in 分 (null where not known) against plan and straight line, in percent (2 places) and 分. */
export interface CurvePoint {
  readonly month: number;
  readonly expenditureFen: Fen | null;
  readonly plannedPercent: number | null;
  readonly straightLinePercent: number | null;
  /** Null without a budget. */
  readonly plannedFen: Fen | null;
  readonly straightLineFen: Fen | null;
}

const time = (instant: string): number => {
  const parsed = Date.parse(instant);
  if (Number.isNaN(parsed)) throw new RangeError(`not an instant: ${JSON.stringify(instant.slice(0, 40))}`);
  return parsed;
};

const byTime = (a: RecordedExpenditure, b: RecordedExpenditure): number => time(a.recordedAt) - time(b.recordedAt);

/**
 * R43: the cumulative expenditure as it was known at an instant, ascending by month: what had been recorded by then and
 * was not yet superseded. Months of which nothing was known are left out, for blank is not zero (R28). Throws a
 * RangeError on text that is no instant.
 */
export function curveAsKnownAt(records: readonly RecordedExpenditure[], instant: string): MonthlyExpenditure[] {
  const at = time(instant);
  const known = records
    .filter(
      ({ recordedAt, supersededAt }) => time(recordedAt) <= at && (supersededAt === null || at < time(supersededAt)),
    )
    .sort(byTime);
  const latest = new Map(known.map(({ month, expenditureFen }) => [month, expenditureFen]));
  return [...latest].map(([month, expenditureFen]) => ({ month, expenditureFen })).sort((a, b) => a.month - b.month);
}

/**
 * R43: every correction that was known at an instant, in the order in which they were made. Recording the same figure again
 * is none. A figure that was withdrawn and later given again is one correction, of the time when it was given.
 */
export function correctionsKnownAt(records: readonly RecordedExpenditure[], instant: string): Correction[] {
  const at = time(instant);
  const known = records.filter(({ recordedAt }) => time(recordedAt) <= at).sort(byTime);
  const corrections = known.flatMap((record, index) => {
    const next = known.slice(index + 1).find(({ month }) => month === record.month) ?? null;
    return correctionOf(record, next, at) ?? [];
  });
  return corrections.sort((a, b) => time(a.at) - time(b.at) || a.month - b.month);
}

function correctionOf(record: RecordedExpenditure, next: RecordedExpenditure | null, at: number): Correction | null {
  const { month, expenditureFen: fromFen, supersededAt } = record;
  if (next !== null) {
    const toFen = next.expenditureFen;
    return toFen === fromFen ? null : { month, fromFen, toFen, at: next.recordedAt };
  }
  if (supersededAt === null || time(supersededAt) > at) return null;
  return { month, fromFen, toFen: null, at: supersededAt };
}

/** R43: the twelve months of a curve against plan (straight-line where it is missing) and straight line. */
export function curveAgainstPlan(
  known: readonly MonthlyExpenditure[],
  plan: PlanOfYear,
  budgetFen: Fen | null,
): CurvePoint[] {
  const spent = new Map(known.map(({ month, expenditureFen }) => [month, expenditureFen]));
  const straight: PlanOfYear = { ...plan, schedule: null };
  return Array.from({ length: FINAL_MONTH }, (_, at) => {
    const month = at + 1;
    const [planned, even] = [planAtMonth(plan, month), planAtMonth(straight, month)];
    const amounts = [planned, even].map((each) =>
      budgetFen === null ? null : fenOf(exact(budgetFen).mul(each).div(HUNDRED)),
    );
    return {
      month,
      expenditureFen: spent.get(month) ?? null,
      plannedPercent: shown(planned),
      straightLinePercent: shown(even),
      plannedFen: amounts[0] ?? null,
      straightLineFen: amounts[1] ?? null,
    };
  });
}
