import { describe, expect, it } from '@jest/globals';
import { pointsOf, sampleEvaluation, sampleLeaf } from '../testing/evaluation-samples.js';
import { wan } from '../testing/assessment-samples.js';
import type { EvaluationInput, LeafToScore } from './evaluation-types.js';
import { explainPoints } from './explain-points.js';
import { explainEvaluationAlert, explainExecutionPoints, explainTotal } from './explain-scores.js';
import { CAPPED_EVALUATION_RULES, TIANJIN_EVALUATION_RULES } from './preset-evaluation-rules.js';
import { scoreEvaluation } from './score-evaluation.js';

const said = (leaf: LeafToScore, rules: Parameters<typeof pointsOf>[1] = {}) =>
  (['zh', 'en'] as const).map((locale) => explainPoints(pointsOf(leaf, rules), leaf, locale));
const outcome = (chosenPoints: number | null) =>
  sampleLeaf('有所改善', { type: 'outcome', outcome: 'partly' }, { chosenPoints });

describe('R49: the sentence of a leaf', () => {
  it.each<[string, LeafToScore, string, string]>([
    [
      'R32',
      sampleLeaf('≥98%', 95),
      '完成值 95%，指标值 ≥98%，完成率 96.94% × 分值 10 = 9.69。',
      'Result 95%, target ≥98%, completion 96.94% × 10 = 9.69.',
    ],
    [
      'R32 over the target',
      sampleLeaf('≥5000份', 6418, { weight: 7.5 }),
      '完成值 6418份，指标值 ≥5000份，完成率 128.36%，得满分 7.5。',
      'Result 6418 份, target ≥5000份, completion 128.36%: all 7.5 points.',
    ],
    [
      'R32 full by rounding',
      sampleLeaf('≥10000份', 9996),
      '完成值 9996份，指标值 ≥10000份，完成率 99.96% × 分值 10 = 10.00。',
      'Result 9996 份, target ≥10000份, completion 99.96% × 10 = 10.00.',
    ],
    [
      'R32 shown figures that would give another product',
      sampleLeaf('≥3个', 1, { weight: 90 }),
      '完成值 1个，指标值 ≥3个，完成率 33.33% × 分值 90 = 30.00。',
      'Result 1 个, target ≥3个, completion 33.33% × 90 = 30.00.',
    ],
    [
      'R33',
      sampleLeaf('≤10分钟', 12),
      '完成值 12分钟，指标值 ≤10分钟，超过指标值，指标值 ÷ 完成值 83.33% × 分值 10 = 8.33。',
      'Result 12 分钟, target ≤10分钟, exceeded: target ÷ result 83.33% × 10 = 8.33.',
    ],
    [
      'R33 kept, direction inferred',
      sampleLeaf('20元/户', 18),
      '完成值 18元/户，指标值 20元/户（按不高于理解），符合，得满分 10。',
      'Result 18 元/户, target 20元/户 (read as at most), met: all 10 points.',
    ],
    [
      'R34',
      sampleLeaf('=0起', 1),
      '完成值 1起，指标值 =0起，不符合，不得分。',
      'Result 1 起, target =0起, not met: no points.',
    ],
    [
      'R36',
      outcome(7),
      '完成情况为“部分达成”，可评 6 至不足 8 分，评 7.00。',
      'Reported as partly, 6 to less than 8 points are open, 7.00 chosen.',
    ],
    [
      'R36 open',
      outcome(null),
      '完成情况为“部分达成”，可评 6 至不足 8 分，尚未评分。',
      'Reported as partly, 6 to less than 8 points are open, none chosen yet.',
    ],
    [
      'a day kept',
      sampleLeaf('2023年10月31日前', { type: 'doneOn', doneOn: '2023-10-30' }),
      '应于 2023-10-31 前完成，实际于 2023-10-30 完成，按期，得满分 10。',
      'Due by 2023-10-31, done on 2023-10-30, in time: all 10 points.',
    ],
    [
      'a day missed',
      sampleLeaf('2023年10月31日前', { type: 'doneOn', doneOn: '2023-11-01' }),
      '应于 2023-10-31 前完成，实际于 2023-11-01 完成，逾期，不得分。',
      'Due by 2023-10-31, done on 2023-11-01, late: no points.',
    ],
    [
      'not done',
      sampleLeaf('2023年10月31日前', { type: 'notDone' }),
      '应于 2023-10-31 前完成，未完成，不得分。',
      'Due by 2023-10-31 and not done: no points.',
    ],
    [
      'R37',
      sampleLeaf('≥20个', 20, { cut: { points: 1.5, reason: '资料不全' } }),
      '完成值 20个，指标值 ≥20个，完成率 100.00%，得满分 10；扣减 1.50，原因：资料不全，得 8.50。',
      'Result 20 个, target ≥20个, completion 100.00%: all 10 points; 1.50 deducted, because: 资料不全, which leaves 8.50.',
    ],
    ['R28', sampleLeaf('≥20个', null), '没有实际完成值，暂不计分。', 'There is no result: not scored yet.'],
    [
      'R28 no data',
      sampleLeaf('≥20个', { type: 'noData', why: '台账遗失' }),
      '填报为“无数据”，原因：台账遗失，不得分。',
      'Reported as “no data”, because: 台账遗失: no points.',
    ],
    [
      'R40',
      sampleLeaf('≥20个', 20, { notApplicableWhy: '项目取消' }),
      '不适用，原因：项目取消，不计入总分。',
      'Does not apply, because: 项目取消; left out of the total.',
    ],
    [
      'an unclear target',
      sampleLeaf('≥20个', 20, { chosenPoints: 5 }, { number: null }),
      '指标值“≥20个”无法比较，可评 0 至 10 分，评 5.00。',
      'The target “≥20个” cannot be compared with, 0 to 10 points are open, 5.00 chosen.',
    ],
    [
      'R17a',
      sampleLeaf('≥90%', null, {}, { kind: 'executionRate' }),
      '预算执行率 100.00%，指标值 ≥90%，完成率 111.11%，得满分 10。',
      'Execution rate 100.00%, target ≥90%, completion 111.11%: all 10 points.',
    ],
  ])('%s', (_, leaf, zh, en) => {
    expect(said(leaf)).toEqual([zh, en]);
  });

  it('R35: says the gate, and what only rounding lifts to it', () => {
    const [zh, en] = said(sampleLeaf('≥20个', 11), TIANJIN_EVALUATION_RULES);
    expect(zh).toBe('完成值 11个，指标值 ≥20个，完成率 55.00%，低于 60%，不得分。');
    expect(en).toBe('Result 11 个, target ≥20个, completion 55.00%, below 60%: no points.');
    expect(said(sampleLeaf('≥100000个', 59_999), TIANJIN_EVALUATION_RULES)[0]).toContain('完成率 60.00%，略低于 60%');
  });

  it('R33: tells the linear way apart', () => {
    expect(said(sampleLeaf('≤10分钟', 12), { reverse: 'linear' })[0]).toBe(
      '完成值 12分钟，指标值 ≤10分钟，超过指标值，扣除超出比例后 80.00% × 分值 10 = 8.00。',
    );
  });

  it('tells a reviewer’s points and why, behind the unit’s own', () => {
    const { leaves } = sampleEvaluation();
    const { leaves: scored } = scoreEvaluation(sampleEvaluation(), { 'leaf-1': { points: 20, reason: '佐证不足。' } });
    const [leaf, points] = [leaves[0], scored[0]];
    expect(leaf && points && explainPoints(points, leaf, 'zh')).toBe(
      '完成值 20个，指标值 ≥20个，完成率 100.00%，得满分 22.5；复核改为 20.00，理由：佐证不足。',
    );
  });
});

