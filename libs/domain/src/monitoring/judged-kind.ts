import type { IndicatorKind, IndicatorTarget } from '../targets/target-types.js';
import type { IndicatorRules } from './rule-pack.js';

const TYPED_NUMBERS: ReadonlySet<IndicatorKind> = new Set(['progressRate', 'yearEnd', 'level', 'cumulative']);

/**
 * The kind by which an indicator is judged: its own (R17), or by the preset `shanxi` cumulative under 数量, 效益 and 满意度
 * and a level elsewhere. What is no typed number keeps its own: dates, outcomes, and an execution rate, which follows the
 * money and would be red all year as a level. Upper limits are levels whatever this says: less is better there.
 */
export function judgedKind(
  { kind, level1, level2 }: Pick<IndicatorTarget, 'kind' | 'level1' | 'level2'>,
  { cumulativeUnder }: Pick<IndicatorRules, 'cumulativeUnder'>,
): IndicatorKind {
  if (cumulativeUnder === undefined || !TYPED_NUMBERS.has(kind)) return kind;
  const isCumulative = cumulativeUnder.some((word) => level1.includes(word) || level2.includes(word));
  return isCumulative ? 'cumulative' : 'level';
}
