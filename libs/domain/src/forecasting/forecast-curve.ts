import { exact, ratio, type Fraction } from '../kernel/exact.js';
import type { Fen } from '../kernel/money.js';
import { HUNDRED } from '../monitoring/figures.js';
import { fenOf } from './forecast-money.js';
import { FINAL_MONTH, planAtMonth, type PlanOfYear } from './plan-curve.js';
import type { ForecastInterval } from './year-end-forecast.js';

/** A month of the S-curve's future: forecast cumulative expenditure and the band around it, in whole 分. */
export interface ForecastPoint {
  readonly month: number;
  readonly forecastFen: Fen;
  readonly lowerFen: Fen;
  readonly upperFen: Fen;
}

export interface ForecastToDraw {
  readonly plan: PlanOfYear;
  /** The month (1…12) as of which it is forecast, and what was spent by its end. */
  readonly month: number;
  readonly spentFen: Fen;
  readonly forecastFen: Fen;
  readonly interval: ForecastInterval;
}

/**
 * R45 drawn as a curve: the path from what is spent at `month` (the first point, without a band) to the forecast of
 * December, with a band that opens from there to the interval. What is still to come follows the plan,
 * (plan(m) − plan(t)) ÷ (100 − plan(t)); where the plan is missing, or has nothing left to plan, it follows the straight line.
 * In December there is only the one point, for the year is over.
 */
export function forecastCurve({ plan, month, spentFen, forecastFen, interval }: ForecastToDraw): ForecastPoint[] {
  const pathTo = (end: Fen, share: Fraction): Fen => fenOf(exact(end).sub(exact(spentFen)).mul(share).add(spentFen));
  const points: ForecastPoint[] = [{ month, forecastFen: spentFen, lowerFen: spentFen, upperFen: spentFen }];
  for (let at = month + 1; at <= FINAL_MONTH; at += 1) {
    const share = shareToCome(plan, month, at);
    points.push({
      month: at,
      forecastFen: pathTo(forecastFen, share),
      lowerFen: pathTo(interval.lowerFen, share),
      upperFen: pathTo(interval.upperFen, share),
    });
  }
  return points;
}

/** Share of what is to come after `from` that comes by the end of `at`. */
function shareToCome(plan: PlanOfYear, from: number, at: number): Fraction {
  const done = planAtMonth(plan, from);
  if (done.gte(HUNDRED)) return ratio(at - from, FINAL_MONTH - from);
  return planAtMonth(plan, at).sub(done).div(HUNDRED.sub(done));
}
