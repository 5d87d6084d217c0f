import { describe, expect, it } from '@jest/globals';
import { laggingFacts } from '../testing/alert-samples.js';
import { ALERT_KINDS } from './alert-kinds.js';
import { evaluateAlertRules } from './evaluate-alert-rules.js';
import { alertTitle, explainAlert } from './explain-alert.js';
import { DEFAULT_ALERT_RULES } from './preset-alert-rules.js';
import type { AlertReason } from './raised-alert.js';

const mismatch = { goalPercent: 54, executionRate: 65, gap: 11, indicators: 3, side: 'moneyAhead', limit: 10 } as const;

const SENTENCES: readonly [AlertReason, zh: string, en: string][] = [
  [
    { kind: 'overspent', budgetFen: 27_000_000, expenditureFen: 27_010_000, overFen: 10_000 },
    '支出 27.01 万元，超过调整后预算 27.00 万元，超出 0.01 万元。',
    'Spent 270,100.00 yuan, more than the adjusted budget of 270,000.00 yuan, by 100.00 yuan.',
  ],
  [
    {
      kind: 'spend-lagging',
      budgetFen: 235_800_000,
      expenditureFen: 60_000_000,
      executionRate: 25.45,
      plannedRate: 50,
      gapToPlan: -24.55,
      points: 10,
    },
    '执行率 25.45%，计划 50.00%，落后 24.55 个百分点（规则：落后 10 个百分点以上）。',
    'Execution rate 25.45%, plan 50.00%: 24.55 points behind (rule: 10 points or more).',
  ],
  [
    { kind: 'nothing-spent', budgetFen: 235_800_000, plannedRate: 50, plannedFrom: 25 },
    '预算 235.80 万元，计划 50.00%，至今没有支出（规则：计划达到 25% 仍无支出）。',
    'Budget 2,358,000.00 yuan, plan 50.00%, and nothing spent so far (rule: nothing spent where the plan has 25% or more).',
  ],
  [
    { kind: 'spend-goal-mismatch', mismatch },
    '支出进度 65.00%，目标完成 54.00%（3 项指标平均），资金超前 11.00 个百分点，超过 10 个百分点。',
    'Spending 65.00%, goals 54.00% (mean of 3): money ahead by 11.00 points, more than 10.',
  ],
  [
    {
      kind: 'worsening',
      rounds: 2,
      course: [
        { month: 3, light: 'green', gapToPlan: null },
        { month: 6, light: 'yellow', gapToPlan: -12.15 },
        { month: 9, light: 'red', gapToPlan: -30 },
      ],
    },
    '1-3月绿灯，1-6月黄灯（较计划低 12.15 个百分点），1-9月红灯（较计划低 30.00 个百分点）：连续 2 期变差（规则：连续 2 期）。',
    'To the end of month 3 green, to the end of month 6 yellow (plan: 12.15 points below), to the end of month 9 red (plan: 30.00 points below): worse 2 rounds in a row (rule: 2).',
  ],
  [
    { kind: 'forecast-below', forecastPercent: 77.5, percent: 80 },
    '预计全年执行率 77.50%，差 2.50 个百分点（规则：预计低于 80%）。',
    "Forecast of the year's execution rate 77.50%: 2.50 points short (rule: below 80%).",
  ],
  [
    {
      kind: 'impossible',
      indicators: [
        { name: '办案数', note: '政策调整' },
        { name: '培训人次', note: ' ' },
      ],
    },
    '填报“完全不可能”完成的指标：“办案数”（政策调整）、“培训人次”。',
    'Reported as quite impossible to reach: “办案数” (政策调整), “培训人次”.',
  ],
  [
    { kind: 'not-reported' },
    '填报截止日已过，本期应报的内容仍有空缺（空白不作零处理）。',
    'The deadline for reports has passed and something due is still blank (a blank does not count as zero).',
  ],
  [
    {
      kind: 'year-end-rush',
      rush: { decemberShare: 33.33, fourthQuarterShare: 44.44 },
      december: 30,
      fourthQuarter: 50,
    },
    '12月支出占全年的 33.33%（规则：超过 30%），第四季度占 44.44%（规则：超过 50%）。',
    "December has 33.33% of the year's expenditure (rule: more than 30%), the fourth quarter 44.44% (rule: more than 50%).",
  ],
];

describe('R49: alerts as sentences', () => {
  it.each(SENTENCES)('%j', (reason, zh, en) => {
    expect(explainAlert(reason, 'zh')).toBe(zh);
    expect(explainAlert(reason, 'en')).toBe(en);
  });

  it('every kind has one, and a title', () => {
    expect(SENTENCES.map(([{ kind }]) => kind)).toEqual(ALERT_KINDS);
    const titles = ALERT_KINDS.flatMap((kind) => [alertTitle(kind, 'zh'), alertTitle(kind, 'en')]);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('of what a rule has raised', () => {
    const [alert] = evaluateAlertRules(laggingFacts(), DEFAULT_ALERT_RULES);
    expect(alert && explainAlert(alert.reason, 'zh')).toBe(SENTENCES[1]?.[1]);
  });
});
