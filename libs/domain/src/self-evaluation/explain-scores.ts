import { amountText, percentText, type ExplainLocale } from '../monitoring/wording.js';
import type { EvaluationAlert, EvaluationInput, EvaluationScores } from './evaluation-types.js';
import { GRADE_WORDS } from './evaluation-words.js';
import { pointsText } from './explain-points.js';

/** R31, R49: `全年执行数 37.24 万元，全年预算数 43.20 万元，执行率 86.20% × 分值 10 = 8.62。` */
export function explainExecutionPoints(
  { execution }: Pick<EvaluationScores, 'execution'>,
  { adjustedBudgetFen, expenditureFen }: Pick<EvaluationInput, 'adjustedBudgetFen' | 'expenditureFen'>,
  locale: ExplainLocale,
): string {
  const zh = locale === 'zh';
  switch (execution.basis) {
    case 'budget-missing':
      return zh ? '缺少全年预算数，暂不计分。' : 'The budget of the year is missing: not scored yet.';
    case 'expenditure-missing':
      return zh ? '缺少全年执行数，暂不计分。' : 'The expenditure of the year is missing: not scored yet.';
    case 'nothing-to-spend':
      return zh
        ? '全年预算数为零且没有支出，不适用，不计入总分。'
        : 'The budget is zero and nothing was spent: does not apply, left out of the total.';
    case 'spent-without-budget':
      return zh ? '没有预算而发生支出，不得分。' : 'Spent without any budget: no points.';
    case 'rate': {
      const spent = amountText(expenditureFen ?? 0, locale);
      const budget = amountText(adjustedBudgetFen ?? 0, locale);
      const figures = zh ? `全年执行数 ${spent}，全年预算数 ${budget}` : `${spent} spent of ${budget}`;
      return `${figures}${zh ? '，' : ', '}${rateText(execution, zh)}${zh ? '。' : '.'}`;
    }
  }
}

function rateText({ rate, weight, points }: EvaluationScores['execution'], zh: boolean): string {
  const text = zh ? `执行率 ${percentText(rate)}` : `execution rate ${percentText(rate)}`;
  if (points === weight) return zh ? `${text}，得满分 ${weight}` : `${text}: all ${weight} points`;
  if (points === 0) return zh ? `${text}，不得分` : `${text}: no points`;
  return `${text} × ${zh ? '分值 ' : ''}${weight} = ${pointsText(points)}`;
}

/**
 * R38, R40, R49: sum, rescaling, cap and grade in one sentence: `得分合计 86.40，适用分值 91，折算为百分制 94.95；等次：优。`
 */
export function explainTotal(scores: EvaluationScores, locale: ExplainLocale): string {
  const zh = locale === 'zh';
  const { sum, outOf, total, grade } = scores;
  if (sum === null || total === null || grade === null) {
    return zh ? '尚有得分未定，暂无总分。' : 'Not all points are known yet, so there is no total.';
  }
  const clauses = [
    zh ? `得分合计 ${pointsText(sum)}` : `The points make ${pointsText(sum)}`,
    ...(outOf === 100 ? [] : [rescaledText(scores, zh)]),
    ...capText(scores, zh),
  ].join(zh ? '，' : ', ');
  const word = GRADE_WORDS[grade][locale];
  return zh ? `${clauses}；等次：${word}。` : `${clauses}; grade: ${word}.`;
}

function rescaledText({ outOf, total, cap }: EvaluationScores, zh: boolean): string {
  const before = pointsText(cap?.before ?? total);
  return zh ? `适用分值 ${outOf}，折算为百分制 ${before}` : `out of ${outOf} that apply, rescaled to ${before} of 100`;
}

function capText({ cap, execution }: EvaluationScores, zh: boolean): string[] {
  if (cap === null) return [];
  const isClose = execution.rate !== null && execution.rate >= cap.executionBelow;
  const rate = percentText(execution.rate);
  return [
    zh
      ? `执行率 ${rate} ${isClose ? '略' : ''}低于 ${cap.executionBelow}%，总分不超过 ${cap.totalAtMost}`
      : `the execution rate of ${rate} is ${isClose ? 'slightly ' : ''}below ${cap.executionBelow}%, which limits the total to ${cap.totalAtMost}`,
  ];
}

/** R39, R49: why a self-evaluation has a light of its own. */
export function explainEvaluationAlert({ code, params = {} }: EvaluationAlert, locale: ExplainLocale): string {
  const zh = locale === 'zh';
  const percent = (key: string): string => percentText(Number(params[key] ?? 0));
  switch (code) {
    case 'points-above-execution':
      return zh
        ? `指标得分率 ${percent('leafRate')}，预算执行得分率 ${percent('executionRate')}，相差占指标得分率的 ${percent('gap')}，超过 ${params['limit']}% → 红灯。`
        : `The indicators have ${percent('leafRate')} of their points and execution ${percent('executionRate')}: ${percent('gap')} less, above ${params['limit']}% → red.`;
    case 'unspent':
      return zh
        ? `预算有 ${percent('unspent')} 未执行，超过 ${params['limit']}% → 黄灯。`
        : `${percent('unspent')} of the budget is unspent, above ${params['limit']}% → yellow.`;
  }
}
