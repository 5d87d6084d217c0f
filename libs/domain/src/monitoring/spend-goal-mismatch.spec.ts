import { describe, expect, it } from '@jest/globals';
import { COUNTED_CASES, plan, sampleIndicator, sampleProject, wan } from '../testing/assessment-samples.js';
import type { IndicatorAnswer } from '../reporting/report-types.js';
import type { IndicatorTarget } from '../targets/target-types.js';
import { assessProject } from './assess-project.js';
import type { AssessmentInput, IndicatorToAssess, ProjectAssessment } from './assessment-types.js';
import { explainMismatch } from './explain.js';
import { RATIO_RULE_PACK } from './rule-pack.js';
import { SICHUAN_RULE_PACK } from './preset-packs.js';
import { spendGoalMismatch } from './spend-goal-mismatch.js';

const counted = (percent: number, changes: Partial<IndicatorTarget> = {}): IndicatorToAssess =>
  sampleIndicator({ ...COUNTED_CASES, ...changes }, 270 * percent, { id: `at-${percent}` });

/** In September, by a plan of 65 % unless another one is given; a budget of 100 万元, so that 万元 are percent. */
const projectAt = (
  spent: number | null,
  indicators: readonly IndicatorToAssess[],
  changes: Partial<AssessmentInput> = {},
): ProjectAssessment =>
  assessProject(
    sampleProject({
      period: { year: 2023, month: 9 },
      adjustedBudgetFen: wan(100),
      expenditureFen: spent === null ? null : wan(spent),
      indicators,
      ...changes,
    }),
  );
const mismatch = (spent: number | null, ...indicators: IndicatorToAssess[]) =>
  spendGoalMismatch(projectAt(spent, indicators), RATIO_RULE_PACK);

describe('R15: money against goals', () => {
  it('R15: money ahead by more than 10 points: 65 against 54 is, 64 against 54 is not', () => {
    expect(mismatch(65, counted(54))).toEqual({
      goalPercent: 54,
      executionRate: 65,
      gap: 11,
      indicators: 1,
      side: 'moneyAhead',
      limit: 10,
    });
    expect(mismatch(64, counted(54))).toMatchObject({ gap: 10, side: null });
    expect(mismatch(64.000001, counted(54))).toMatchObject({ gap: 10, side: 'moneyAhead' });
  });

  it('R15: goals ahead only where the spend light is yellow or red', () => {
    const goals = [counted(80)];
    const green = projectAt(69, goals, { schedule: plan(20, 40, 70, 100) });
    const yellow = projectAt(50, goals);
    const red = projectAt(30, goals);
    expect([green, yellow, red].map(({ spend }) => spend.light)).toEqual(['green', 'yellow', 'red']);
    const sides = [green, yellow, red].map((each) => spendGoalMismatch(each, RATIO_RULE_PACK)?.side);
    expect(sides).toEqual([null, 'goalsAhead', 'goalsAhead']);
  });

  it('R15: sichuan remarks it either way', () => {
    const green = projectAt(69, [counted(80)], { rulePack: SICHUAN_RULE_PACK });
    expect(green.spend.light).toBe('green');
    expect(spendGoalMismatch(green, SICHUAN_RULE_PACK)).toMatchObject({ gap: -11, side: 'goalsAhead' });
    const ahead = projectAt(65, [counted(54)], { rulePack: SICHUAN_RULE_PACK });
    expect(spendGoalMismatch(ahead, SICHUAN_RULE_PACK)?.side).toBe('moneyAhead');
  });

  it('R15: the limits are data, and null switches it off', () => {
    const assessment = projectAt(65, [counted(54)]);
    expect(spendGoalMismatch(assessment, { mismatch: { moneyAheadBy: 11 } })).toMatchObject({ side: null, limit: 11 });
    expect(spendGoalMismatch(assessment, { mismatch: null })).toBeNull();
  });

  it('R15: the mean of what was reached, each at most all of its target and never below nothing', () => {
    expect(mismatch(50, counted(40), counted(300))).toMatchObject({ goalPercent: 70, indicators: 2 });
    const progress = sampleIndicator({ kind: 'progressRate', name: '完成率', number: 90 }, 45, { id: 'progress' });
    expect(mismatch(50, counted(0), progress)).toMatchObject({ goalPercent: 25, indicators: 2 });
    expect(mismatch(50, counted(-10))).toMatchObject({ goalPercent: 0 });
    expect(mismatch(50, counted(100), counted(100), { ...counted(0), id: 'third' })).toMatchObject({
      goalPercent: 66.67,
    });
  });

  it.each<[string, Partial<IndicatorTarget>, IndicatorAnswer | number | null]>([
    ['a level', {}, 10],
    ['an execution rate, which is the money itself', { kind: 'executionRate', name: '预算执行率' }, null],
    ['an upper limit', { ...COUNTED_CASES, operator: 'lte', direction: 'atMost' }, 10],
    ['a blank, which is not zero', COUNTED_CASES, null],
    ['no data', COUNTED_CASES, { type: 'noData', why: '系统停用' }],
    ['a target of 0', { ...COUNTED_CASES, number: 0 }, 10],
    ['a target without a number', { ...COUNTED_CASES, number: null }, 10],
    ['a doubted direction', { ...COUNTED_CASES, name: '群众投诉率' }, 10],
    ['what is assessed later', { ...COUNTED_CASES, assessedFrom: 12 }, 10],
  ])('R15: %s does not count, and with nothing else it is not evaluated', (_, target, answer) => {
    const other = sampleIndicator(target, answer, { id: 'other' });
    expect(mismatch(65, other)).toBeNull();
    expect(mismatch(65, other, counted(54))).toMatchObject({ goalPercent: 54, indicators: 1 });
  });

  it('R7, R15: without an execution rate, or exempt, it is not evaluated', () => {
    expect(mismatch(null, counted(54))).toBeNull();
    expect(spendGoalMismatch(projectAt(5, [counted(54)], { adjustedBudgetFen: null }), RATIO_RULE_PACK)).toBeNull();
    expect(spendGoalMismatch(projectAt(65, [counted(54)], { exempt: true }), RATIO_RULE_PACK)).toBeNull();
  });

  it('R49: can be made of a stored assessment and is no part of one', () => {
    const assessment = projectAt(65, [counted(54)]);
    const stored: ProjectAssessment = JSON.parse(JSON.stringify(assessment));
    expect(spendGoalMismatch(stored, RATIO_RULE_PACK)).toEqual(spendGoalMismatch(assessment, RATIO_RULE_PACK));
    expect(assessment).not.toHaveProperty('mismatch');
  });

  it.each([
    [
      mismatch(65, counted(54)),
      '支出进度 65.00%，目标完成 54.00%（1 项指标平均），资金超前 11.00 个百分点，超过 10 个百分点。',
      'Spending 65.00%, goals 54.00% (mean of 1): money ahead by 11.00 points, more than 10.',
    ],
    [
      mismatch(64, counted(66)),
      '支出进度 64.00%，目标完成 66.00%（1 项指标平均），目标超前 2.00 个百分点，未作提示。',
      'Spending 64.00%, goals 66.00% (mean of 1): goals ahead by 2.00 points, which is not remarked.',
    ],
    [
      mismatch(54, counted(54)),
      '支出进度 54.00%，目标完成 54.00%（1 项指标平均），两者持平。',
      'Spending 54.00%, goals 54.00% (mean of 1): level with each other.',
    ],
  ])('R49: says so in both languages', (found, zh, en) => {
    expect(found && explainMismatch(found, 'zh')).toBe(zh);
    expect(found && explainMismatch(found, 'en')).toBe(en);
  });
});
