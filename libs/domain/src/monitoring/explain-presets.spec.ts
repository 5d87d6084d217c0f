import { describe, expect, it } from '@jest/globals';
import { plan, sampleIndicator, sampleProject, wan } from '../testing/assessment-samples.js';
import { assessProject } from './assess-project.js';
import type { AssessmentInput, SpendAssessment } from './assessment-types.js';
import { explainIndicator, explainProject, explainSpend } from './explain.js';
import {
  HEFEI_RULE_PACK,
  LARGE_PROJECT_RULES,
  SHANXI_RULE_PACK,
  SICHUAN_RULE_PACK,
  STRAIGHT_LINE_RULE_PACK,
} from './preset-packs.js';
import { RATIO_RULE_PACK, type RulePack } from './rule-pack.js';
import { assessSpend } from './spend-light.js';

/** As it is read again from where it was stored; 万元 are percent. */
function stored(rulePack: RulePack, spent: number, month = 6, changes: Partial<AssessmentInput> = {}): SpendAssessment {
  const input = sampleProject({ rulePack, period: { year: 2023, month }, adjustedBudgetFen: wan(100), ...changes });
  return JSON.parse(JSON.stringify(assessSpend({ ...input, expenditureFen: wan(spent) })));
}
const noPlan = { schedule: null };
const large = { ...SICHUAN_RULE_PACK, largeProject: LARGE_PROJECT_RULES };
const largeProject = (changes: Partial<AssessmentInput> = {}) =>
  stored(large, 300, 6, { adjustedBudgetFen: wan(1000), ...changes });

