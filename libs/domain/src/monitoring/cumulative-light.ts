import { exact } from '../kernel/exact.js';
import type { IndicatorTarget } from '../targets/target-types.js';
import { isMoneyUnit } from '../targets/units.js';
import { bandLight } from './bands.js';
import type { Exact } from './figures.js';
import { percentOf, ZERO } from './figures.js';
import type { IndicatorContext, IndicatorVerdict, Standard } from './indicator-context.js';
import { bandsOf, isFinalMonth, ratioFigures, standardOf } from './indicator-context.js';
import { levelLight } from './level-light.js';

/**
 * R18: a count or an amount of money that grows through the year, as a percentage of the round's standard.
 * Blue from `blueFrom` percent of the annual target; small targets are at worst yellow before month 12; where nothing
 * is expected yet (standard 0, or a plan of 0 at the date) a result of 0 is not due and more than that is ahead.
 * A phased target is an expectation of its own, so that the plan of the money does not excuse it.
 */
export function cumulativeLight(
  target: IndicatorTarget,
  annual: Exact,
  result: Exact,
  phased: Exact | null,
  context: IndicatorContext,
): IndicatorVerdict {
  if (annual.lt(ZERO) || (annual.equals(ZERO) && isFinalMonth(context.period))) {
    return levelLight(target, annual, result);
  }
  const standard = cumulativeStandard(target, annual, phased, context);
  const figures = ratioFigures(result, standard);
  if (nothingExpected(standard, context)) {
    return result.gt(ZERO)
      ? { ...figures, light: 'green', reason: 'ahead-of-plan' }
      : { ...figures, light: 'grey', reason: 'not-due' };
  }
  const bands = bandsOf(context.rules, context.period);
  const judged = { ...figures, bands };
  if (isFarOver(result, annual, standard, context)) return { ...judged, light: 'blue', reason: 'far-over-target' };
  const light = bandLight(figures.ratio ?? ZERO, bands);
  if (light === 'green') return { ...judged, light, reason: 'on-standard' };
  if (light === 'red' && isSmall(annual, context)) {
    const smallTargetBelow = context.rules.smallTargetBelow;
    return { ...judged, light: 'yellow', reason: 'small-target', smallTargetBelow };
  }
  return { ...judged, light, reason: 'behind-standard' };
}

/** True where a round expects nothing yet of a cumulative target, so that a blank is not due either (R18, R28). */
export function nothingDueYet(
  target: IndicatorTarget,
  annual: Exact,
  phased: Exact | null,
  context: IndicatorContext,
): boolean {
  return !isFinalMonth(context.period) && nothingExpected(cumulativeStandard(target, annual, phased, context), context);
}

/** The standard, rounded down to whole units where the unit does not divide; the annual target is never rounded. */
function cumulativeStandard(
  target: IndicatorTarget,
  annual: Exact,
  phased: Exact | null,
  context: IndicatorContext,
): Standard {
  const standard = standardOf(annual, phased, context);
  return standard.basis === 'straightLine' && !isDivisible(target.unit, context)
    ? { ...standard, value: standard.value.floor() }
    : standard;
}

/**
 * A third of 万元 or of 年 is an amount, a third of a machine is not (R18). Nor is a percentage counted in pieces where the
 * rules make one cumulative (`shanxi`): of ≥95% in June 47.5 is expected, not 47.
 */
const isDivisible = (unit: string | null, { rules }: IndicatorContext): boolean =>
  isMoneyUnit(unit) || unit === '年' || (unit === '%' && rules.cumulativeUnder !== undefined);

function nothingExpected(standard: Standard, context: IndicatorContext): boolean {
  if (standard.value.lte(ZERO)) return true;
  return standard.basis === 'straightLine' && context.spend.planned.lte(ZERO);
}

function isFarOver(result: Exact, annual: Exact, standard: Standard, { rules }: IndicatorContext): boolean {
  const ratio = percentOf(result, rules.blueOf === 'standard' ? standard.value : annual);
  return ratio !== null && ratio.gte(exact(rules.blueFrom));
}

function isSmall(annual: Exact, { period, rules }: IndicatorContext): boolean {
  return !isFinalMonth(period) && annual.lt(exact(rules.smallTargetBelow));
}
