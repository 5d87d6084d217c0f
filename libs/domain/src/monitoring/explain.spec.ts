import { describe, expect, it } from '@jest/globals';
import { plan, sampleContext, sampleIndicator, sampleProject, wan } from '../testing/assessment-samples.js';
import type { IndicatorAnswer } from '../reporting/report-types.js';
import type { IndicatorTarget } from '../targets/target-types.js';
import { assessProject } from './assess-project.js';
import type { AssessmentInput } from './assessment-types.js';
import { explainIndicator, explainProject, explainSpend } from './explain.js';
import { assessIndicator } from './indicator-light.js';
import { RATIO_RULE_PACK } from './rule-pack.js';
import { assessSpend } from './spend-light.js';

const spend = (spentWan: number | null, changes: Partial<AssessmentInput> = {}) =>
  assessSpend(sampleProject({ expenditureFen: spentWan === null ? null : wan(spentWan), ...changes }));
const at = (month: number) => ({ period: { year: 2023, month } });

describe('R49: the spending sentence', () => {
  it('R49: says rate, plan, gap, ratio and limit', () => {
    const behind = spend(25.45, { adjustedBudgetFen: wan(100) });
    expect(explainSpend(behind, 'zh')).toBe(
      '执行率 25.45%，计划 50.00%，低 24.55 个百分点，完成计划的 50.90%，低于 60% → 红灯。另：序时进度为 50.00%，低 24.55 个百分点。',
    );
    expect(explainSpend(behind, 'en')).toBe(
      'Execution rate 25.45%, plan 50.00%, 24.55 points below, 50.90% of the plan, below 60% → red. Straight-line progress is 50.00%: 24.55 points below.',
    );
  });

  it('R49: takes the limits from the rule pack of the light, not from today’s', () => {
    const rulePack = { ...RATIO_RULE_PACK, spend: { ...RATIO_RULE_PACK.spend, redBelow: 55, yellowBelow: 75 } };
    expect(explainSpend(spend(70, { rulePack }), 'zh')).toContain('完成计划的 59.37%，达到 55% 但低于 75% → 黄灯。');
  });

  it.each([
    ['on plan', spend(120), '完成计划的 101.78%，达到 80% → 绿灯。'],
    ['rounded up to the limit', spend(70.739999), '完成计划的 60.00%，略低于 60% → 红灯。'],
    [
      'plan missing',
      spend(60, { schedule: null }),
      '执行率 25.45%，缺少支出计划，以序时进度 50.00% 代替，低 24.55 个百分点，完成序时进度的 50.89%，低于 60% → 红灯。',
    ],
    [
      'between checkpoints',
      spend(0, { ...at(9), schedule: plan(0, 0, 100, 100) }),
      '完成计划的 0.00%，低于 60%；但正处在两个节点之间，6月底的节点（0%）已达到，最差为黄灯 → 黄灯。',
    ],
    ['before the first checkpoint', spend(0, at(2)), '低于 60%；但第一个节点还未到，最差为黄灯 → 黄灯。'],
    [
      'overspent',
      spend(27.01, { adjustedBudgetFen: wan(27) }),
      '支出 27.01 万元，超过调整后预算 27.00 万元，超出 0.01 万元 → 红灯。',
    ],
    ['overspent by 分', spend(27.000001, { adjustedBudgetFen: wan(27) }), '超出 0.01 元 → 红灯。'],
    ['no budget', spend(0, { adjustedBudgetFen: null }), '没有预算数，无法计算执行率 → 灰灯。'],
    ['budget 0', spend(0, { adjustedBudgetFen: 0 }), '预算数为零，也没有支出，无需评判 → 灰灯。'],
    [
      'not due',
      spend(0, { schedule: plan(0, 0, 0, 100) }),
      '按支出计划本期为 0.00%，尚未到支出时点，也没有支出 → 灰灯。',
    ],
    [
      'ahead of plan',
      spend(10, { schedule: plan(0, 0, 0, 100) }),
      '执行率 4.24%，按支出计划本期为 0.00%，支出早于计划 → 绿灯。',
    ],
    ['blank', spend(null), '本期支出尚未填报（空白不作零处理） → 灰灯。'],
    ['not begun', spend(null, { startMonth: 9 }), '项目在本期之后才开始，尚无应报支出 → 灰灯。'],
    ['exempt', spend(1, { exempt: true }), '人员类项目，不纳入绩效运行监控 → 灰灯。'],
  ])('R49: %s', (_, assessment, sentence) => {
    expect(explainSpend(assessment, 'zh')).toContain(sentence);
    expect(explainSpend(assessment, 'en')).toMatch(/ → (red|yellow|green|grey)\./);
  });
});

