import type { Checkpoint } from '../targets/target-types.js';
import type { SpendAssessment } from './assessment-types.js';
import { largeProjectCause, thresholdCause } from './explain-presets.js';
import { amountText, bandText, gapText, percentText, verdictText, type ExplainLocale } from './wording.js';

/**
 * R49: why the spend light has its colour, in one or two sentences made from the stored figures, limits and reason:
 * `执行率 25.45%，计划 50.00%，低 24.55 个百分点，完成计划的 50.90%，低于 60% → 红灯。`
 */
export function explainSpend(spend: SpendAssessment, locale: ExplainLocale): string {
  const verdict = `${cause(spend, locale)}${verdictText(spend.light, locale)}`;
  return `${verdict}${otherReference(spend, locale)}${sourceOf(spend, locale)}`;
}

function cause(spend: SpendAssessment, locale: ExplainLocale): string {
  const zh = locale === 'zh';
  switch (spend.reason) {
    case 'exempt':
      return zh ? '人员类项目，不纳入绩效运行监控' : 'A personnel project, exempt from monitoring';
    case 'not-reported':
      return zh
        ? '本期支出尚未填报（空白不作零处理）'
        : 'Spending has not been reported for this round (a blank does not count as zero)';
    case 'large-project-behind':
      return largeProjectCause(spend, locale);
    case 'no-threshold-yet':
    case 'spend-below-threshold':
    case 'spend-reaches-threshold':
      return thresholdCause(spend, locale);
    case 'no-budget':
      return noBudget(spend, zh);
    case 'overspent':
      return overspent(spend, locale);
    case 'not-due':
      return notDue(spend, locale);
    case 'ahead-of-plan':
      return aheadOfPlan(spend, zh);
    case 'between-checkpoints':
      return `${comparison(spend, 'red', locale)}${betweenCheckpoints(spend.lastCheckpoint, zh)}`;
    case 'spend-behind-plan':
      return comparison(spend, spend.light === 'red' ? 'red' : 'yellow', locale);
    case 'spend-on-plan':
      return comparison(spend, 'green', locale);
  }
}

function noBudget({ adjustedBudgetFen }: SpendAssessment, zh: boolean): string {
  if (adjustedBudgetFen === null) {
    return zh ? '没有预算数，无法计算执行率' : 'There is no budget figure, so no execution rate can be computed';
  }
  return zh ? '预算数为零，也没有支出，无需评判' : 'The budget is zero and nothing has been spent: nothing to judge';
}

function overspent({ expenditureFen, adjustedBudgetFen }: SpendAssessment, locale: ExplainLocale): string {
  const spent = expenditureFen ?? 0;
  const budget = adjustedBudgetFen ?? 0;
  const figures = [spent, budget, spent - budget].map((fen) => amountText(fen, locale));
  return locale === 'zh'
    ? `支出 ${figures[0]}，超过调整后预算 ${figures[1]}，超出 ${figures[2]}`
    : `Spent ${figures[0]}, more than the adjusted budget of ${figures[1]}, by ${figures[2]}`;
}

function notDue(spend: SpendAssessment, locale: ExplainLocale): string {
  const zh = locale === 'zh';
  if (spend.expenditureFen === null) {
    return zh ? '项目在本期之后才开始，尚无应报支出' : 'The project starts after this round: nothing to report yet';
  }
  if (spend.reference === 'threshold') return thresholdCause(spend, locale);
  return zh
    ? `按${spend.reference === 'plan' ? '支出计划' : '序时进度'}本期为 0.00%，尚未到支出时点，也没有支出`
    : `${spend.reference === 'plan' ? 'The plan has' : 'Straight-line progress is'} 0.00% at this date and nothing has been spent: not due yet`;
}

function aheadOfPlan(spend: SpendAssessment, zh: boolean): string {
  const rate = percentText(spend.executionRate);
  if (spend.reference !== 'plan') {
    return zh
      ? `执行率 ${rate}，按序时进度本期为 0.00%，支出早于进度`
      : `Execution rate ${rate} where straight-line progress is 0.00%: ahead of it`;
  }
  const planned = percentText(spend.plannedRate);
  return zh
    ? `执行率 ${rate}，按支出计划本期为 ${planned}，支出早于计划`
    : `Execution rate ${rate} where the plan has ${planned}: ahead of plan`;
}

