import { exact } from '../kernel/exact.js';
import type { LargeProjectRules } from './rule-pack.js';
import type { SpendFigures } from './spend-figures.js';
import type { SpendVerdict } from './spend-verdict.js';

/** R14: red where a large project is far behind straight-line progress and behind its plan; null where that says nothing. */
export function judgeLargeProject(
  rules: LargeProjectRules | null | undefined,
  { budget, executionRate, planned, straightLine }: SpendFigures,
): SpendVerdict | null {
  if (!rules || budget === null || executionRate === null) return null;
  const isLarge = budget.gte(exact(rules.budgetFromFen));
  const isFarBehind = executionRate.sub(straightLine).lte(exact(rules.gapToStraightLine));
  const isBehindPlan = executionRate.sub(planned).lt(exact(rules.gapToPlanBelow));
  if (!isLarge || !isFarBehind || !isBehindPlan) return null;
  return { light: 'red', reason: 'large-project-behind', largeProject: rules };
}
