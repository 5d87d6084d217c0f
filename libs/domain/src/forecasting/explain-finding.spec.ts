import { describe, it, expect } from '@jest/globals';
import { explainFinding } from './explain-finding.js';
import { FINDING_CODES, type Finding } from './finding.js';

const about = { indicatorId: 'a', indicator: '审理案件数', unit: '件' };
const steps = { ...about, fromMonth: 3, toMonth: 6, before: 300, now: 250 };
const mismatch = { goalPercent: 54, executionRate: 65, gap: 11, indicators: 3, side: 'moneyAhead', limit: 10 } as const;
const behind = { ...mismatch, goalPercent: 65, executionRate: 54, gap: -11, side: 'goalsAhead' } as const;
const rush = { share: 33.33, plannedShare: 10, gapToPlan: 23.33, peers: 8, isOverPlan: true };

const SENTENCES: readonly [Finding, zh: string, en: string][] = [
  [
    {
      code: 'spending-stalled',
      fromMonth: 3,
      toMonth: 6,
      expenditureFen: 60_000_000,
      rate: 25.45,
      plannedFrom: 25,
      plannedTo: 50,
    },
    '3月底至6月底支出没有增加，仍为 60.00 万元（执行率 25.45%），而同期支出计划从 25.00% 增至 50.00%。',
    'From the end of month 3 to the end of month 6 nothing more was spent: still 600,000.00 yuan (execution rate 25.45%), while the plan rose from 25.00% to 50.00%.',
  ],
  [
    { code: 'spending-stalled', fromMonth: 0, toMonth: 3, expenditureFen: 0, rate: 0, plannedFrom: 0, plannedTo: 25 },
    '年初至3月底支出没有增加，仍为 0.00 万元（执行率 0.00%），而同期支出计划从 0.00% 增至 25.00%。',
    'From the start of the year to the end of month 3 nothing more was spent: still 0.00 yuan (execution rate 0.00%), while the plan rose from 0.00% to 25.00%.',
  ],
  [
    { code: 'money-ahead-of-results', month: 6, mismatch },
    '支出进度 65.00%，目标完成 54.00%（3 项指标平均），资金超前 11.00 个百分点，超过 10 个百分点。',
    'Spending 65.00%, goals 54.00% (mean of 3): money ahead by 11.00 points, more than 10.',
  ],
  [
    { code: 'results-ahead-of-money', month: 6, mismatch: behind },
    '支出进度 54.00%，目标完成 65.00%（3 项指标平均），目标超前 11.00 个百分点，超过 10 个百分点。',
    'Spending 54.00%, goals 65.00% (mean of 3): goals ahead by 11.00 points, more than 10.',
  ],
  [
    { code: 'year-end-rush', rush: { ...rush, of: 'december', z: 1.2, isUnusual: false } },
    '12月支出占全年的 33.33%，计划为 10.00%，高 23.33 个百分点。',
    "33.33% of the year's expenditure fell to December where the plan has 10.00%: 23.33 points above.",
  ],
  [
    { code: 'year-end-rush', rush: { ...rush, of: 'fourthQuarter', z: 15.74, isUnusual: true } },
    '第四季度支出占全年的 33.33%，计划为 10.00%，高 23.33 个百分点；与 8 个同类相比明显偏高（稳健 z 值 15.74）。',
    "33.33% of the year's expenditure fell to the fourth quarter where the plan has 10.00%: 23.33 points above; unusually high among 8 peers (robust z 15.74).",
  ],
  [
    { code: 'result-flat', ...about, value: 300, months: [3, 6, 9] },
    '“审理案件数”连续 3 期（1-3月、1-6月、1-9月）都是 300件，没有变化，请核实是否照抄上期。',
    '“审理案件数” was 300 件 in 3 consecutive rounds (to the end of months 3, 6, 9): please check whether the figure was merely copied.',
  ],
  [
    { code: 'result-falls', ...steps },
    '“审理案件数”3月底为 300件，6月底为 250件：累计数减少，请核实。',
    '“审理案件数” was 300 件 at the end of month 3 and 250 件 at the end of month 6: a cumulative figure that became less, please check.',
  ],
  [
    { code: 'result-jumps', ...steps, now: 3000 },
    '“审理案件数”3月底为 300件，6月底为 3000件：增长异常快，请核实是否多填了位数或用错了单位。',
    '“审理案件数” was 300 件 at the end of month 3 and 3000 件 at the end of month 6: growing unusually fast, please check for a digit too many or another unit.',
  ],
  [
    { code: 'result-over-whole', ...about, indicator: '群众满意度', unit: '%', month: 12, value: 101 },
    '“群众满意度”12月底为 101%，部分占全部的比例不会超过 100%，请核实。',
    '“群众满意度” was 101% at the end of month 12: a share of a whole cannot exceed 100%, please check.',
  ],
];

describe('R49: findings as sentences', () => {
  it.each(SENTENCES)('%j', (finding, zh, en) => {
    expect(explainFinding(finding, 'zh')).toBe(zh);
    expect(explainFinding(finding, 'en')).toBe(en);
  });

  it('every kind of finding has one, also when it is read from storage', () => {
    const codes = new Set(SENTENCES.map(([{ code }]) => code));
    expect([...codes].sort()).toEqual([...FINDING_CODES].sort());
    for (const [finding, zh] of SENTENCES) {
      const stored: Finding = JSON.parse(JSON.stringify(finding));
      expect(explainFinding(stored, 'zh')).toBe(zh);
    }
  });
});
