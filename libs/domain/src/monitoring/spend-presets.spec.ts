import { describe, expect, it } from '@jest/globals';
import { plan, sampleProject, wan } from '../testing/assessment-samples.js';
import type { AssessmentInput } from './assessment-types.js';
import {
  HEFEI_RULE_PACK,
  LARGE_PROJECT_RULES,
  PRESET_RULE_PACKS,
  SICHUAN_RULE_PACK,
  STRAIGHT_LINE_RULE_PACK,
} from './preset-packs.js';
import { RATIO_RULE_PACK, type RulePack } from './rule-pack.js';
import { assessSpend } from './spend-light.js';

/** Of a budget of 100 万元, so that 万元 are percent. */
const percentIn = (rulePack: RulePack, month: number, percent: number, changes: Partial<AssessmentInput> = {}) =>
  assessSpend(
    sampleProject({
      rulePack,
      period: { year: 2023, month },
      adjustedBudgetFen: wan(100),
      expenditureFen: wan(percent),
      ...changes,
    }),
  );

describe('R12: preset sichuan', () => {
  const sichuan = (month: number, percent: number, changes: Partial<AssessmentInput> = {}) =>
    percentIn(SICHUAN_RULE_PACK, month, percent, changes);

  it.each([
    [4, 24.99, 'yellow'],
    [4, 25, 'green'],
    [6, 39.99, 'yellow'],
    [6, 40, 'green'],
    [8, 59.99, 'yellow'],
    [8, 60, 'green'],
    [10, 79.99, 'yellow'],
    [10, 80, 'green'],
  ] as const)('R12: in month %p %p %% is %s', (month, percent, light) => {
    expect(sichuan(month, percent)).toMatchObject({
      light,
      reason: light === 'yellow' ? 'spend-below-threshold' : 'spend-reaches-threshold',
      reference: 'threshold',
      ratioToReference: null,
      bands: null,
    });
  });

  it('R12: compares unrounded: one 分 below the threshold warns although the rate shows 40.00', () => {
    expect(sichuan(6, 0, { expenditureFen: wan(40) - 1 })).toMatchObject({ light: 'yellow', executionRate: 40 });
  });

  it.each([
    [5, 24.99, 'yellow', 4, 25],
    [9, 59.99, 'yellow', 8, 60],
    [9, 60, 'green', 8, 60],
    [12, 79.99, 'yellow', 10, 80],
    [12, 80, 'green', 10, 80],
  ] as const)('R12: month %p uses the last passed threshold: %p %% is %s', (month, percent, light, at, asked) => {
    expect(sichuan(month, percent)).toMatchObject({
      light,
      threshold: { applied: { month: at, percent: asked }, firstMonth: 4 },
    });
  });

  it('R12: before the first threshold nothing is asked: grey where nothing was spent, else green', () => {
    const threshold = { applied: null, firstMonth: 4 };
    expect(sichuan(3, 0)).toMatchObject({ light: 'grey', reason: 'not-due', threshold });
    expect(sichuan(3, 0.01)).toMatchObject({ light: 'green', reason: 'no-threshold-yet', threshold });
  });

  it('R12: nothing spent is a warning and never red, and a plan of 0 is no excuse', () => {
    expect(sichuan(12, 0)).toMatchObject({ light: 'yellow' });
    expect(sichuan(6, 0, { schedule: plan(0, 0, 0, 100) })).toMatchObject({ light: 'yellow', gapToPlan: 0 });
  });

  it('R12: a threshold that passed before a project began asks nothing of it', () => {
    expect(sichuan(9, 0, { startMonth: 9 })).toMatchObject({
      light: 'grey',
      reason: 'not-due',
      threshold: { applied: null, firstMonth: 10 },
    });
    expect(sichuan(10, 79, { startMonth: 9 })).toMatchObject({ light: 'yellow' });
    expect(sichuan(12, 0, { startMonth: 11 })).toMatchObject({ threshold: { applied: null, firstMonth: null } });
  });
});

describe('R13: the spend light of preset hefei', () => {
  it.each([
    [50, 'green', 'spend-on-plan'],
    [49.99, 'red', 'spend-behind-plan'],
  ] as const)('R13: %p %% in June is %s', (percent, light, reason) => {
    expect(percentIn(HEFEI_RULE_PACK, 6, percent)).toMatchObject({
      light,
      reason,
      reference: 'straightLine',
      bands: { redBelow: 100, yellowBelow: 100 },
    });
  });

  it('R13: is never softened by the plan', () => {
    const late = { schedule: plan(0, 0, 0, 100) };
    expect(percentIn(HEFEI_RULE_PACK, 9, 74.99, late).light).toBe('red');
    expect(percentIn(HEFEI_RULE_PACK, 9, 75, late).light).toBe('green');
  });

  it('R5, R13: a project that starts after the round is not due', () => {
    expect(percentIn(HEFEI_RULE_PACK, 6, 0, { startMonth: 7 })).toMatchObject({ light: 'grey', reason: 'not-due' });
  });
});

