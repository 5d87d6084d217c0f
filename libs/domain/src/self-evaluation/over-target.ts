import { exact } from '../kernel/exact.js';
import { given, HUNDRED, percentOf, ZERO } from '../monitoring/figures.js';
import { annualTarget } from '../monitoring/indicator-context.js';
import { isAtMost } from '../monitoring/level-light.js';
import type { EvaluationRules } from './evaluation-rules.js';
import type { LeafToScore } from './evaluation-types.js';

/**
 * Whether a result of the year is so far over its target that it needs an explanation (R25): from 130 % on of a floor, or of a
 * target without operator: 26 of ≥20 does, 25 and 6418 of ≥5000 (128.36 %) do not. An explicit `=` is exceeded by anything more.
 * Units that are exempt are data (%). A filled execution rate is explained with the money.
 */
export function isFarOverTarget(
  { target, answer }: Pick<LeafToScore, 'target' | 'answer'>,
  rules: Pick<EvaluationRules, 'overTargetFrom' | 'overTargetExemptUnits'>,
): boolean {
  const annual = annualTarget(target);
  const result = answer?.type === 'value' ? given(answer.value) : null;
  if (annual === null || result === null || annual.lte(ZERO) || isAtMost(target)) return false;
  if (target.kind === 'executionRate') return false;
  if (target.unit !== null && rules.overTargetExemptUnits.includes(target.unit)) return false;
  if (target.operator === 'eq' && target.operatorPrinted) return result.gt(annual);
  const percent = percentOf(result, annual) ?? HUNDRED;
  return percent.gte(exact(rules.overTargetFrom));
}
