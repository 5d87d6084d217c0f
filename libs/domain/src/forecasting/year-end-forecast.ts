import { exact, type Fraction } from '../kernel/exact.js';
import type { Fen } from '../kernel/money.js';
import { err, ok, type Result } from '../kernel/result.js';
import { HUNDRED, ZERO } from '../monitoring/figures.js';
import { fenOf } from './forecast-money.js';

/** How the year's expenditure is forecast (R45): A/p; A + (1 − p)·B; both, weighted by p; the pool's chain ladder. */
export const FORECAST_METHODS = ['blend', 'planRemaining', 'pace', 'chainLadder'] as const;
export type ForecastMethod = (typeof FORECAST_METHODS)[number];

export interface ForecastInput {
  /** A: cumulative expenditure in 分; null where not reported, which is not zero (R28). */
  readonly spentFen: Fen | null;
  /** B: the adjusted budget in force, in 分; null where none is known. */
  readonly budgetFen: Fen | null;
  /** p: planned percentage at the date (R5), straight-line where the plan is missing; unrounded. */
  readonly plannedPercent: Fraction;
}

/** Where the year's expenditure is expected to end: `methods`, between pace and plan; `pool`, by the history of its pool. */
export interface ForecastInterval {
  readonly lowerFen: Fen;
  readonly upperFen: Fen;
  readonly basis: 'methods' | 'pool';
}

/** The year's expenditure as forecast from a project's own figures, in whole 分, rounded half away from zero. */
export interface YearEndForecast {
  readonly forecastFen: Fen;
  readonly method: 'blend' | 'planRemaining' | 'pace';
  /** Null where nothing was planned so far, for then there is no pace. */
  readonly paceFen: Fen | null;
  /** Null without a budget, like the blend. */
  readonly planRemainingFen: Fen | null;
  readonly blendFen: Fen | null;
  readonly interval: ForecastInterval;
}

/** `not-reported`: no expenditure; `no-basis`: no budget, and nothing planned so far that a pace could be taken from. */
export type NoForecast = 'not-reported' | 'no-basis';

/**
 * R45: forecasts the year's expenditure from what was spent, the budget and the plan. The blend (Benktander 1976) is the
 * forecast: p·pace + (1 − p)·plan-remaining, at most the budget unless that is exceeded already. B 100, p 0.5,
 * A 35 → pace 70, plan-remaining 85, blend 77.5.
 *
 * Where nothing was planned so far (p = 0, also a project that starts later) it is plan-remaining; without a budget it is
 * the pace. A budget of 0 is a budget: with spending it is exceeded. A net refund has no pace to go on at, and counts as
 * its own. The interval lies between pace and plan-remaining, capped like the forecast: a span of methods, no probability.
 */
export function forecastYearEnd(input: ForecastInput): Result<YearEndForecast, NoForecast> {
  if (input.spentFen === null) return err('not-reported');
  const spent = exact(input.spentFen);
  const share = shareOf(input.plannedPercent);
  const pace = paceOf(spent, share);
  if (input.budgetFen === null) return pace === null ? err('no-basis') : ok(byPaceAlone(pace));
  return ok(byBudget(spent, atLeastZero(exact(input.budgetFen)), share, pace));
}

/** The most that a forecast may say: the budget, or no limit (null) where it is exceeded already (R45). */
export const forecastCap = (spent: Fraction, budget: Fraction): Fraction | null => (spent.gt(budget) ? null : budget);

export const capped = (amount: Fraction, cap: Fraction | null): Fraction =>
  cap !== null && amount.gt(cap) ? cap : amount;

const atLeastZero = (amount: Fraction): Fraction => (amount.lt(ZERO) ? ZERO : amount);

function shareOf(percent: Fraction): Fraction {
  return capped(atLeastZero(percent), HUNDRED).div(HUNDRED);
}

function paceOf(spent: Fraction, share: Fraction): Fraction | null {
  if (share.equals(ZERO)) return null;
  return spent.lt(ZERO) ? spent : spent.div(share);
}

function byPaceAlone(pace: Fraction): YearEndForecast {
  const paceFen = fenOf(pace);
  const interval: ForecastInterval = { lowerFen: paceFen, upperFen: paceFen, basis: 'methods' };
  return { forecastFen: paceFen, method: 'pace', paceFen, planRemainingFen: null, blendFen: null, interval };
}

function byBudget(spent: Fraction, budget: Fraction, share: Fraction, pace: Fraction | null): YearEndForecast {
  const cap = forecastCap(spent, budget);
  const toCome = exact(1).sub(share);
  const planRemaining = spent.add(toCome.mul(budget));
  const blend = pace === null ? planRemaining : share.mul(pace).add(toCome.mul(planRemaining));
  const blendFen = fenOf(capped(blend, cap));
  const ends = [planRemaining, pace ?? planRemaining].map((amount) => fenOf(capped(amount, cap)));
  return {
    forecastFen: blendFen,
    method: pace === null ? 'planRemaining' : 'blend',
    paceFen: pace === null ? null : fenOf(pace),
    planRemainingFen: fenOf(planRemaining),
    blendFen,
    interval: { lowerFen: Math.min(...ends), upperFen: Math.max(...ends), basis: 'methods' },
  };
}
