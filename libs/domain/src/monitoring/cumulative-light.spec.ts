import { describe, expect, it } from '@jest/globals';
import { COUNTED_CASES as cases, lightIn, plan } from '../testing/assessment-samples.js';
import { RATIO_RULE_PACK, type RulePack } from './rule-pack.js';

const blueOfStandard: RulePack = {
  ...RATIO_RULE_PACK,
  indicators: { ...RATIO_RULE_PACK.indicators, blueOf: 'standard' },
};

describe('R18: cumulative', () => {
  it.each([
    [8099, 'red', 59.99],
    [8100, 'yellow', 60],
    [10_800, 'green', 80],
    [16_200, 'green', 120],
    [32_400, 'blue', 240],
    [0, 'red', 0],
    [-1350, 'red', -10],
  ] as const)('R18: %p of ≥27000件 in June is %s, v %p', (result, light, ratioToStandard) => {
    expect(lightIn(6, cases, result)).toMatchObject({ light, ratioToStandard, standard: 13_500 });
  });

  it('R18: 16200 is blue where blue is of the standard', () => {
    const changes = { rulePack: blueOfStandard };
    expect(lightIn(6, cases, 16_200, changes)).toMatchObject({ light: 'blue', reason: 'far-over-target' });
    expect(lightIn(6, cases, 16_199, changes).light).toBe('green');
  });

  it('R18: completion is of the annual target', () => {
    expect(lightIn(6, cases, 8100).completion).toBe(30);
  });

  it('R18: ≥6次 in March: the standard is rounded down to 1, and 1 is green', () => {
    expect(lightIn(3, { ...cases, rawValue: '≥6次', number: 6, unit: '次' }, 1)).toMatchObject({
      light: 'green',
      standard: 1,
      reason: 'on-standard',
    });
  });

  it.each([
    ['万元', 10.5],
    ['元', 10.5],
    ['年', 10.5],
    ['台', 10],
    ['张/册', 10],
    [null, 10],
  ] as const)('R18: the standard of 42 %s in March is %p', (unit, standard) => {
    expect(lightIn(3, { ...cases, number: 42, unit }, 20).standard).toBe(standard);
  });

  it.each([
    [59, 'red'],
    [60, 'yellow'],
    [99.99, 'yellow'],
    [100, 'green'],
    [119, 'green'],
    [120, 'blue'],
  ] as const)('R18: month 12: %p of ≥100件 is %s', (result, light) => {
    expect(lightIn(12, { ...cases, number: 100 }, result)).toMatchObject({ light, standard: 100 });
  });

  it('R18: month 12 judges the annual target unrounded', () => {
    const households = { ...cases, number: 4.5, unit: '万户' };
    expect(lightIn(12, households, 4)).toMatchObject({ light: 'yellow', standard: 4.5 });
  });

  it('R18: standard 0: a result of 0 is not due, more is ahead', () => {
    const two = { ...cases, rawValue: '≥2台', number: 2, unit: '台' };
    expect(lightIn(3, two, 0)).toMatchObject({ light: 'grey', reason: 'not-due', missing: null });
    expect(lightIn(3, two, 1)).toMatchObject({ light: 'green', reason: 'ahead-of-plan', ratioToStandard: null });
  });

  it('R18: plan 0 at the date: a result of 0 is not due, more is ahead', () => {
    const changes = { schedule: plan(0, 50, 80, 100) };
    expect(lightIn(3, cases, 0, changes)).toMatchObject({ light: 'grey', reason: 'not-due' });
    expect(lightIn(3, cases, 1, changes)).toMatchObject({ light: 'green', reason: 'ahead-of-plan' });
    expect(lightIn(6, cases, 0, changes).light).toBe('red');
  });

  it('R18: a target below 12 is at worst yellow before month 12', () => {
    const two = { ...cases, rawValue: '≥2台', number: 2, unit: '台' };
    expect(lightIn(11, two, 0)).toMatchObject({ light: 'yellow', reason: 'small-target' });
    expect(lightIn(12, two, 0)).toMatchObject({ light: 'red', reason: 'behind-standard' });
    expect(lightIn(12, two, 2)).toMatchObject({ light: 'green' });
    expect(lightIn(11, { ...two, number: 12 }, 0).light).toBe('red');
  });

  it('R17: a phased target replaces month/12', () => {
    const rest = { phasedTarget: 3000 };
    expect(lightIn(6, cases, 1799, {}, rest)).toMatchObject({ light: 'red', standard: 3000, ratioToStandard: 59.97 });
    expect(lightIn(6, cases, 2400, {}, rest).light).toBe('green');
    expect(lightIn(6, cases, 0, {}, { phasedTarget: 0 })).toMatchObject({ light: 'grey', reason: 'not-due' });
    expect(lightIn(6, cases, 0, { schedule: plan(0, 0, 0, 100) }, rest).light).toBe('red');
    expect(lightIn(12, cases, 26_999, {}, rest)).toMatchObject({ light: 'yellow', standard: 27_000 });
  });

  it('R5, R18: a project added in July is judged by the months since', () => {
    expect(lightIn(9, cases, 10_800, { startMonth: 7 })).toMatchObject({ light: 'green', standard: 13_500 });
  });

  it('R17c: an upper limit is a level, whatever its kind says', () => {
    const people = {
      ...cases,
      rawValue: '≤100人',
      operator: 'lte',
      number: 100,
      unit: '人',
      direction: 'atMost',
    } as const;
    expect(lightIn(6, people, 91)).toMatchObject({ light: 'green', reason: 'target-met', completion: null });
    expect(lightIn(6, people, 101).light).toBe('red');
  });

  it('R18: a target of ≥0 is met at the year end', () => {
    expect(lightIn(12, { ...cases, number: 0 }, 0)).toMatchObject({ light: 'green', reason: 'target-met' });
    expect(lightIn(6, { ...cases, number: 0 }, 0)).toMatchObject({ light: 'grey', reason: 'not-due' });
  });
});
