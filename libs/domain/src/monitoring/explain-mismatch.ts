import type { SpendGoalMismatch } from './spend-goal-mismatch.js';
import { percentText, type ExplainLocale } from './wording.js';

/** R15, R49: `支出进度 65.00%，目标完成 54.00%（3 项指标平均），资金超前 11.00 个百分点，超过 10 个百分点。` */
export function explainMismatch(mismatch: SpendGoalMismatch, locale: ExplainLocale): string {
  const { gap, indicators, side, limit } = mismatch;
  const rate = percentText(mismatch.executionRate);
  const goals = percentText(mismatch.goalPercent);
  const points = Math.abs(gap).toFixed(2);
  if (locale === 'zh') {
    const ahead = gap < 0 ? '目标' : '资金';
    const figures = `支出进度 ${rate}，目标完成 ${goals}（${indicators} 项指标平均），`;
    if (gap === 0) return `${figures}两者持平。`;
    return `${figures}${ahead}超前 ${points} 个百分点，${side === null ? '未作提示' : `超过 ${limit} 个百分点`}。`;
  }
  const figures = `Spending ${rate}, goals ${goals} (mean of ${indicators}): `;
  if (gap === 0) return `${figures}level with each other.`;
  const ahead = gap < 0 ? 'goals' : 'money';
  return `${figures}${ahead} ahead by ${points} points, ${side === null ? 'which is not remarked' : `more than ${limit}`}.`;
}
