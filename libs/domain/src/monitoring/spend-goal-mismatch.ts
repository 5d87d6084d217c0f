import { exact } from '../kernel/exact.js';
import type { IndicatorKind } from '../targets/target-types.js';
import type { IndicatorAssessment, IndicatorReason, ProjectAssessment } from './assessment-types.js';
import type { Exact } from './figures.js';
import { given, HUNDRED, percentOf, shown, ZERO } from './figures.js';
import { isAtMost } from './level-light.js';
import { mismatchRulesOf } from './mismatch-rules.js';
import type { RulePack } from './rule-pack.js';
import { executionRate } from './spend-figures.js';

/** How far the money and the goals of a project have come, and whether they run apart (R15). JSON-safe, percent. */
export interface SpendGoalMismatch {
  /** Mean of what was reached of the annual targets, each at most 100. */
  readonly goalPercent: number;
  readonly executionRate: number;
  /** Money minus goals, in points. */
  readonly gap: number;
  /** Indicators that the mean was made of. */
  readonly indicators: number;
  /** What is too far ahead; null where they keep together, or where the goals may be ahead. */
  readonly side: 'moneyAhead' | 'goalsAhead' | null;
  /** The points that the gap was compared with. */
  readonly limit: number;
}

/** Kinds that grow through the year. An execution rate is the money itself, and no goal to compare it with. */
const GROWING: ReadonlySet<IndicatorKind> = new Set(['cumulative', 'progressRate']);
const NOT_JUDGED: ReadonlySet<IndicatorReason> = new Set(['exempt', 'direction-to-confirm', 'target-unclear']);

/**
 * R15: the execution rate against the goal percentage, the mean over cumulative and progress indicators of
 * min(result ÷ annual target, 1). Null where there is nothing to compare: no such indicator has a result (a blank is not
 * zero, R28), no execution rate, or a rule pack that does not ask.
 *
 * A function of an assessment and not a part of it: lights were stored before there was such a figure, and judging a
 * locked round again has to give exactly what was stored (R49). It needs nothing that an assessment does not keep, so it
 * can be made of any stored one; a pack that says nothing of it (`ratio@1`) has the usual limits.
 */
export function spendGoalMismatch(
  { period, spend, goals }: Pick<ProjectAssessment, 'period' | 'spend' | 'goals'>,
  rulePack: Pick<RulePack, 'mismatch'>,
): SpendGoalMismatch | null {
  const rules = mismatchRulesOf(rulePack);
  const rate = executionRate(given(spend.adjustedBudgetFen), given(spend.expenditureFen));
  const reached = goals.indicators.flatMap((indicator) => reachedOf(indicator, period.month) ?? []);
  if (rules === null || rate === null || reached.length === 0 || spend.reason === 'exempt') return null;
  const goal = reached.reduce((sum, each) => sum.add(each), ZERO).div(exact(reached.length));
  const gap = rate.sub(goal);
  const isGoalsTurn = gap.lt(ZERO);
  const limit = isGoalsTurn ? rules.goalsAheadBy : rules.moneyAheadBy;
  const counts = !isGoalsTurn || rules.goalsAhead === 'always' || spend.light === 'yellow' || spend.light === 'red';
  const isApart = counts && gap.abs().gt(exact(limit));
  return {
    goalPercent: shown(goal) ?? 0,
    executionRate: shown(rate) ?? 0,
    gap: shown(gap) ?? 0,
    indicators: reached.length,
    side: isApart ? (isGoalsTurn ? 'goalsAhead' : 'moneyAhead') : null,
    limit,
  };
}

/** Percent of its annual target that an indicator has reached, 0…100; null where it does not count. */
function reachedOf({ basis, result, reason }: IndicatorAssessment, month: number): Exact | null {
  if (!GROWING.has(basis.kind) || NOT_JUDGED.has(reason) || month < basis.assessedFrom || isAtMost(basis)) return null;
  const [done, annual] = [given(result), given(basis.number)];
  const percent = done === null || annual === null || annual.lte(ZERO) ? null : percentOf(done, annual);
  if (percent === null) return null;
  if (percent.lt(ZERO)) return ZERO;
  return percent.gt(HUNDRED) ? HUNDRED : percent;
}
