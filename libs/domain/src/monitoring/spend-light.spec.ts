import { describe, expect, it } from '@jest/globals';
import { plan, sampleProject, wan } from '../testing/assessment-samples.js';
import type { AssessmentInput } from './assessment-types.js';
import { RATIO_RULE_PACK, type RulePack } from './rule-pack.js';
import { assessSpend } from './spend-light.js';

const spentIn = (month: number, spentWan: number | null, changes: Partial<AssessmentInput> = {}) =>
  assessSpend(
    sampleProject({
      period: { year: 2023, month },
      expenditureFen: spentWan === null ? null : wan(spentWan),
      ...changes,
    }),
  );

const straightLineMode: RulePack = {
  ...RATIO_RULE_PACK,
  spend: { ...RATIO_RULE_PACK.spend, reference: 'straightLine' },
};

describe('execution rate and gaps', () => {
  it('R7: 100 of 235.8 is 42.41 %', () => {
    expect(spentIn(6, 100).executionRate).toBe(42.41);
  });

  it('R8: 160 of 235.8 in October is 12.15 points below plan and 15.48 below straight-line', () => {
    expect(spentIn(10, 160)).toMatchObject({
      executionRate: 67.85,
      plannedRate: 80,
      gapToPlan: -12.15,
      straightLineRate: 83.33,
      gapToStraightLine: -15.48,
    });
  });

  it.each([[null], [0]])('R7: a budget of %p with nothing spent has no rate and is grey', (adjustedBudgetFen) => {
    expect(spentIn(6, 0, { adjustedBudgetFen })).toMatchObject({
      light: 'grey',
      reason: 'no-budget',
      executionRate: null,
      gapToPlan: null,
      ratioToReference: null,
    });
  });

  it('R7: a budget that reductions made negative has no rate, and any spending exceeds it', () => {
    expect(spentIn(6, 0, { adjustedBudgetFen: -100 })).toMatchObject({ reason: 'no-budget', executionRate: null });
    expect(spentIn(6, 1, { adjustedBudgetFen: -100 })).toMatchObject({ reason: 'overspent', executionRate: null });
  });

  it('R7: spending without a known budget cannot be judged', () => {
    expect(spentIn(6, 5, { adjustedBudgetFen: null })).toMatchObject({ light: 'grey', reason: 'no-budget' });
  });

  it('R7, R11: spending with a budget of 0 is overspent', () => {
    expect(spentIn(6, 0.01, { adjustedBudgetFen: 0 })).toMatchObject({
      light: 'red',
      reason: 'overspent',
      executionRate: null,
    });
  });
});

