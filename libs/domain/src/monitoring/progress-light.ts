import type { IndicatorTarget } from '../targets/target-types.js';
import { bandLight } from './bands.js';
import type { Exact } from './figures.js';
import { ZERO } from './figures.js';
import type { IndicatorContext, IndicatorVerdict, Standard } from './indicator-context.js';
import { bandsOf, grey, isFinalMonth, ratioFigures, share, standardOf } from './indicator-context.js';
import { levelLight } from './level-light.js';

/**
 * R17(a): a rate that grows to its target through the year. Before month 12 it is judged against target × month/12
 * (or the phased target) with the bands of R18 and is never blue; in month 12 it is a level (R19).
 */
export function progressLight(
  target: IndicatorTarget,
  annual: Exact,
  result: Exact,
  phased: Exact | null,
  context: IndicatorContext,
): IndicatorVerdict {
  return scaled(target, annual, result, standardOf(annual, phased, context), context);
}

/**
 * R17(a) for 预算执行率 and 人员经费执行率: the result is the execution rate of R7, not a typed one, and the standard is
 * the target × the planned percentage of R5. Grey where there is no budget, or no spending was reported.
 */
export function executionRateLight(
  target: IndicatorTarget,
  annual: Exact,
  context: IndicatorContext,
): IndicatorVerdict {
  const { executionRate, expenditure, planned } = context.spend;
  if (expenditure === null) return grey(context.startMonth > context.period.month ? 'not-due' : 'not-reported');
  if (executionRate === null) return grey('no-budget');
  const standard: Standard = { value: share(annual, planned), basis: 'plannedRate', progress: planned };
  return scaled(target, annual, executionRate, standard, context);
}

function scaled(
  target: IndicatorTarget,
  annual: Exact,
  result: Exact,
  standard: Standard,
  context: IndicatorContext,
): IndicatorVerdict {
  if (isFinalMonth(context.period) || annual.lt(ZERO)) return levelLight(target, annual, result);
  const figures = ratioFigures(result, standard);
  if (figures.ratio === null) {
    return result.gt(ZERO)
      ? { ...figures, light: 'green', reason: 'ahead-of-plan' }
      : { ...figures, light: 'grey', reason: 'not-due' };
  }
  const bands = bandsOf(context.rules, context.period);
  const light = bandLight(figures.ratio, bands);
  return { ...figures, bands, light, reason: light === 'green' ? 'on-standard' : 'behind-standard' };
}