describe('R9: preset straight-line', () => {
  it.each([
    [29.99, 'red'],
    [30, 'yellow'],
    [39.99, 'yellow'],
    [40, 'green'],
  ] as const)('R9: %p %% in June is %s', (percent, light) => {
    expect(percentIn(STRAIGHT_LINE_RULE_PACK, 6, percent, { schedule: plan(0, 0, 0, 100) })).toMatchObject({
      light,
      reference: 'straightLine',
    });
  });

  it('R10: nothing spent is red although the plan has 0', () => {
    expect(percentIn(STRAIGHT_LINE_RULE_PACK, 6, 0, { schedule: plan(0, 0, 0, 100) }).light).toBe('red');
  });
});

describe('R14: large projects', () => {
  const large: RulePack = { ...SICHUAN_RULE_PACK, largeProject: LARGE_PROJECT_RULES };
  const inJune = (percent: number, changes: Partial<AssessmentInput> = {}, rulePack = large) => {
    const adjustedBudgetFen = changes.adjustedBudgetFen ?? wan(1000);
    const expenditureFen = Math.round((adjustedBudgetFen / 100) * percent);
    return assessSpend(sampleProject({ rulePack, ...changes, adjustedBudgetFen, expenditureFen }));
  };

  it('R14: 30 % in June is red, 30.01 % is not', () => {
    expect(inJune(30)).toMatchObject({
      light: 'red',
      reason: 'large-project-behind',
      gapToStraightLine: -20,
      largeProject: LARGE_PROJECT_RULES,
    });
    expect(inJune(30.01)).toMatchObject({ light: 'yellow', reason: 'spend-below-threshold' });
    expect(inJune(30.01)).not.toHaveProperty('largeProject');
  });

  it('R14: from 1000 万元, not one 分 less', () => {
    expect(inJune(30, { adjustedBudgetFen: wan(1000) - 1 }).light).toBe('yellow');
  });

  it('R14: spares a project that keeps to its plan', () => {
    expect(inJune(30, { schedule: plan(10, 30, 60, 100) }).light).toBe('yellow');
    expect(inJune(29.99, { schedule: plan(10, 30, 60, 100) }).light).toBe('red');
  });

  it('R14: without a plan straight-line stands in for it', () => {
    expect(inJune(30, { schedule: null }).light).toBe('red');
  });

  it('R14: is off in every preset as it is published', () => {
    for (const { pack } of PRESET_RULE_PACKS) expect(pack.largeProject ?? null).toBeNull();
    expect(inJune(30, {}, RATIO_RULE_PACK)).toMatchObject({ light: 'yellow', reason: 'spend-behind-plan' });
  });

  it('R11, R14: overspending precedes, and R14 precedes the softening between checkpoints of R9', () => {
    const ratio: RulePack = { ...RATIO_RULE_PACK, largeProject: LARGE_PROJECT_RULES };
    const between = { period: { year: 2023, month: 9 }, schedule: plan(0, 0, 100, 100) };
    expect(inJune(0, between, ratio).reason).toBe('large-project-behind');
    expect(inJune(0, between, RATIO_RULE_PACK).reason).toBe('between-checkpoints');
    expect(inJune(100.01, {}, ratio).reason).toBe('overspent');
  });

  it('R10, R14: a plan of 0 at the date is no gap to the plan', () => {
    const ratio: RulePack = { ...RATIO_RULE_PACK, largeProject: LARGE_PROJECT_RULES };
    expect(inJune(0, { schedule: plan(0, 0, 0, 100) }, ratio)).toMatchObject({ light: 'grey', reason: 'not-due' });
  });
});

describe.each(PRESET_RULE_PACKS.map(({ pack }) => [pack.id, pack] as const))('preset %s', (_, pack) => {
  it('R11: 27.01 of 27.00 is red, whatever the plan', () => {
    const spent = (amount: number) =>
      percentIn(pack, 12, amount, { adjustedBudgetFen: wan(27), schedule: plan(0, 0, 0, 100) });
    expect(spent(27.01)).toMatchObject({ light: 'red', reason: 'overspent' });
    expect(spent(27).light).toBe('green');
  });

  it('R7, R28: no budget and a blank are grey with their reasons', () => {
    expect(percentIn(pack, 6, 0, { adjustedBudgetFen: null })).toMatchObject({ light: 'grey', reason: 'no-budget' });
    expect(percentIn(pack, 6, 0, { expenditureFen: null })).toMatchObject({ light: 'grey', reason: 'not-reported' });
  });

  it('R8: shows both gaps', () => {
    expect(percentIn(pack, 10, 67.85)).toMatchObject({ gapToPlan: -12.15, gapToStraightLine: -15.48 });
  });
});

it('R49: what `ratio@1` stores is what it has always stored', () => {
  expect(assessSpend(sampleProject({ expenditureSource: 'unit' }))).toStrictEqual({
    light: 'green',
    reason: 'spend-on-plan',
    executionRate: 50,
    plannedRate: 50,
    straightLineRate: 50,
    gapToPlan: 0,
    gapToStraightLine: 0,
    ratioToReference: 100,
    planMissing: false,
    adjustedBudgetFen: 235_800_000,
    expenditureFen: 117_900_000,
    expenditureSource: 'unit',
    reference: 'plan',
    bands: { redBelow: 60, yellowBelow: 80 },
    lastCheckpoint: null,
  });
});