describe('R9: ratio to the plan', () => {
  it.each([
    [70.73, 'red', 59.99],
    [70.74, 'yellow', 60],
    [94.31, 'yellow', 79.99],
    [94.32, 'green', 80],
  ] as const)('R9: %p of 235.8 in June is %s, v %p', (spent, light, ratio) => {
    expect(spentIn(6, spent)).toMatchObject({
      light,
      ratioToReference: ratio,
      reason: light === 'green' ? 'spend-on-plan' : 'spend-behind-plan',
      reference: 'plan',
      bands: { redBelow: 60, yellowBelow: 80 },
    });
  });

  it('R9: compares unrounded: one 分 below the limit is red although v shows 60.00', () => {
    expect(assessSpend(sampleProject({ expenditureFen: 70_739_999 }))).toMatchObject({
      light: 'red',
      ratioToReference: 60,
    });
    expect(assessSpend(sampleProject({ expenditureFen: 70_740_000 })).light).toBe('yellow');
  });

  it('R9: between checkpoints, the last one met, is at worst yellow (0/0/100/100, September, nothing spent)', () => {
    expect(spentIn(9, 0, { schedule: plan(0, 0, 100, 100) })).toMatchObject({
      light: 'yellow',
      reason: 'between-checkpoints',
      plannedRate: 75,
      lastCheckpoint: { month: 6, percent: 0 },
    });
  });

  it('R9: between checkpoints with the last one missed is red (25/50/80/100, September, 43 %)', () => {
    expect(spentIn(9, 235.8 * 0.43)).toMatchObject({
      light: 'red',
      reason: 'spend-behind-plan',
      plannedRate: 72.5,
      lastCheckpoint: null,
    });
  });

  it('R9: exactly the last checkpoint counts as met, one 分 less does not', () => {
    const november = (expenditureFen: number) =>
      assessSpend(
        sampleProject({ period: { year: 2023, month: 11 }, schedule: plan(20, 20, 20, 100), expenditureFen }),
      );
    expect(november(wan(47.16))).toMatchObject({ light: 'yellow', reason: 'between-checkpoints', plannedRate: 60 });
    expect(november(wan(47.16) - 1)).toMatchObject({ light: 'red', reason: 'spend-behind-plan' });
  });

  it('R9: at a checkpoint nothing softens the light', () => {
    expect(spentIn(10, 0, { schedule: plan(0, 0, 100, 100) })).toMatchObject({ light: 'red' });
  });

  it('R9: the start of the year is a passed checkpoint of 0 %', () => {
    expect(spentIn(2, 0)).toMatchObject({
      light: 'yellow',
      reason: 'between-checkpoints',
      lastCheckpoint: { month: 0, percent: 0 },
    });
  });

  it('R9: yellow by its own figures keeps its own reason between checkpoints', () => {
    expect(spentIn(9, 235.8 * 0.55)).toMatchObject({ light: 'yellow', reason: 'spend-behind-plan' });
  });

  it('R9: a rule pack may compare with straight-line', () => {
    expect(spentIn(10, 160, { rulePack: straightLineMode })).toMatchObject({
      reference: 'straightLine',
      ratioToReference: 81.42,
      light: 'green',
    });
  });

  it('R9: straight-line has no checkpoints to be between', () => {
    expect(spentIn(9, 0, { schedule: plan(0, 0, 100, 100), rulePack: straightLineMode })).toMatchObject({
      light: 'red',
      reason: 'spend-behind-plan',
    });
  });

  it('R4: straight-line stands in for a missing plan and is labelled so', () => {
    expect(spentIn(6, 60, { schedule: null })).toMatchObject({
      planMissing: true,
      plannedRate: 50,
      reference: 'straightLine',
      ratioToReference: 50.89,
      light: 'red',
    });
  });

  it('R5: a project added in July is compared with the months since', () => {
    expect(spentIn(9, 235.8 / 2, { schedule: null, startMonth: 7 })).toMatchObject({
      straightLineRate: 50,
      ratioToReference: 100,
      light: 'green',
    });
  });
});

describe('R10: plan 0 at the date', () => {
  const schedule = plan(0, 0, 0, 100);

  it('R10: nothing spent is not due', () => {
    expect(spentIn(6, 0, { schedule })).toMatchObject({ light: 'grey', reason: 'not-due', ratioToReference: null });
  });

  it('R10: something spent is ahead of plan', () => {
    expect(spentIn(6, 0.01, { schedule })).toMatchObject({ light: 'green', reason: 'ahead-of-plan' });
  });

  it('R10: in straight-line mode nothing spent is red, and a little does not make it green', () => {
    expect(spentIn(6, 0, { schedule, rulePack: straightLineMode })).toMatchObject({
      light: 'red',
      ratioToReference: 0,
    });
    expect(spentIn(6, 0.01, { schedule, rulePack: straightLineMode }).light).toBe('red');
  });

  it('R10: nothing spent where the plan is missing is red', () => {
    expect(spentIn(6, 0, { schedule: null }).light).toBe('red');
  });
});

describe('R11: overspent', () => {
  it.each([
    [27.01, 'red'],
    [27, 'green'],
  ] as const)('R11: %p of 27.00 is %s', (spent, light) => {
    expect(spentIn(12, spent, { adjustedBudgetFen: wan(27) }).light).toBe(light);
  });

  it('R11: precedes R10 and holds in every mode', () => {
    const overspent = { adjustedBudgetFen: wan(27), schedule: plan(0, 0, 0, 100) };
    expect(spentIn(6, 27.01, overspent)).toMatchObject({ light: 'red', reason: 'overspent' });
    expect(spentIn(6, 27.01, { ...overspent, rulePack: straightLineMode })).toMatchObject({ reason: 'overspent' });
  });
});

describe('R28: blank spending', () => {
  it('R28: blank is not zero: grey with its own reason', () => {
    expect(spentIn(6, null)).toMatchObject({ light: 'grey', reason: 'not-reported', executionRate: null });
    expect(spentIn(6, 0)).toMatchObject({ light: 'red', executionRate: 0, gapToPlan: -50 });
  });

  it('R28: a project that starts after the round has nothing to report', () => {
    expect(spentIn(6, null, { startMonth: 7 })).toMatchObject({ light: 'grey', reason: 'not-due' });
  });

  it('an exempt project is grey, with its figures', () => {
    expect(spentIn(6, 300, { exempt: true })).toMatchObject({
      light: 'grey',
      reason: 'exempt',
      executionRate: 127.23,
    });
  });
});
