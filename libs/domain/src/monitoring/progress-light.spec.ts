import { describe, expect, it } from '@jest/globals';
import { lightIn, plan, wan } from '../testing/assessment-samples.js';

describe('R17(a): progress rates', () => {
  const rate = { kind: 'progressRate', name: '工作完成率', rawValue: '100%', operator: 'eq', number: 100 } as const;

  it.each([
    [14, 'red'],
    [15, 'yellow'],
    [25, 'green'],
    [100, 'green'],
    [150, 'green'],
  ] as const)('R17: %p %% of 100 %% in March is %s', (result, light) => {
    expect(lightIn(3, rate, result)).toMatchObject({ light, standard: 25, completion: result });
  });

  it('R17, R19: in month 12 a progress rate is a level', () => {
    expect(lightIn(12, rate, 99.99)).toMatchObject({ light: 'red', reason: 'target-missed' });
    expect(lightIn(12, rate, 100)).toMatchObject({ light: 'green', reason: 'target-met' });
  });

  it('R17: a phased target replaces month/12', () => {
    expect(lightIn(3, rate, 14, {}, { phasedTarget: 10 })).toMatchObject({ light: 'green', standard: 10 });
    expect(lightIn(3, rate, 0, {}, { phasedTarget: 0 })).toMatchObject({ light: 'grey', reason: 'not-due' });
  });

  it('R17: the money plan does not excuse a progress rate', () => {
    expect(lightIn(3, rate, 14, { schedule: plan(0, 50, 50, 100) }).light).toBe('red');
  });
});

describe('R17(a): execution rate', () => {
  const execution = { kind: 'executionRate', name: '预算执行率', level2: '成本指标' } as const;

  it('R17: ≥90 %, June, plan 50, 100 of 235.8 spent: expected 45, v 94.24 green', () => {
    expect(lightIn(6, execution, null, { expenditureFen: wan(100) })).toMatchObject({
      light: 'green',
      result: 42.41,
      standard: 45,
      ratioToStandard: 94.24,
      completion: 47.12,
      missing: null,
    });
  });

  it('R17: is filled from R7, whatever was typed', () => {
    expect(lightIn(6, execution, 100, { expenditureFen: wan(10) })).toMatchObject({ light: 'red', result: 4.24 });
  });

  it('R19: in month 12 it is a level, compared unrounded: 89.996 % is shown as 90.00 % and red', () => {
    expect(lightIn(12, execution, null, { expenditureFen: wan(212.21) })).toMatchObject({ light: 'red', result: 90 });
    expect(lightIn(12, execution, null, { expenditureFen: wan(212.22) }).light).toBe('green');
  });

  it('R10: plan 0 at the date: nothing spent is not due, something is ahead', () => {
    const schedule = plan(0, 50, 50, 100);
    expect(lightIn(3, execution, null, { schedule, expenditureFen: 0 })).toMatchObject({
      light: 'grey',
      reason: 'not-due',
    });
    expect(lightIn(3, execution, null, { schedule, expenditureFen: 1 })).toMatchObject({
      light: 'green',
      reason: 'ahead-of-plan',
    });
  });

  it('R28: is grey while spending is not reported, and is not asked for itself', () => {
    expect(lightIn(6, execution, null, { expenditureFen: null })).toMatchObject({
      light: 'grey',
      reason: 'not-reported',
      missing: null,
    });
  });

  it('R7: is grey without a budget', () => {
    expect(lightIn(6, execution, null, { adjustedBudgetFen: null })).toMatchObject({
      light: 'grey',
      reason: 'no-budget',
    });
  });
});
