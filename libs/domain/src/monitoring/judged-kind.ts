import type { IndicatorKind, IndicatorTarget } from '../targets/target-types.js';
import { isAtMost } from './level-light.js';
import type { IndicatorRules } from './rule-pack.js';

const TYPED_NUMBERS: ReadonlySet<IndicatorKind> = new Set(['progressRate', 'yearEnd', 'level', 'cumulative']);

/**
 * The kind by which an indicator is judged: its own (R17), or by the preset `shanxi` cumulative under 数量, 效益 and 满意度
 * and a level elsewhere. What is no typed number keeps its own: dates, outcomes, and an execution rate, which follows the
 * money and would be red all year as a level. An upper limit is a level: less is better there.
 */
export function judgedKind(
  target: Pick<IndicatorTarget, 'kind' | 'level1' | 'level2' | 'operator' | 'direction'>,
  { cumulativeUnder }: Pick<IndicatorRules, 'cumulativeUnder'>,
): IndicatorKind {
  const { kind, level1, level2 } = target;
  if (cumulativeUnder === undefined || !TYPED_NUMBERS.has(kind)) return kind;
  if (isAtMost(target)) return 'level';
  const isCumulative = cumulativeUnder.some((word) => level1.includes(word) || level2.includes(word));
  return isCumulative ? 'cumulative' : 'level';
}