const indicator = (
  month: number,
  target: Partial<IndicatorTarget>,
  answer: IndicatorAnswer | number | null,
  changes: Partial<AssessmentInput> = {},
) => assessIndicator(sampleIndicator(target, answer), sampleContext({ ...at(month), ...changes }));
const cases = { kind: 'cumulative', name: '审理案件数', rawValue: '≥27000件', number: 27_000, unit: '件' } as const;
const machines = { ...cases, rawValue: '≥2台', number: 2, unit: '台' } as const;
const done = { kind: 'date', operator: 'date', number: null, unit: null, dueDate: '2023-06-30' } as const;
const outcome = (value: 'met' | 'partly' | 'unmet'): IndicatorAnswer => ({ type: 'outcome', outcome: value });
const words = { kind: 'qualitative', operator: 'qualitative', number: null, unit: null, rawValue: '有效保障' } as const;
const days = { rawValue: '48天/个', operator: 'eq', operatorPrinted: false, number: 48, unit: '天/个' } as const;
const execution = { kind: 'executionRate', name: '预算执行率' } as const;

describe('R49: the indicator sentence', () => {
  it('R49: says result, standard, where it comes from, ratio and limit', () => {
    const behind = indicator(6, cases, 8099);
    expect(explainIndicator(behind, 'zh')).toBe(
      '完成 8099件，本期标准 13500件（年度指标值 ≥27000件，按序时进度 50.00% 折算），完成标准的 59.99%，低于 60% → 红灯。',
    );
    expect(explainIndicator(behind, 'en')).toBe(
      'Result 8099 件, standard of this round 13500 件 (annual target ≥27000件 × straight-line progress 50.00%), 59.99% of the standard, below 60% → red.',
    );
  });

  it.each([
    ['yellow', indicator(6, cases, 8100), '完成标准的 60.00%，达到 60% 但低于 80% → 黄灯。'],
    ['green', indicator(6, cases, 10_800), '完成标准的 80.00%，达到 80% → 绿灯。'],
    [
      'month 12',
      indicator(12, cases, 26_999),
      '本期标准 27000件（年度指标值 ≥27000件），完成标准的 100.00%，达到 60% 但略低于 100% → 黄灯。',
    ],
    ['blue', indicator(6, cases, 32_400), '完成年度指标值的 120.00%，达到 120%，请核对指标值是否偏低 → 蓝灯。'],
    [
      'small',
      indicator(9, machines, 0),
      '完成标准的 0.00%，低于 60%；但年度指标值小于 12，12月之前最差为黄灯 → 黄灯。',
    ],
    ['nothing expected', indicator(3, machines, 0), '按计划本期尚无任务，完成值为 0 → 灰灯。'],
    ['nothing expected, blank', indicator(3, machines, null), '本期尚未到完成时点，无需填报 → 灰灯。'],
    ['ahead', indicator(3, machines, 1), '完成 1台，本期标准为 0，早于计划 → 绿灯。'],
    ['met', indicator(6, {}, 91), '完成值 91%，指标值 ≥90%，符合 → 绿灯。'],
    ['missed', indicator(6, {}, 89.99), '完成值 89.99%，指标值 ≥90%，不符合 → 红灯。'],
    [
      'inferred direction',
      indicator(6, { ...days, direction: 'atMost', directionInferred: true }, 50),
      '完成值 50天/个，指标值 48天/个（按不高于理解），不符合 → 红灯。',
    ],
    [
      'execution rate',
      indicator(6, execution, null, { expenditureFen: wan(100) }),
      '完成 42.41%，本期标准 45%（年度指标值 ≥90%，按计划支出进度 50.00% 折算），完成标准的 94.24%，达到 80% → 绿灯。',
    ],
    [
      'execution rate rounded up',
      indicator(12, execution, null, { expenditureFen: wan(212.21) }),
      '完成值 90%（舍入前略低），指标值 ≥90%，不符合 → 红灯。',
    ],
    [
      'execution rate blank',
      indicator(6, execution, null, { expenditureFen: null }),
      '本期支出尚未填报，执行率无法计算 → 灰灯。',
    ],
    [
      'execution rate, no budget',
      indicator(6, execution, null, { adjustedBudgetFen: null }),
      '没有预算数，执行率无法计算 → 灰灯。',
    ],
    ['year end', indicator(6, { kind: 'yearEnd', assessedFrom: 12 }, null), '从12月起考核，本期不评 → 灰灯。'],
    ['met outcome', indicator(6, words, outcome('met')), '完成情况为“达成” → 绿灯。'],
    ['partly met', indicator(6, words, outcome('partly')), '完成情况为“部分达成” → 黄灯。'],
    ['unmet', indicator(6, words, outcome('unmet')), '完成情况为“未达成” → 红灯。'],
    ['overdue', indicator(6, done, { type: 'notDone' }), '应于 2023-06-30 前完成，已到期而未完成 → 红灯。'],
    ['in time', indicator(6, done, { type: 'doneOn', doneOn: '2023-06-30' }), '已于 2023-06-30 完成，按期 → 绿灯。'],
    ['late', indicator(8, done, { type: 'doneOn', doneOn: '2023-07-01' }), '实际于 2023-07-01 完成，逾期 → 红灯。'],
    ['not due', indicator(3, done, { type: 'notDone' }), '应于 2023-06-30 前完成，本期尚未到期 → 灰灯。'],
    ['blank', indicator(6, cases, null), '指标值 ≥27000件，本期应报而未报（空白不作零处理） → 灰灯。'],
    ['no data', indicator(6, cases, { type: 'noData', why: '系统停用' }), '填报为“无数据”，原因：系统停用 → 灰灯。'],
    [
      'no number',
      indicator(6, { number: null, rawValue: '若干' }, 5),
      '指标值“若干”中没有可以比较的数，无法评判 → 灰灯。',
    ],
    [
      'direction',
      indicator(6, { name: '群众投诉率' }, 5),
      '指标值 ≥90% 的方向与指标名称不符，待财政部门确认后评判 → 灰灯。',
    ],
    ['exempt', indicator(6, {}, 91, { exempt: true }), '人员类项目，不纳入绩效运行监控 → 灰灯。'],
  ])('R49: %s', (_, assessment, sentence) => {
    expect(explainIndicator(assessment, 'zh')).toContain(sentence);
    expect(explainIndicator(assessment, 'en')).toMatch(/^[A-Z].* → (red|yellow|green|blue|grey)\.$/);
  });

  it('R49: names the phased target and the blue of the standard', () => {
    const rulePack = { ...RATIO_RULE_PACK, indicators: { ...RATIO_RULE_PACK.indicators, blueOf: 'standard' as const } };
    const blue = assessIndicator(
      sampleIndicator(cases, 3600, { phasedTarget: 3000 }),
      sampleContext({ ...at(6), rulePack }),
    );
    expect(explainIndicator(blue, 'zh')).toBe(
      '完成 3600件，本期标准 3000件（年度指标值 ≥27000件，按分期目标），完成标准的 120.00%，达到 120%，请核对指标值是否偏低 → 蓝灯。',
    );
  });
});

