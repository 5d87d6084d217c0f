import type { SpendAssessment } from './assessment-types.js';
import { amountText, gapText, percentText, type ExplainLocale } from './wording.js';

/** R12: the rate against the threshold of the round, or that none has come yet. */
export function thresholdCause({ executionRate, light, threshold }: SpendAssessment, locale: ExplainLocale): string {
  const zh = locale === 'zh';
  const rate = percentText(executionRate);
  const applied = threshold?.applied ?? null;
  if (applied === null) {
    const nothing = light === 'grey';
    if (zh) return `执行率 ${rate}，${firstInChinese(threshold?.firstMonth ?? null)}${nothing ? '，也没有支出' : ''}`;
    return `Execution rate ${rate}: ${firstInEnglish(threshold?.firstMonth ?? null)}${nothing ? ' and nothing has been spent' : ''}`;
  }
  const { month, percent } = applied;
  // 39.999 % is shown as 40.00: it must not look like an error that it warns.
  const close = executionRate !== null && executionRate >= percent;
  if (light === 'yellow') {
    return zh
      ? `执行率 ${rate}，${close ? '略' : ''}低于${month}月底应达到的 ${percent}%`
      : `Execution rate ${rate}, ${close ? 'slightly ' : ''}below the ${percent}% asked for by the end of month ${month}`;
  }
  return zh
    ? `执行率 ${rate}，达到${month}月底应达到的 ${percent}%`
    : `Execution rate ${rate}, reaching the ${percent}% asked for by the end of month ${month}`;
}

const firstInChinese = (month: number | null): string =>
  month === null ? '没有适用的进度要求' : `从${month}月底起才有进度要求`;

const firstInEnglish = (month: number | null): string =>
  month === null ? 'no threshold applies' : `the first threshold comes at the end of month ${month}`;

/** R14: why a large project is red although the preset alone might be milder. */
export function largeProjectCause(spend: SpendAssessment, locale: ExplainLocale): string {
  const { largeProject, adjustedBudgetFen } = spend;
  const rate = percentText(spend.executionRate);
  const [straightLine, plan] = [percentText(spend.straightLineRate), percentText(spend.plannedRate)];
  const [toLine, toPlan] = [gapText(spend.gapToStraightLine, locale), gapText(spend.gapToPlan, locale)];
  const budget = amountText(adjustedBudgetFen ?? 0, locale);
  const from = amountText(largeProject?.budgetFromFen ?? 0, locale);
  const points = Math.abs(largeProject?.gapToStraightLine ?? 0);
  if (locale === 'zh') {
    const planned = spend.planMissing ? '' : `；支出计划 ${plan}，${toPlan}`;
    return `预算 ${budget}，属于 ${from}及以上的大额项目，执行率 ${rate}，序时进度 ${straightLine}，${toLine}，落后达到 ${points} 个百分点${planned}`;
  }
  const planned = spend.planMissing ? '' : `; plan ${plan}, ${toPlan}`;
  return `Budget ${budget}, a large project from ${from} on, execution rate ${rate}, straight-line progress ${straightLine}, ${toLine}, reaching ${points} points${planned}`;
}
