import { clause } from '../kernel/text.js';
import type { Direction } from '../targets/target-types.js';
import { parseTargetValue } from '../targets/value-parser.js';
import type { IndicatorAssessment, IndicatorBasis } from './assessment-types.js';
import { bandText, measure, percentText, verdictText, type ExplainLocale } from './wording.js';

/**
 * R49: why an indicator light has its colour, in one sentence made from the stored figures, limits and reason:
 * `完成 8099件，本期标准 13500件（年度指标值 ≥27000件，按序时进度 50.00% 折算），完成标准的 59.99%，低于 60% → 红灯。`
 */
export function explainIndicator(indicator: IndicatorAssessment, locale: ExplainLocale): string {
  const text = locale === 'zh' ? causeInChinese(indicator) : causeInEnglish(indicator);
  return `${text}${verdictText(indicator.light, locale)}`;
}

/** The direction that counted, where the target does not print it, or where finance has corrected the printed one (R41). */
function directionToSay({ rawValue, direction, directionInferred }: IndicatorBasis): Direction | null {
  const printed = parseTargetValue(rawValue);
  const isCorrected = !printed.directionInferred && printed.direction !== null && printed.direction !== direction;
  return directionInferred || isCorrected ? direction : null;
}

/** A filled execution rate is shown rounded but judged unrounded: 89.996 % of ≥90 % must not look like an error. */
const isRoundedUp = ({ basis, result }: IndicatorAssessment): boolean =>
  basis.kind === 'executionRate' && result !== null && result === basis.number;

function causeInChinese(indicator: IndicatorAssessment): string {
  const { basis } = indicator;
  const result = measure(indicator.result, basis.unit, 'zh');
  switch (indicator.reason) {
    case 'exempt':
      return '人员类项目，不纳入绩效运行监控';
    case 'not-due':
      return notDueInChinese(indicator);
    case 'not-reported':
      return basis.kind === 'executionRate'
        ? '本期支出尚未填报，执行率无法计算'
        : `指标值 ${basis.rawValue}，本期应报而未报（空白不作零处理）`;
    case 'no-data':
      return `填报为“无数据”${basis.noDataWhy ? `，原因：${clause(basis.noDataWhy)}` : ''}`;
    case 'no-budget':
      return '没有预算数，执行率无法计算';
    case 'target-unclear':
      return `指标值“${basis.rawValue}”中没有可以比较的数，无法评判`;
    case 'direction-to-confirm':
      return `指标值 ${basis.rawValue} 的方向与指标名称不符，待财政部门确认后评判`;
    case 'outcome-met':
      return '完成情况为“达成”';
    case 'outcome-partly':
      return '完成情况为“部分达成”';
    case 'outcome-unmet':
      return '完成情况为“未达成”';
    case 'done-in-time':
      return `应于 ${basis.dueDate} 前完成，已于 ${basis.doneOn} 完成，按期`;
    case 'done-late':
      return `应于 ${basis.dueDate} 前完成，实际于 ${basis.doneOn} 完成，逾期`;
    case 'overdue':
      return `应于 ${basis.dueDate} 前完成，已到期而未完成`;
    case 'target-met':
      return `完成值 ${result}，指标值 ${basis.rawValue}${directionInChinese(basis)}，符合`;
    case 'target-missed':
      return `完成值 ${result}${isRoundedUp(indicator) ? '（舍入前略低）' : ''}，指标值 ${basis.rawValue}${directionInChinese(basis)}，不符合`;
    case 'ahead-of-plan':
      return `完成 ${result}，本期标准为 0，早于计划`;
    case 'behind-standard':
    case 'on-standard':
    case 'small-target':
    case 'far-over-target':
      return ratioInChinese(indicator, result);
  }
}

function notDueInChinese({ basis, result }: IndicatorAssessment): string {
  if (basis.kind === 'date' && basis.dueDate !== null) return `应于 ${basis.dueDate} 前完成，本期尚未到期`;
  if (basis.assessedFrom > 1) return `从${basis.assessedFrom}月起考核，本期不评`;
  return result === null ? '本期尚未到完成时点，无需填报' : '按计划本期尚无任务，完成值为 0';
}

function directionInChinese(basis: IndicatorBasis): string {
  const direction = directionToSay(basis);
  return direction === null ? '' : `（按${direction === 'atMost' ? '不高于' : '不低于'}理解）`;
}

function ratioInChinese(indicator: IndicatorAssessment, result: string): string {
  const { basis, ratioToStandard } = indicator;
  const standard = measure(indicator.standard, basis.unit, 'zh');
  const figures = `完成 ${result}，本期标准 ${standard}（年度指标值 ${basis.rawValue}${scaleInChinese(basis)}）`;
  if (indicator.reason === 'far-over-target') {
    const of = basis.blueOf === 'standard' ? '标准' : '年度指标值';
    const percent = basis.blueOf === 'standard' ? ratioToStandard : indicator.completion;
    return `${figures}，完成${of}的 ${percentText(percent)}，达到 ${basis.blueFrom}%，请核对指标值是否偏低`;
  }
  return `${figures}，完成标准的 ${percentText(ratioToStandard)}${bandOf(indicator, 'zh')}`;
}

