import { type Fraction } from '../kernel/exact.js';
import { monthsElapsed, type Period } from '../kernel/period.js';
import { ZERO } from '../monitoring/figures.js';
import { planAt, planPoints, type PlanOfYear, type PlanPoint } from './plan-curve.js';

/**
 * R44, earned schedule (Lipke 2003): how many months spending is ahead of its plan (positive) or late (negative); 0 where
 * it is level with it. Exact.
 *
 * Below the plan it is late by t − the *last* month m ≤ t at which the plan had no more than was spent; above, ahead by the
 * *first* month m ≥ t at which the plan has as much, minus t. So a stretch without planned spending makes nobody late.
 * More than the plan ever has (overspent, R11) is as far ahead as all of it would be, and less than nothing (a net
 * refund) as late as nothing would be: time has no more to say about those.
 * @param actualPercent cumulative expenditure in percent of the adjusted budget (R7), unrounded
 */
export function earnedSchedule(plan: PlanOfYear, at: Period | string, actualPercent: Fraction): Fraction {
  const now = monthsElapsed(at);
  const points = planPoints(plan);
  const planned = planAt(plan, at);
  const actual = within(actualPercent, points.at(-1)?.percent ?? ZERO);
  if (actual.equals(planned)) return ZERO;
  const earned = actual.lt(planned) ? lastMonthWith(points, actual) : firstMonthWith(points, actual);
  return earned.sub(now);
}

function within(percent: Fraction, most: Fraction): Fraction {
  if (percent.lt(ZERO)) return ZERO;
  return percent.gt(most) ? most : percent;
}

/** The last month at which the plan is not above `percent`; the plan rises above it somewhere. */
function lastMonthWith(points: readonly PlanPoint[], percent: Fraction): Fraction {
  return crossing(points, percent, ({ percent: planned }) => planned.gt(percent));
}

/** The first month at which the plan reaches `percent`; it does so somewhere. */
function firstMonthWith(points: readonly PlanPoint[], percent: Fraction): Fraction {
  return crossing(points, percent, ({ percent: planned }) => planned.gte(percent));
}

/** Where the plan passes `percent` on its way to the first corner that `isPast` it. */
function crossing(points: readonly PlanPoint[], percent: Fraction, isPast: (point: PlanPoint) => boolean): Fraction {
  const at = points.findIndex(isPast);
  const [from, to] = [points[at - 1], points[at]];
  if (from === undefined || to === undefined) return ZERO;
  const share = percent.sub(from.percent).div(to.percent.sub(from.percent));
  return to.month.sub(from.month).mul(share).add(from.month);
}
