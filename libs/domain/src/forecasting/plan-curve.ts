import { exact, type Fraction } from '../kernel/exact.js';
import type { Period } from '../kernel/period.js';
import { plannedPercent, straightLinePercent } from '../targets/spend-schedule.js';
import type { SpendSchedule } from '../targets/target-types.js';

/** How a project means to spend over the year. */
export interface PlanOfYear {
  /** Null where the plan is missing: straight-line progress stands in for it (R4). */
  readonly schedule: SpendSchedule | null;
  /** Month (1…12) in which the project was added; 1 for a project of the whole year (R5). */
  readonly startMonth: number;
}

/** Cumulative expenditure of a project or a pool at the end of a month (1…12), in 分. */
export interface MonthlyExpenditure {
  readonly month: number;
  readonly expenditureFen: number;
}

/** A corner of the plan, exact: between two of them it is linear. */
export interface PlanPoint {
  readonly month: Fraction;
  readonly percent: Fraction;
}

/** The year's last month: every forecast is of its end. */
export const FINAL_MONTH = 12;

/** R5: planned cumulative percent at the end of a period or a day; straight-line where the plan is missing. Exact. */
export const planAt = ({ schedule, startMonth }: PlanOfYear, at: Period | string): Fraction =>
  schedule === null ? straightLinePercent(at, startMonth) : plannedPercent(schedule, at);

/** R5: the same at the end of a month (1…12) of whatever year. */
export const planAtMonth = (plan: PlanOfYear, month: number): Fraction => planAt(plan, { year: 2000, month });

const point = (month: number, percent: number): PlanPoint => ({ month: exact(month), percent: exact(percent) });

/** The corners of the plan from (0, 0) to the end of December, ascending; the straight line rises from its start month. */
export function planPoints({ schedule, startMonth }: PlanOfYear): readonly PlanPoint[] {
  const start = point(0, 0);
  if (schedule === null) return [start, point(startMonth - 1, 0), point(FINAL_MONTH, 100)];
  const points = schedule.map(({ month, percent }) => point(month, percent));
  return [start, ...points, point(FINAL_MONTH, schedule.at(-1)?.percent ?? 0)];
}