describe('R49: the project sentence', () => {
  const good = sampleIndicator({ name: '合格率' }, 95);
  const bad = sampleIndicator({ name: '及时率' }, 10, { id: 'bad' });
  const blank = sampleIndicator({ name: '准确率' }, null, { id: 'blank' });
  const project = (changes: Partial<AssessmentInput>) => assessProject(sampleProject(changes));

  it('R49: says what decided, the spending, and the indicators by colour', () => {
    const assessment = project({ indicators: [good, bad] });
    expect(explainProject(assessment, 'zh')).toBe(
      '红灯：资金绿灯、目标红灯，取较差者。资金：执行率 50.00%，计划 50.00%，持平，完成计划的 100.00%，达到 80% → 绿灯。' +
        '另：序时进度为 50.00%，持平。目标：共 2 项指标，红灯 1 项（及时率）、绿灯 1 项。',
    );
    expect(explainProject(assessment, 'en')).toBe(
      'Red: spending is green, goals are red; the worse one counts. Spending: Execution rate 50.00%, plan 50.00%, level with it, ' +
        '100.00% of the plan, reaching 80% → green. Straight-line progress is 50.00%: level with it. ' +
        'Goals: of 2 indicators 1 red (及时率), 1 green.',
    );
  });

  it('R49: says when both parts have the same colour, and that grey does not count', () => {
    const yearEnd = sampleIndicator({ kind: 'yearEnd', assessedFrom: 12 }, null);
    expect(explainProject(project({ indicators: [good] }), 'zh')).toMatch(/^绿灯：资金、目标均为绿灯。/);
    expect(explainProject(project({ indicators: [good] }), 'en')).toMatch(
      /^Green: spending and goals are both green\./,
    );
    expect(explainProject(project({ indicators: [yearEnd] }), 'zh')).toMatch(/^绿灯：资金绿灯、目标灰灯，灰灯不计。/);
    expect(explainProject(project({ indicators: [yearEnd] }), 'en')).toMatch(
      /^Green: spending is green, goals are grey; grey does not count\./,
    );
    const nothing = project({ indicators: [yearEnd], adjustedBudgetFen: null });
    expect(explainProject(nothing, 'zh')).toMatch(/^灰灯：资金灰灯、目标灰灯，本期没有可评判的内容。/);
    expect(explainProject(nothing, 'en')).toContain('; nothing could be judged in this round.');
  });

  it('R28, R49: says why a blank makes it yellow', () => {
    const late = project({ indicators: [good, blank], deadlinePassed: true });
    expect(explainProject(late, 'zh')).toContain(
      '黄灯：资金绿灯、目标绿灯，但填报期已过仍有应报未报内容，最好为黄灯。',
    );
    expect(explainProject(late, 'zh')).toContain('截至填报截止日，1 项指标未报。');
    expect(explainProject(late, 'en')).toContain('At the deadline: 1 indicator not reported.');
  });

  it('R28, R49: tells a blank from "no data"', () => {
    const noData = sampleIndicator({}, { type: 'noData', why: '系统停用' }, { id: 'no-data' });
    const late = project({ indicators: [blank, noData], expenditureFen: null, deadlinePassed: true });
    expect(explainProject(late, 'zh')).toContain('截至填报截止日，支出和1 项指标未报，1 项指标无数据。');
    expect(explainProject(late, 'en')).toContain(
      'At the deadline: spending and 1 indicator not reported, 1 indicator without data.',
    );
    const only = project({ indicators: [noData], deadlinePassed: true });
    expect(explainProject(only, 'zh')).toContain('截至填报截止日，1 项指标无数据。');
  });

  it('R28, R49: reminds before the deadline', () => {
    const early = project({ indicators: [blank], expenditureFen: null });
    expect(explainProject(early, 'zh')).toContain('支出和1 项指标待填报，截止日之前不影响颜色。');
    expect(explainProject(early, 'en')).toContain('Still to be reported: spending and 1 indicator;');
  });

  it('R49: names at most three indicators of a colour', () => {
    const many = ['甲', '乙', '丙', '丁'].map((name) => sampleIndicator({ name }, 1, { id: name }));
    expect(explainProject(project({ indicators: many }), 'zh')).toContain('红灯 4 项（甲、乙、丙等）');
  });

  it('R49: is explained from the counts alone where the indicators are kept elsewhere', () => {
    const { goals, ...rest } = project({ indicators: [good, bad] });
    const stored = JSON.parse(JSON.stringify({ ...rest, goals: { light: goals.light, counts: goals.counts } }));
    expect(explainProject(stored, 'zh')).toContain('目标：共 2 项指标，红灯 1 项、绿灯 1 项。');
  });

  it('R49: an exempt project, and one without indicators', () => {
    expect(explainProject(project({ exempt: true }), 'zh')).toBe('人员类项目，不纳入绩效运行监控 → 灰灯。');
    expect(explainProject(project({}), 'en')).toContain('Goals: there are no indicators.');
  });
});
