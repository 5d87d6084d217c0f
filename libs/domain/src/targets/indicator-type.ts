import type { IndicatorTarget } from './target-types.js';

/** What an indicator is about, by the official frame of indicators (财预〔2021〕101号): 数量, 质量, 时效, 成本, 效益, 满意度. */
export const INDICATOR_TYPES = [
  'quantity',
  'quality',
  'timeliness',
  'cost',
  'benefit',
  'satisfaction',
  'other',
] as const;
export type IndicatorType = (typeof INDICATOR_TYPES)[number];

/** In the order in which they are looked for: 服务对象满意度 is printed under 效益指标 as well. */
const WORDS: readonly (readonly [IndicatorType, RegExp])[] = [
  ['satisfaction', /满意/],
  ['quantity', /数量/],
  ['quality', /质量/],
  ['timeliness', /时效/],
  ['cost', /成本/],
  ['benefit', /效益|效果|影响/],
];

/**
 * The type of an indicator by its printed level 2, else by its level 1: 社会效益指标, 效果指标 (the old name, R30) and
 * 可持续影响 are all benefits. What neither of them tells is `other`; an output indicator alone may be any of four.
 */
export function indicatorType({ level1, level2 }: Pick<IndicatorTarget, 'level1' | 'level2'>): IndicatorType {
  for (const level of [level2, level1]) {
    const found = WORDS.find(([, words]) => words.test(level));
    if (found !== undefined) return found[0];
  }
  return 'other';
}
