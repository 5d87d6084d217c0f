import { explainMismatch } from '../monitoring/explain-mismatch.js';
import { amountText, gapText, measure, percentText, type ExplainLocale } from '../monitoring/wording.js';
import type { Finding, ResultFlat, ResultOverWhole, ResultStep, SpendingStalled } from './finding.js';
import type { RushShare, YearEnd } from './year-end-rush.js';

/** What was found in a series, as a sentence in the reader's language that is made from its figures (R49). */
export function explainFinding(finding: Finding, locale: ExplainLocale): string {
  switch (finding.code) {
    case 'spending-stalled':
      return stalled(finding, locale);
    case 'money-ahead-of-results':
    case 'results-ahead-of-money':
      return explainMismatch(finding.mismatch, locale);
    case 'year-end-rush':
      return rush(finding.rush, locale);
    case 'result-flat':
      return flat(finding, locale);
    case 'result-falls':
    case 'result-jumps':
      return step(finding, locale);
    case 'result-over-whole':
      return overWhole(finding, locale);
  }
}

function stalled(finding: SpendingStalled, locale: ExplainLocale): string {
  const { fromMonth, toMonth } = finding;
  const spent = amountText(finding.expenditureFen, locale);
  const rate = percentText(finding.rate);
  const [from, to] = [percentText(finding.plannedFrom), percentText(finding.plannedTo)];
  if (locale === 'zh') {
    const since = fromMonth === 0 ? '年初' : `${fromMonth}月底`;
    return `${since}至${toMonth}月底支出没有增加，仍为 ${spent}（执行率 ${rate}），而同期支出计划从 ${from} 增至 ${to}。`;
  }
  const since = fromMonth === 0 ? 'the start of the year' : `the end of month ${fromMonth}`;
  return `From ${since} to the end of month ${toMonth} nothing more was spent: still ${spent} (execution rate ${rate}), while the plan rose from ${from} to ${to}.`;
}

const YEAR_END: Readonly<Record<YearEnd, Readonly<Record<ExplainLocale, string>>>> = {
  december: { zh: '12月', en: 'December' },
  fourthQuarter: { zh: '第四季度', en: 'the fourth quarter' },
};

function rush(share: RushShare, locale: ExplainLocale): string {
  const [spent, planned] = [percentText(share.share), percentText(share.plannedShare)];
  const when = YEAR_END[share.of][locale];
  const gap = gapText(share.gapToPlan, locale);
  if (locale === 'zh') {
    const among = share.isUnusual ? `；与 ${share.peers} 个同类相比明显偏高（稳健 z 值 ${zText(share)}）` : '';
    return `${when}支出占全年的 ${spent}，计划为 ${planned}，${gap}${among}。`;
  }
  const among = share.isUnusual ? `; unusually high among ${share.peers} peers (robust z ${zText(share)})` : '';
  return `${spent} of the year's expenditure fell to ${when} where the plan has ${planned}: ${gap}${among}.`;
}

const zText = ({ z }: RushShare): string => (z === null ? '—' : z.toFixed(2));

function flat({ indicator, unit, value, months }: ResultFlat, locale: ExplainLocale): string {
  const result = measure(value, unit, locale);
  return locale === 'zh'
    ? `“${indicator}”连续 ${months.length} 期（${months.map((month) => `1-${month}月`).join('、')}）都是 ${result}，没有变化，请核实是否照抄上期。`
    : `“${indicator}” was ${result} in ${months.length} consecutive rounds (to the end of months ${months.join(', ')}): please check whether the figure was merely copied.`;
}

function step({ code, indicator, unit, ...figures }: ResultStep, locale: ExplainLocale): string {
  const [before, now] = [figures.before, figures.now].map((value) => measure(value, unit, locale));
  const falls = code === 'result-falls';
  if (locale === 'zh') {
    const what = falls ? '累计数减少，请核实' : '增长异常快，请核实是否多填了位数或用错了单位';
    return `“${indicator}”${figures.fromMonth}月底为 ${before}，${figures.toMonth}月底为 ${now}：${what}。`;
  }
  const what = falls
    ? 'a cumulative figure that became less, please check'
    : 'growing unusually fast, please check for a digit too many or another unit';
  return `“${indicator}” was ${before} at the end of month ${figures.fromMonth} and ${now} at the end of month ${figures.toMonth}: ${what}.`;
}

function overWhole({ indicator, unit, value, month }: ResultOverWhole, locale: ExplainLocale): string {
  const result = measure(value, unit, locale);
  return locale === 'zh'
    ? `“${indicator}”${month}月底为 ${result}，部分占全部的比例不会超过 100%，请核实。`
    : `“${indicator}” was ${result} at the end of month ${month}: a share of a whole cannot exceed 100%, please check.`;
}
