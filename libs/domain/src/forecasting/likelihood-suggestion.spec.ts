import { describe, it, expect } from '@jest/globals';
import { exact } from '../kernel/exact.js';
import type { Direction, IndicatorKind } from '../targets/target-types.js';
import { LIKELIHOOD_RULES, suggestForResult, suggestForSpending } from './likelihood-suggestion.js';
import { forecastYearEnd } from './year-end-forecast.js';

const between = (lowerFen: number, upperFen: number, budgetFen: number | null = 10_000, targetPercent = 100) =>
  suggestForSpending({ interval: { lowerFen, upperFen, basis: 'pool' }, method: 'blend' }, budgetFen, targetPercent)
    ?.likelihood ?? null;

describe('R46: likelihood of the spending', () => {
  it.each([
    [9500, 10_000, 'certain'],
    [9499, 10_000, 'possible'],
    [5000, 6000, 'possible'],
    [5000, 5999, 'impossible'],
  ])('%i to %i of 10000: %s', (lower, upper, expected) => {
    expect(between(lower, upper)).toBe(expected);
  });

  it('the target may be a share of the budget; without a budget there is none', () => {
    expect(between(7600, 8000, 10_000, 80)).toBe('certain');
    expect(between(7600, 8000, null)).toBeNull();
    expect(between(0, 0, 0)).toBeNull();
  });

  it('names its figures and limits', () => {
    const forecast = forecastYearEnd({ spentFen: 3500, budgetFen: 10_000, plannedPercent: exact(50) });
    expect(forecast.ok && suggestForSpending(forecast.value, 10_000)).toEqual({
      likelihood: 'possible',
      lowerPercent: 70,
      upperPercent: 85,
      certainFrom: 95,
      impossibleBelow: 60,
      basis: 'methods',
    });
  });

  it('nothing planned so far is nothing to go by', () => {
    const forecast = forecastYearEnd({ spentFen: 0, budgetFen: 10_000, plannedPercent: exact(0) });
    expect(forecast.ok && suggestForSpending(forecast.value, 10_000)?.likelihood).toBe('possible');
  });

  it('unless the pool has a history to go by', () => {
    const forecast = { interval: { lowerFen: 9600, upperFen: 9900, basis: 'pool' }, method: 'planRemaining' } as const;
    expect(suggestForSpending(forecast, 10_000)?.likelihood).toBe('certain');
  });

  it('the limits are data', () => {
    const rules = { ...LIKELIHOOD_RULES, spending: { certainFrom: 80, impossibleBelow: 30 } };
    const forecast = { interval: { lowerFen: 80, upperFen: 90, basis: 'pool' }, method: 'blend' } as const;
    expect(suggestForSpending(forecast, 100, 100, rules)?.likelihood).toBe('certain');
  });
});

describe('R46: likelihood of a result', () => {
  const suggested = (
    kind: IndicatorKind,
    number: number | null,
    month: number,
    result: number | null,
    direction: Direction | null = 'atLeast',
    trend: { lower: number; upper: number } | null = null,
  ) => suggestForResult({ target: { kind, number, direction }, month, result, trend })?.likelihood ?? null;

  it.each([
    ['a count in proportion', 'cumulative', 100, 6, 50, 'certain'],
    ['a count behind', 'cumulative', 100, 6, 40, 'possible'],
    ['a count that even the rest of the target does not save', 'cumulative', 100, 9, 30, 'impossible'],
    ['a count of nothing in March', 'cumulative', 100, 3, 0, 'possible'],
    ['a progress rate', 'progressRate', 90, 10, 35, 'impossible'],
    ['a level that is met', 'level', 90, 6, 91, 'certain'],
    ['a level that is not', 'level', 90, 6, 89.99, 'possible'],
  ] as const)('%s', (_name, kind, target, month, result, expected) => {
    expect(suggested(kind, target, month, result)).toBe(expected);
  });

  it.each([
    [10, 10, 'certain'],
    [10, 11, 'possible'],
    [10, 17, 'impossible'],
    [0, 0, 'certain'],
    [0, 1, 'impossible'],
  ])('an upper limit of %i with %i: %s', (limit, result, expected) => {
    expect(suggested('level', limit, 6, result, 'atMost')).toBe(expected);
  });

  it('a trend goes before the pace', () => {
    expect(suggested('cumulative', 100, 6, 10, 'atLeast', { lower: 101, upper: 120 })).toBe('certain');
    expect(suggested('level', 10, 6, 9, 'atMost', { lower: 9, upper: 12 })).toBe('possible');
  });

  it('is null where there is nothing to compare', () => {
    expect(suggested('level', 90, 6, null)).toBeNull();
    expect(suggested('qualitative', null, 6, null, null)).toBeNull();
    expect(suggested('executionRate', 100, 6, 50)).toBeNull();
    expect(suggested('cumulative', 0, 6, 50)).toBeNull();
  });
});
