import { exact, ratio, type Fraction } from '../kernel/exact.js';
import type { Fen } from '../kernel/money.js';
import { given, HUNDRED, percentOf, shown, ZERO } from '../monitoring/figures.js';
import type { Likelihood } from '../reporting/report-types.js';
import type { IndicatorTarget } from '../targets/target-types.js';
import { FINAL_MONTH } from './plan-curve.js';
import type { YearEndForecast } from './year-end-forecast.js';

/** Limits in percent of the target: 确定能 where even the worst end reaches one, 完全不可能 where the best stays below the other. */
export interface LikelihoodLimits {
  readonly certainFrom: number;
  readonly impossibleBelow: number;
}

export interface LikelihoodRules {
  readonly spending: LikelihoodLimits;
  readonly results: LikelihoodLimits;
}

/** A budget counts as carried out from 95 %, as finance bureaus take it; an indicator is met or not. */
export const LIKELIHOOD_RULES: LikelihoodRules = {
  spending: { certainFrom: 95, impossibleBelow: 60 },
  results: { certainFrom: 100, impossibleBelow: 60 },
};

/** A suggestion with what it was made from, percent of the target with 2 places; compared unrounded. JSON-safe. */
export interface LikelihoodSuggestion extends LikelihoodLimits {
  readonly likelihood: Likelihood;
  readonly lowerPercent: number | null;
  readonly upperPercent: number | null;
  /** The span of methods, the pool's history, the indicator's trend, or the result so far. */
  readonly basis: 'methods' | 'pool' | 'trend' | 'result';
}

interface Span {
  readonly lower: Fraction;
  readonly upper: Fraction;
}

/**
 * R46: what to suggest for 完成目标可能性 (R26) of the spending: the interval of the forecast against the budget, or a share of
 * it that is to be spent. A suggestion only; the person decides, and both are kept. Nothing planned so far is nothing to go
 * by, so that it is 有可能. Null without a budget.
 * @param targetPercent share of the budget that counts as the target
 */
export function suggestForSpending(
  { interval, method }: Pick<YearEndForecast, 'interval' | 'method'>,
  budgetFen: Fen | null,
  targetPercent = 100,
  rules: LikelihoodRules = LIKELIHOOD_RULES,
): LikelihoodSuggestion | null {
  const target = exact(budgetFen ?? 0)
    .mul(exact(targetPercent))
    .div(HUNDRED);
  const span = reached({ lower: exact(interval.lowerFen), upper: exact(interval.upperFen) }, target);
  if (span === null) return null;
  const suggestion = suggest(span, rules.spending, interval.basis);
  const isGuess = method === 'planRemaining' && interval.basis === 'methods';
  return isGuess ? { ...suggestion, likelihood: 'possible' } : suggestion;
}

export interface ResultToJudge {
  readonly target: Pick<IndicatorTarget, 'kind' | 'number' | 'direction'>;
  /** The month (1…12) as of which the result is known. */
  readonly month: number;
  readonly result: number | null;
  /** Where the indicator's trend (R47) expects the year to end, less and plus its error; null where none is shown. */
  readonly trend: { readonly lower: number; readonly upper: number } | null;
}

/**
 * R46 for an indicator: its trend where there is one; else what counts through the year (R17 a, d) goes on at its pace or as
 * the rest of the target would, whichever is less or more, like money; and a level stays what it is. For a target that is
 * an upper limit the percentage is target ÷ result (R33), 100 for nothing at all. Null where there is no number to compare:
 * dates and outcomes, and 预算执行率, which follows the spending.
 */
export function suggestForResult(
  input: ResultToJudge,
  rules: LikelihoodRules = LIKELIHOOD_RULES,
): LikelihoodSuggestion | null {
  const { kind, direction } = input.target;
  const target = given(input.target.number);
  const span = spanOf(input, target);
  if (span === null || target === null || direction === null || kind === 'executionRate') return null;
  const percents = direction === 'atMost' ? withinLimit(span, target) : reached(span, target);
  return percents && suggest(percents, rules.results, input.trend === null ? 'result' : 'trend');
}

function spanOf(
  { target: { kind }, trend, result: reported, month }: ResultToJudge,
  target: Fraction | null,
): Span | null {
  if (trend !== null) return spanBetween(given(trend.lower), given(trend.upper));
  const result = given(reported);
  if (result === null || target === null) return null;
  if (kind !== 'cumulative' && kind !== 'progressRate') return { lower: result, upper: result };
  const pace = result.mul(ratio(FINAL_MONTH, month));
  const rest = result.add(target.mul(ratio(FINAL_MONTH - month, FINAL_MONTH)));
  return spanBetween(pace, rest);
}

function spanBetween(a: Fraction | null, b: Fraction | null): Span | null {
  if (a === null || b === null) return null;
  return a.lt(b) ? { lower: a, upper: b } : { lower: b, upper: a };
}

function reached({ lower, upper }: Span, target: Fraction): Span | null {
  if (target.lte(ZERO)) return null;
  return { lower: lower.div(target).mul(HUNDRED), upper: upper.div(target).mul(HUNDRED) };
}

/** The more there is, the less of the limit is kept. */
function withinLimit({ lower, upper }: Span, limit: Fraction): Span {
  const kept = (value: Fraction): Fraction => (value.lte(ZERO) ? HUNDRED : (percentOf(limit, value) ?? ZERO));
  return { lower: kept(upper), upper: kept(lower) };
}

function suggest(
  { lower, upper }: Span,
  { certainFrom, impossibleBelow }: LikelihoodLimits,
  basis: LikelihoodSuggestion['basis'],
): LikelihoodSuggestion {
  const figures = { lowerPercent: shown(lower), upperPercent: shown(upper), certainFrom, impossibleBelow, basis };
  if (lower.gte(exact(certainFrom))) return { likelihood: 'certain', ...figures };
  return { likelihood: upper.lt(exact(impossibleBelow)) ? 'impossible' : 'possible', ...figures };
}