/** Straight-line only stands in for a missing plan; rules that go by it anyway miss nothing (R4). */
const isStandIn = ({ planMissing, byStraightLine }: SpendAssessment): boolean => planMissing && byStraightLine !== true;

/** Rate, reference, gap (R8) and v (R9) with the limits they were compared with. */
function comparison(spend: SpendAssessment, colour: 'red' | 'yellow' | 'green', locale: ExplainLocale): string {
  const rate = percentText(spend.executionRate);
  const ratio = percentText(spend.ratioToReference);
  const band = spend.bands === null ? '' : bandText(spend.ratioToReference, colour, spend.bands, locale);
  const onPlan = spend.reference === 'plan';
  const reference = percentText(onPlan ? spend.plannedRate : spend.straightLineRate);
  const gap = gapText(onPlan ? spend.gapToPlan : spend.gapToStraightLine, locale);
  if (locale === 'zh') {
    const name = onPlan ? '计划' : '序时进度';
    const label = isStandIn(spend) ? `缺少支出计划，以序时进度 ${reference} 代替` : `${name} ${reference}`;
    return `执行率 ${rate}，${label}，${gap}，完成${name}的 ${ratio}，${band}`;
  }
  const name = onPlan ? 'plan' : 'straight-line progress';
  const label = isStandIn(spend)
    ? `no spend plan, straight-line progress ${reference} stands in`
    : `${name} ${reference}`;
  return `Execution rate ${rate}, ${label}, ${gap}, ${ratio} of the ${name}, ${band}`;
}

function betweenCheckpoints(checkpoint: Checkpoint | null, zh: boolean): string {
  const percent = checkpoint?.percent ?? 0;
  if (checkpoint === null || checkpoint.month === 0) {
    return zh ? '；但第一个节点还未到，最差为黄灯' : '; but the first checkpoint is yet to come, so at worst yellow';
  }
  return zh
    ? `；但正处在两个节点之间，${checkpoint.month}月底的节点（${percent}%）已达到，最差为黄灯`
    : `; but between two checkpoints, and the one at the end of month ${checkpoint.month} (${percent}%) is met, so at worst yellow`;
}

/** R8: the gaps to the references that did not decide are shown too, so that a self-made plan hides nothing. */
function otherReference(spend: SpendAssessment, locale: ExplainLocale): string {
  if (spend.executionRate === null || spend.light === 'grey' || spend.largeProject !== undefined) return '';
  const others = [
    ...(spend.reference === 'straightLine' ? [] : [straightLineText(spend, locale)]),
    ...(spend.reference === 'plan' || spend.planMissing ? [] : [planText(spend, locale)]),
  ];
  if (others.length === 0) return '';
  return locale === 'zh' ? `另：${others.join('；')}。` : ` ${others.join('. ')}.`;
}

function straightLineText({ straightLineRate, gapToStraightLine }: SpendAssessment, locale: ExplainLocale): string {
  const [percent, gap] = [percentText(straightLineRate), gapText(gapToStraightLine, locale)];
  return locale === 'zh' ? `序时进度为 ${percent}，${gap}` : `Straight-line progress is ${percent}: ${gap}`;
}

function planText({ plannedRate, gapToPlan }: SpendAssessment, locale: ExplainLocale): string {
  const [percent, gap] = [percentText(plannedRate), gapText(gapToPlan, locale)];
  return locale === 'zh' ? `支出计划为 ${percent}，${gap}` : `The plan is ${percent}: ${gap}`;
}

/** Whose figure was judged, where it is not simply the unit's own. */
function sourceOf({ expenditureSource, light }: SpendAssessment, locale: ExplainLocale): string {
  if (light === 'grey') return '';
  if (expenditureSource === 'treasury')
    return locale === 'zh' ? '支出以国库数为准。' : ' Spending as the treasury has it.';
  if (expenditureSource !== 'treasuryAndUnit') return '';
  return locale === 'zh'
    ? '财政资金支出以国库数为准，其他资金为单位填报。'
    : ' Fiscal money as the treasury has it, other funds as the unit reports them.';
}