describe('R49: the sentences of the whole', () => {
  const execution = (input: Partial<EvaluationInput>, locale: 'zh' | 'en' = 'zh') => {
    const evaluation = sampleEvaluation(input);
    return explainExecutionPoints(scoreEvaluation(evaluation), evaluation, locale);
  };
  const total = (input: Partial<EvaluationInput>) => explainTotal(scoreEvaluation(sampleEvaluation(input)), 'zh');

  it('R31: execution', () => {
    const spent = { adjustedBudgetFen: wan(43.2), expenditureFen: wan(37.24) };
    expect(execution(spent)).toBe('全年执行数 37.24 万元，全年预算数 43.20 万元，执行率 86.20% × 分值 10 = 8.62。');
    expect(execution(spent, 'en')).toBe('372,400.00 yuan spent of 432,000.00 yuan, execution rate 86.20% × 10 = 8.62.');
    expect(execution({})).toContain('执行率 100.00%，得满分 10。');
    expect(execution({ adjustedBudgetFen: null })).toBe('缺少全年预算数，暂不计分。');
    expect(execution({ expenditureFen: null })).toBe('缺少全年执行数，暂不计分。');
    expect(execution({ adjustedBudgetFen: 0, expenditureFen: 0 })).toContain('不适用');
    expect(execution({ adjustedBudgetFen: 0 })).toBe('没有预算而发生支出，不得分。');
  });

  it('R38, R40: total and grade, rescaling and cap', () => {
    const dropped = sampleEvaluation().leaves.map((leaf, at) =>
      at > 0 ? leaf : { ...leaf, notApplicableWhy: '取消' },
    );
    expect(total({})).toBe('得分合计 100.00；等次：优。');
    expect(total({ leaves: dropped, expenditureFen: wan(90) })).toBe(
      '得分合计 76.50，适用分值 77.5，折算为百分制 98.71；等次：优。',
    );
    expect(total({ rules: CAPPED_EVALUATION_RULES, expenditureFen: wan(79.999) })).toBe(
      '得分合计 98.00，执行率 80.00% 略低于 80%，总分不超过 89；等次：良。',
    );
    expect(total({ adjustedBudgetFen: null })).toBe('尚有得分未定，暂无总分。');
  });

  it('R39: the lights', () => {
    const alerts = (expenditureFen: number) => scoreEvaluation(sampleEvaluation({ expenditureFen })).alerts;
    expect(alerts(wan(90)).map((alert) => explainEvaluationAlert(alert, 'zh'))).toEqual([
      '指标得分率 100.00%，预算执行得分率 90.00%，相差占指标得分率的 10.00%，超过 5% → 红灯。',
    ]);
    const unspent = { code: 'unspent', light: 'yellow', params: { unspent: 21, limit: 20 } } as const;
    expect(explainEvaluationAlert(unspent, 'en')).toBe('21.00% of the budget is unspent, above 20% → yellow.');
  });
});
