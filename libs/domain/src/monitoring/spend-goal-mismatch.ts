import { exact } from '../kernel/exact.js';
import { shown, ZERO } from './figures.js';
import { mismatchRulesOf } from './mismatch-rules.js';
import type { RulePack } from './rule-pack.js';
import { spendAndGoals, type MoneyAndGoals } from './spend-and-goals.js';

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
  assessment: MoneyAndGoals,
  rulePack: Pick<RulePack, 'mismatch'>,
): SpendGoalMismatch | null {
  const rules = mismatchRulesOf(rulePack);
  const both = spendAndGoals(assessment);
  if (rules === null || both === null) return null;
  const { rate, goal, indicators } = both;
  const gap = rate.sub(goal);
  const isGoalsTurn = gap.lt(ZERO);
  const limit = isGoalsTurn ? rules.goalsAheadBy : rules.moneyAheadBy;
  const { light } = assessment.spend;
  const counts = !isGoalsTurn || rules.goalsAhead === 'always' || light === 'yellow' || light === 'red';
  const isApart = counts && gap.abs().gt(exact(limit));
  return {
    goalPercent: shown(goal) ?? 0,
    executionRate: shown(rate) ?? 0,
    gap: shown(gap) ?? 0,
    indicators,
    side: isApart ? (isGoalsTurn ? 'goalsAhead' : 'moneyAhead') : null,
    limit,
  };
}
