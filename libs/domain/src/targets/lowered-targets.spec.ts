import { describe, expect, it } from '@jest/globals';
import { plan, sampleTarget } from '../testing/assessment-samples.js';
import { isPlanLowered, loweredTargets } from './lowered-targets.js';
import type { IndicatorTarget } from './target-types.js';

const lowering = (original: Partial<IndicatorTarget>, present: Partial<IndicatorTarget>): string | null => {
  const [found] = loweredTargets(
    [{ id: 'a', target: sampleTarget(original) }],
    [{ id: 'a', target: sampleTarget(present) }],
  );
  return found?.lowering ?? null;
};
const atMost = { operator: 'lte', direction: 'atMost', unit: '天' } as const;
const date = { operator: 'date', kind: 'date', number: null, unit: null, direction: null } as const;
const words = { operator: 'qualitative', kind: 'qualitative', number: null, unit: null, direction: null } as const;

describe('R27: targets lowered late in the year', () => {
  it.each<[string, Partial<IndicatorTarget>, Partial<IndicatorTarget>, string | null]>([
    ['less of what should be much', { number: 90 }, { number: 80 }, 'lower'],
    ['more of what should be much', { number: 90 }, { number: 95 }, null],
    ['more of what should be little', { ...atMost, number: 10 }, { ...atMost, number: 12 }, 'lower'],
    ['less of what should be little', { ...atMost, number: 10 }, { ...atMost, number: 9 }, null],
    ['the limit itself, where it was to be exceeded', { operator: 'gt' }, { operator: 'gte' }, 'lower'],
    ['a later day', { ...date, dueDate: '2023-06-30' }, { ...date, dueDate: '2023-12-31' }, 'lower'],
    ['an earlier day', { ...date, dueDate: '2023-06-30' }, { ...date, dueDate: '2023-05-31' }, null],
    ['judged later in the year', { assessedFrom: 1 }, { assessedFrom: 12 }, 'lower'],
    ['another unit', { unit: '%' }, { unit: '件' }, 'incomparable'],
    ['another direction', {}, { direction: 'atMost' }, 'incomparable'],
    ['another kind', { kind: 'cumulative' }, { kind: 'level' }, 'incomparable'],
    ['other words', { ...words, rawValue: '充分保障' }, { ...words, rawValue: '基本保障' }, 'incomparable'],
    ['the same', {}, {}, null],
  ])('sees %s', (_name, original, present, expected) => {
    expect(lowering(original, present)).toBe(expected);
  });

  it('sees a target that is gone, and none that is new', () => {
    const [kept, gone, added] = ['a', 'b', 'c'].map((id) => ({ id, target: sampleTarget() }));
    if (!kept || !gone || !added) throw new Error('three targets');
    expect(loweredTargets([kept, gone], [added, kept])).toEqual([{ id: 'b', lowering: 'dropped' }]);
  });

  it('sees a plan that asks for less by then; one that was missing has nothing to fall behind', () => {
    const [usual, late] = [plan(25, 50, 80, 100), plan(0, 20, 80, 100)];
    expect(isPlanLowered(usual, late, { year: 2023, month: 6 })).toBe(true);
    expect(isPlanLowered(usual, late, { year: 2023, month: 10 })).toBe(false);
    expect(isPlanLowered(null, late, { year: 2023, month: 6 })).toBe(false);
  });
});