function scaleInChinese({ standardBasis, progress }: IndicatorBasis): string {
  switch (standardBasis) {
    case 'straightLine':
      return `，按序时进度 ${percentText(progress)} 折算`;
    case 'plannedRate':
      return `，按计划支出进度 ${percentText(progress)} 折算`;
    case 'phasedTarget':
      return '，按分期目标';
    case 'annualTarget':
    case null:
      return '';
  }
}

function causeInEnglish(indicator: IndicatorAssessment): string {
  const { basis } = indicator;
  const result = measure(indicator.result, basis.unit, 'en');
  switch (indicator.reason) {
    case 'exempt':
      return 'A personnel project, exempt from monitoring';
    case 'not-due':
      return notDueInEnglish(indicator);
    case 'not-reported':
      return basis.kind === 'executionRate'
        ? 'Spending has not been reported, so there is no execution rate'
        : `Target ${basis.rawValue}: due in this round and not reported (a blank does not count as zero)`;
    case 'no-data':
      return `Reported as "no data"${basis.noDataWhy ? `, because: ${clause(basis.noDataWhy)}` : ''}`;
    case 'no-budget':
      return 'There is no budget figure, so there is no execution rate';
    case 'target-unclear':
      return `The target "${basis.rawValue}" has no number to compare with`;
    case 'direction-to-confirm':
      return `The direction of the target ${basis.rawValue} contradicts the indicator's name; finance has to confirm it`;
    case 'outcome-met':
      return 'Reported as achieved';
    case 'outcome-partly':
      return 'Reported as partly achieved';
    case 'outcome-unmet':
      return 'Reported as not achieved';
    case 'done-in-time':
      return `Due by ${basis.dueDate}, done on ${basis.doneOn}: in time`;
    case 'done-late':
      return `Due by ${basis.dueDate}, done on ${basis.doneOn}: late`;
    case 'overdue':
      return `Due by ${basis.dueDate} and not done`;
    case 'target-met':
      return `Result ${result}, target ${basis.rawValue}${directionInEnglish(basis)}: met`;
    case 'target-missed':
      return `Result ${result}${isRoundedUp(indicator) ? ' (slightly less before rounding)' : ''}, target ${basis.rawValue}${directionInEnglish(basis)}: not met`;
    case 'ahead-of-plan':
      return `Result ${result} where the standard of this round is 0: ahead of plan`;
    case 'behind-standard':
    case 'on-standard':
    case 'small-target':
    case 'far-over-target':
      return ratioInEnglish(indicator, result);
  }
}

function notDueInEnglish({ basis, result }: IndicatorAssessment): string {
  if (basis.kind === 'date' && basis.dueDate !== null) return `Due by ${basis.dueDate}, which is after this round`;
  if (basis.assessedFrom > 1) return `Assessed from month ${basis.assessedFrom} on`;
  return result === null
    ? 'Nothing is due in this round'
    : 'Nothing is planned for this round yet, and the result is 0';
}

function directionInEnglish(basis: IndicatorBasis): string {
  const direction = directionToSay(basis);
  return direction === null ? '' : ` (read as ${direction === 'atMost' ? 'at most' : 'at least'})`;
}

function ratioInEnglish(indicator: IndicatorAssessment, result: string): string {
  const { basis, ratioToStandard } = indicator;
  const standard = measure(indicator.standard, basis.unit, 'en');
  const figures = `Result ${result}, standard of this round ${standard} (annual target ${basis.rawValue}${scaleInEnglish(basis)})`;
  if (indicator.reason === 'far-over-target') {
    const of = basis.blueOf === 'standard' ? 'standard' : 'annual target';
    const percent = basis.blueOf === 'standard' ? ratioToStandard : indicator.completion;
    return `${figures}, ${percentText(percent)} of the ${of}, reaching ${basis.blueFrom}%: check whether the target is too low`;
  }
  return `${figures}, ${percentText(ratioToStandard)} of the standard${bandOf(indicator, 'en')}`;
}

function scaleInEnglish({ standardBasis, progress }: IndicatorBasis): string {
  switch (standardBasis) {
    case 'straightLine':
      return ` × straight-line progress ${percentText(progress)}`;
    case 'plannedRate':
      return ` × planned spending ${percentText(progress)}`;
    case 'phasedTarget':
      return ', phased target';
    case 'annualTarget':
    case null:
      return '';
  }
}

/** The limits that decided, and why a small target that is far behind is only yellow (R18). */
function bandOf({ basis, light, reason, ratioToStandard }: IndicatorAssessment, locale: ExplainLocale): string {
  if (basis.bands === null) return '';
  const zh = locale === 'zh';
  const comma = zh ? '，' : ', ';
  if (reason !== 'small-target') {
    const colour = light === 'red' || light === 'yellow' ? light : 'green';
    return `${comma}${bandText(ratioToStandard, colour, basis.bands, locale)}`;
  }
  const band = bandText(ratioToStandard, 'red', basis.bands, locale);
  return zh
    ? `${comma}${band}；但年度指标值小于 ${basis.smallTargetBelow}，12月之前最差为黄灯`
    : `${comma}${band}; but the annual target is below ${basis.smallTargetBelow} units, so at worst yellow before month 12`;
}
