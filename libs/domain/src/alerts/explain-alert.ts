import { explainMismatch } from '../monitoring/explain-mismatch.js';
import { amountText, gapText, lightName, percentText, type ExplainLocale } from '../monitoring/wording.js';
import type { AlertKind } from './alert-kinds.js';
import type { AlertReason } from './raised-alert.js';

type Reason<K extends AlertKind> = Extract<AlertReason, { kind: K }>;

const TITLES: Readonly<Record<AlertKind, Readonly<Record<ExplainLocale, string>>>> = {
  overspent: { zh: '超预算支出', en: 'Overspent' },
  'spend-lagging': { zh: '支出滞后', en: 'Spending behind plan' },
  'nothing-spent': { zh: '零支出', en: 'Nothing spent' },
  'spend-goal-mismatch': { zh: '资金与目标不匹配', en: 'Money and goals apart' },
  worsening: { zh: '连续变差', en: 'Getting worse' },
  'forecast-below': { zh: '预计执行率偏低', en: 'Low forecast' },
  impossible: { zh: '目标无法完成', en: 'Target out of reach' },
  'not-reported': { zh: '逾期未报', en: 'Not reported in time' },
  'year-end-rush': { zh: '年末突击支出', en: 'Year-end rush' },
};

/** What an alert is called, in the reader's language. */
export const alertTitle = (kind: AlertKind, locale: ExplainLocale): string => TITLES[kind][locale];

/**
 * What an alert says, why and how far off, in one sentence that is made of the figures and limits it was raised with (R49):
 * `执行率 25.45%，计划 50.00%，落后 24.55 个百分点（规则：落后 10 个百分点以上）。`
 */
export function explainAlert(reason: AlertReason, locale: ExplainLocale): string {
  switch (reason.kind) {
    case 'overspent':
      return overspent(reason, locale);
    case 'spend-lagging':
      return lagging(reason, locale);
    case 'nothing-spent':
      return nothingSpent(reason, locale);
    case 'spend-goal-mismatch':
      return explainMismatch(reason.mismatch, locale);
    case 'worsening':
      return worsening(reason, locale);
    case 'forecast-below':
      return forecast(reason, locale);
    case 'impossible':
      return impossible(reason, locale);
    case 'not-reported':
      return locale === 'zh'
        ? '填报截止日已过，本期应报的内容仍有空缺（空白不作零处理）。'
        : 'The deadline for reports has passed and something due is still blank (a blank does not count as zero).';
    case 'year-end-rush':
      return rush(reason, locale);
  }
}

function overspent({ expenditureFen, budgetFen, overFen }: Reason<'overspent'>, locale: ExplainLocale): string {
  const [spent, budget, over] = [expenditureFen, budgetFen, overFen].map((fen) => amountText(fen, locale));
  return locale === 'zh'
    ? `支出 ${spent}，超过调整后预算 ${budget}，超出 ${over}。`
    : `Spent ${spent}, more than the adjusted budget of ${budget}, by ${over}.`;
}

function lagging(reason: Reason<'spend-lagging'>, locale: ExplainLocale): string {
  const [rate, plan] = [percentText(reason.executionRate), percentText(reason.plannedRate)];
  const behind = Math.abs(reason.gapToPlan).toFixed(2);
  return locale === 'zh'
    ? `执行率 ${rate}，计划 ${plan}，落后 ${behind} 个百分点（规则：落后 ${reason.points} 个百分点以上）。`
    : `Execution rate ${rate}, plan ${plan}: ${behind} points behind (rule: ${reason.points} points or more).`;
}

function nothingSpent({ budgetFen, plannedRate, plannedFrom }: Reason<'nothing-spent'>, locale: ExplainLocale): string {
  const [budget, plan] = [amountText(budgetFen, locale), percentText(plannedRate)];
  return locale === 'zh'
    ? `预算 ${budget}，计划 ${plan}，至今没有支出（规则：计划达到 ${plannedFrom}% 仍无支出）。`
    : `Budget ${budget}, plan ${plan}, and nothing spent so far (rule: nothing spent where the plan has ${plannedFrom}% or more).`;
}

function worsening({ course, rounds }: Reason<'worsening'>, locale: ExplainLocale): string {
  const steps = course.map(({ month, light, gapToPlan }) => {
    const gap = gapToPlan === null ? '' : gapText(gapToPlan, locale);
    const lamp = lightName(light, locale);
    if (locale === 'zh') return `1-${month}月${lamp}${gap === '' ? '' : `（较计划${gap}）`}`;
    return `to the end of month ${month} ${lamp}${gap === '' ? '' : ` (plan: ${gap})`}`;
  });
  return locale === 'zh'
    ? `${steps.join('，')}：连续 ${course.length - 1} 期变差（规则：连续 ${rounds} 期）。`
    : `${capital(steps.join(', '))}: worse ${course.length - 1} rounds in a row (rule: ${rounds}).`;
}

function forecast({ forecastPercent, percent }: Reason<'forecast-below'>, locale: ExplainLocale): string {
  const short = (percent - forecastPercent).toFixed(2);
  return locale === 'zh'
    ? `预计全年执行率 ${percentText(forecastPercent)}，差 ${short} 个百分点（规则：预计低于 ${percent}%）。`
    : `Forecast of the year's execution rate ${percentText(forecastPercent)}: ${short} points short (rule: below ${percent}%).`;
}

function impossible({ indicators }: Reason<'impossible'>, locale: ExplainLocale): string {
  const said = indicators.map(({ name, note }) => {
    const why = note.trim();
    if (why === '') return `“${name}”`;
    return locale === 'zh' ? `“${name}”（${why}）` : `“${name}” (${why})`;
  });
  return locale === 'zh'
    ? `填报“完全不可能”完成的指标：${said.join('、')}。`
    : `Reported as quite impossible to reach: ${said.join(', ')}.`;
}

function rush({ rush: shares, december, fourthQuarter }: Reason<'year-end-rush'>, locale: ExplainLocale): string {
  const [last, quarter] = [percentText(shares.decemberShare), percentText(shares.fourthQuarterShare)];
  // Where no figure of November is known, only the quarter has a share.
  if (shares.decemberShare === null) {
    return locale === 'zh'
      ? `第四季度支出占全年的 ${quarter}（规则：超过 ${fourthQuarter}%）。`
      : `The fourth quarter has ${quarter} of the year's expenditure (rule: more than ${fourthQuarter}%).`;
  }
  return locale === 'zh'
    ? `12月支出占全年的 ${last}（规则：超过 ${december}%），第四季度占 ${quarter}（规则：超过 ${fourthQuarter}%）。`
    : `December has ${last} of the year's expenditure (rule: more than ${december}%), the fourth quarter ${quarter} (rule: more than ${fourthQuarter}%).`;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
