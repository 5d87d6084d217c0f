import { describe, expect, it } from '@jest/globals';
import { evaluationFacts, reportedEvaluation, reportedLeaf } from '../testing/official-report-samples.js';
import { draftEvaluationReport } from './draft-evaluation-report.js';
import type { EvaluationReportFacts, ReportedLeaf } from './evaluation-report-facts.js';
import { paragraphsOf, paragraphText, type ReportContent } from './report-content.js';

const draft = (facts: Partial<EvaluationReportFacts> = {}): ReportContent =>
  draftEvaluationReport({ ...evaluationFacts, ...facts });
const textOf = (content: ReportContent, id: string): string | undefined => {
  const found = paragraphsOf(content).find((paragraph) => paragraph.id === id);
  return found && paragraphText(found);
};

const full = reportedEvaluation('1', '办案业务', { total: 98.62, grade: 'excellent' });
const poor = reportedEvaluation('2', '维修', {
  ...{ budgetFen: 100_000_000, spentFen: 50_000_000, total: 58, grade: 'poor', alerts: ['points-above-execution'] },
  leaves: [reportedLeaf('l2', '维修面积', { result: '50㎡', points: 40, explanation: '雨季停工。' })],
});

describe('self-evaluation report', () => {
  it('has exactly the sections of §7, in order', () => {
    const { sections } = draft();
    expect(sections.map(({ heading }) => heading)).toEqual([
      '一、绩效目标分解下达情况',
      '二、绩效目标完成情况分析',
      '三、偏离绩效目标的原因和下一步改进措施',
      '四、绩效自评结果拟应用和公开情况',
      '五、其他需要说明的问题',
    ]);
    const headings = sections[1]?.blocks.filter((block) => block.type === 'heading');
    expect(headings?.map(({ text }) => text)).toEqual([
      '（一）资金投入情况分析',
      '（二）总体绩效目标完成情况分析',
      '（三）绩效指标完成情况分析',
    ]);
  });

  it('tells what was put in, received and spent, with the difference to the final account', () => {
    const content = draft({
      evaluations: [{ ...full, spentSource: 'finalAccount', roundSpentFen: 37_000_000, receivedFen: 43_200_000 }],
    });
    expect(textOf(content, 'analysis.budget')).toBe(
      '项目资金投入方面，年初预算43.20万元，全年预算43.20万元，与年初预算一致。',
    );
    expect(textOf(content, 'analysis.received')).toContain('实际到位43.20万元，到位率100.00%');
    expect(textOf(content, 'analysis.spent')).toBe(
      '项目资金执行方面，全年执行37.24万元，预算执行率86.20%。' +
        '执行数按部门决算数填列的项目1个，其中1个项目与12月监控数不一致，合计相差0.24万元。',
    );
  });

  it('R38: weighs the totals by money and counts the grades', () => {
    const content = draft({ evaluations: [full, poor] });
    // (98.62 × 43.2 + 58 × 100) ÷ 143.2 = 70.25
    expect(textOf(content, 'analysis.result')).toBe(
      '本单位项目绩效自评得分按预算金额加权平均为70.25分，等级为“中”。按项目看，等级为“优”1个、“差”1个。',
    );
    const table = content.sections[1]?.blocks.find(({ id }) => id === 'analysis.projects');
    expect(table).toMatchObject({
      rows: [{ cells: ['维修', '50.00', '58.00', '差'] }, { cells: ['办案业务', '86.20', '98.62', '优'] }],
    });
  });

  it('names where points were lost, and why in the words of the unit', () => {
    const content = draft({ evaluations: [full, poor] });
    expect(textOf(content, 'analysis.output')).toContain('产出指标2个，得满分的1个，得分率90.00%。');
    expect(textOf(content, 'analysis.satisfaction')).toBe('满意度指标：无。');
    expect(textOf(content, 'deviation.reasons')).toBe('未完全实现绩效目标的指标1个。“维修”的“维修面积”：雨季停工。');
    expect(textOf(content, 'deviation.alerts')).toContain('需进一步核实的项目1个：“维修”');
  });

  it('says why a reviewer gave fewer points, beside the words of the unit', () => {
    const [lost] = poor.leaves;
    const reasonsOf = (leaf: Partial<ReportedLeaf>) =>
      textOf(draft({ evaluations: [{ ...poor, leaves: lost ? [{ ...lost, ...leaf }] : [] }] }), 'deviation.reasons');
    expect(reasonsOf({ reviewReason: '佐证不足！' })).toContain('：雨季停工；复核改分，理由为佐证不足。');
    expect(reasonsOf({ explanation: null, reviewReason: '佐证不足。' })).toContain('：复核改分，理由为佐证不足。');
    expect(reasonsOf({ explanation: null, reviewReason: null })).toContain('其中1个指标未说明原因。');
  });

  it('R40: leaves what does not apply out of the points, and says so', () => {
    const leaves = [
      reportedLeaf('l3', '满意度', { part: 'satisfaction', points: null, notApplicableWhy: '未开展调查' }),
    ];
    const content = draft({ evaluations: [{ ...full, leaves }] });
    expect(textOf(content, 'analysis.satisfaction')).toBe('满意度指标：无。');
    expect(textOf(content, 'other.notes')).toContain('“办案业务”的“满意度”不适用：未开展调查。');
  });

  it('says 无 where there is nothing to tell, and rests every sentence on rows', () => {
    for (const evaluations of [[], [full], [full, poor]]) {
      const content = draft({ evaluations });
      expect(textOf(content, 'use.disclosure')).toBe('自评结果公开：无。');
      expect(textOf(content, 'other.notes')).toBe('无。');
      for (const { sentences } of paragraphsOf(content)) {
        for (const { text, sources } of sentences) expect([text, sources.length > 0]).toEqual([text, true]);
      }
    }
    expect(textOf(draft({ evaluations: [] }), 'deviation.none')).toBe('各项绩效目标未发生偏离，无改进事项。');
  });
});