describe('R49: the spending sentence of other presets', () => {
  it.each<[string, SpendAssessment, string, string]>([
    [
      'R12 below',
      stored(SICHUAN_RULE_PACK, 39.99),
      '执行率 39.99%，低于6月底应达到的 40% → 黄灯。另：序时进度为 50.00%，低 10.01 个百分点；支出计划为 50.00%，低 10.01 个百分点。',
      'Execution rate 39.99%, below the 40% asked for by the end of month 6 → yellow. Straight-line progress is 50.00%: 10.01 points below. The plan is 50.00%: 10.01 points below.',
    ],
    [
      'R12 only just below',
      stored(SICHUAN_RULE_PACK, 39.999999, 6, noPlan),
      '执行率 40.00%，略低于6月底应达到的 40% → 黄灯。另：序时进度为 50.00%，低 10.00 个百分点。',
      'Execution rate 40.00%, slightly below the 40% asked for by the end of month 6 → yellow. Straight-line progress is 50.00%: 10.00 points below.',
    ],
    [
      'R12 reached, by the last passed threshold',
      stored(SICHUAN_RULE_PACK, 75, 9, noPlan),
      '执行率 75.00%，达到8月底应达到的 60% → 绿灯。另：序时进度为 75.00%，持平。',
      'Execution rate 75.00%, reaching the 60% asked for by the end of month 8 → green. Straight-line progress is 75.00%: level with it.',
    ],
    [
      'R12 before the first threshold',
      stored(SICHUAN_RULE_PACK, 25, 3, noPlan),
      '执行率 25.00%，从4月底起才有进度要求 → 绿灯。另：序时进度为 25.00%，持平。',
      'Execution rate 25.00%: the first threshold comes at the end of month 4 → green. Straight-line progress is 25.00%: level with it.',
    ],
    [
      'R12 before the first threshold, nothing spent',
      stored(SICHUAN_RULE_PACK, 0, 3),
      '执行率 0.00%，从4月底起才有进度要求，也没有支出 → 灰灯。',
      'Execution rate 0.00%: the first threshold comes at the end of month 4 and nothing has been spent → grey.',
    ],
    [
      'R12 without any threshold',
      stored(SICHUAN_RULE_PACK, 0, 12, { startMonth: 11 }),
      '执行率 0.00%，没有适用的进度要求，也没有支出 → 灰灯。',
      'Execution rate 0.00%: no threshold applies and nothing has been spent → grey.',
    ],
    [
      'R13 behind',
      stored(HEFEI_RULE_PACK, 49.99),
      '执行率 49.99%，序时进度 50.00%，低 0.01 个百分点，完成序时进度的 99.98%，低于 100% → 红灯。另：支出计划为 50.00%，低 0.01 个百分点。',
      'Execution rate 49.99%, straight-line progress 50.00%, 0.01 points below, 99.98% of the straight-line progress, below 100% → red. The plan is 50.00%: 0.01 points below.',
    ],
    [
      'R13 without a plan, which it does not need',
      stored(HEFEI_RULE_PACK, 50, 6, noPlan),
      '执行率 50.00%，序时进度 50.00%，持平，完成序时进度的 100.00%，达到 100% → 绿灯。',
      'Execution rate 50.00%, straight-line progress 50.00%, level with it, 100.00% of the straight-line progress, reaching 100% → green.',
    ],
    [
      'R5 before a project began',
      stored(STRAIGHT_LINE_RULE_PACK, 0, 6, { startMonth: 7 }),
      '按序时进度本期为 0.00%，尚未到支出时点，也没有支出 → 灰灯。',
      'Straight-line progress is 0.00% at this date and nothing has been spent: not due yet → grey.',
    ],
    [
      'R5 spent before a project began',
      stored(STRAIGHT_LINE_RULE_PACK, 1, 6, { startMonth: 7, ...noPlan }),
      '执行率 1.00%，按序时进度本期为 0.00%，支出早于进度 → 绿灯。',
      'Execution rate 1.00% where straight-line progress is 0.00%: ahead of it → green.',
    ],
    [
      'R14',
      largeProject(),
      '预算 1,000.00 万元，属于 1,000.00 万元及以上的大额项目，执行率 30.00%，序时进度 50.00%，低 20.00 个百分点，落后达到 20 个百分点；支出计划 50.00%，低 20.00 个百分点 → 红灯。',
      'Budget 10,000,000.00 yuan, a large project from 10,000,000.00 yuan on, execution rate 30.00%, straight-line progress 50.00%, 20.00 points below, reaching 20 points; plan 50.00%, 20.00 points below → red.',
    ],
    [
      'R14 without a plan',
      largeProject(noPlan),
      '预算 1,000.00 万元，属于 1,000.00 万元及以上的大额项目，执行率 30.00%，序时进度 50.00%，低 20.00 个百分点，落后达到 20 个百分点 → 红灯。',
      'Budget 10,000,000.00 yuan, a large project from 10,000,000.00 yuan on, execution rate 30.00%, straight-line progress 50.00%, 20.00 points below, reaching 20 points → red.',
    ],
  ])('%s', (_, spend, zh, en) => {
    expect(explainSpend(spend, 'zh')).toBe(zh);
    expect(explainSpend(spend, 'en')).toBe(en);
  });

  it('R4: in the preset `ratio` straight-line is still said to stand in for a missing plan', () => {
    expect(explainSpend(stored(RATIO_RULE_PACK, 20, 6, noPlan), 'zh')).toContain(
      '缺少支出计划，以序时进度 50.00% 代替',
    );
    expect(explainSpend(stored(STRAIGHT_LINE_RULE_PACK, 20, 6, noPlan), 'zh')).not.toContain('缺少支出计划');
  });
});

describe('R49: the project and indicator sentences of other presets', () => {
  it('R13: says that only the goals are off', () => {
    const bad = sampleIndicator({ name: '及时率' }, 10);
    const assessment = assessProject(sampleProject({ rulePack: HEFEI_RULE_PACK, indicators: [bad] }));
    expect(explainProject(assessment, 'zh')).toMatch(
      /^黄灯：资金绿灯、目标红灯，资金没有落后而目标有偏差，按规则为黄灯。/,
    );
    expect(explainProject(assessment, 'en')).toMatch(
      /^Yellow: spending is green, goals are red; only the goals are off, which is yellow by these rules\./,
    );
  });

  it('R18: says how a level was scaled by the month', () => {
    const level = sampleIndicator({ level2: '数量指标' }, 30);
    const { goals } = assessProject(
      sampleProject({ rulePack: SHANXI_RULE_PACK, schedule: plan(25, 50, 80, 100), indicators: [level] }),
    );
    expect(goals.indicators.map((each) => explainIndicator(each, 'zh'))).toEqual([
      '完成 30%，本期标准 45%（年度指标值 ≥90%，按序时进度 50.00% 折算），完成标准的 66.67%，达到 60% 但低于 80% → 黄灯。',
    ]);
  });
});
