import { halfWidth } from '../kernel/text.js';
import { LIKELIHOODS, REASONS, type Likelihood, type Reason } from '../reporting/report-types.js';
import { LIKELIHOOD_WORDS, REASON_WORDS } from '../reporting/report-words.js';
import type { FormKind } from './form-data.js';

/** A label without what varies: space, brackets of units, the period, colons, signs of order. */
export const labelOf = (text: string): string =>
  halfWidth(text)
    .replace(/\s/g, '')
    .replace(/\((?:万元|元|分|%)\)/g, '')
    .replace(/^(?:\d{1,2}[-—–~至]){0,1}\d{1,2}月(?:份)?(?=执行|完成)/, '')
    .replace(/^(?:截至)?\d{1,2}月底/, '')
    .replace(/^其中[:,]?/, '')
    .replace(/[:：]+$/, '');

const TITLES: readonly (readonly [RegExp, FormKind])[] = [
  [/(?:绩效目标执行监控表|绩效(?:目标)?(?:运行)?监控(?:情况)?表)$/, 'monitoring'],
  [/(?:绩效自评表|自评价?表)$/, 'selfEvaluation'],
];
const LONGEST_TITLE = 60;

/** The form that a title announces, or null. */
export function formOfTitle(text: string): FormKind | null {
  if (text.length > LONGEST_TITLE) return null;
  const label = labelOf(text).replace(/\((?:20\d\d年?度?)\)$/, '');
  return TITLES.find(([pattern]) => pattern.test(label))?.[1] ?? null;
}

export type HeadField = 'projectName' | 'department' | 'unitName' | 'goals' | 'expectedGoals' | 'goalResult';

export const HEAD_LABELS: Readonly<Record<string, HeadField>> = {
  项目名称: 'projectName',
  主管部门及代码: 'department',
  主管部门: 'department',
  实施单位: 'unitName',
  项目实施单位: 'unitName',
  年度总体目标: 'goals',
  总体目标: 'goals',
  预期目标: 'expectedGoals',
  实际完成情况: 'goalResult',
};

export type FundsRow = 'total' | 'fiscal' | 'carriedOver' | 'other';

export const FUNDS_ROWS: Readonly<Record<string, FundsRow>> = {
  年度资金总额: 'total',
  资金总额: 'total',
  本年一般公共预算拨款: 'fiscal',
  一般公共预算拨款: 'fiscal',
  当年财政拨款: 'fiscal',
  财政拨款: 'fiscal',
  上年结转资金: 'carriedOver',
  其他资金: 'other',
};

export type FundsColumn =
  | 'initialBudgetFen'
  | 'adjustedBudgetFen'
  | 'fullYearBudgetFen'
  | 'expenditureFen'
  | 'expectedFullYearFen'
  | 'rate'
  | 'weight'
  | 'points';

export const FUNDS_COLUMNS: Readonly<Record<string, FundsColumn>> = {
  年初预算数: 'initialBudgetFen',
  调整后预算数: 'adjustedBudgetFen',
  全年预算数: 'fullYearBudgetFen',
  执行数: 'expenditureFen',
  全年执行数: 'expenditureFen',
  全年预计执行数: 'expectedFullYearFen',
  执行率: 'rate',
  分值: 'weight',
  得分: 'points',
};

/** What a column of the table of indicators holds; `reasons` and `likelihood` where one column takes the words. */
export type IndicatorColumn =
  | 'level1'
  | 'level2'
  | 'name'
  | 'target'
  | 'result'
  | 'expected'
  | 'reasons'
  | `reason.${Reason}`
  | 'reasonNote'
  | 'likelihood'
  | `likelihood.${Likelihood}`
  | 'note'
  | 'weight'
  | 'points'
  | 'explanation';

/** Columns without which there is nothing to read, as each form labels them. */
export const NEEDED_COLUMNS: Readonly<Record<FormKind, Readonly<Record<'name' | 'result', string>>>> = {
  monitoring: { name: '三级指标', result: '执行情况' },
  selfEvaluation: { name: '三级指标', result: '实际完成值' },
};

export const INDICATOR_COLUMNS: Readonly<Record<string, IndicatorColumn>> = {
  一级指标: 'level1',
  二级指标: 'level2',
  三级指标: 'name',
  指标名称: 'name',
  年度指标值: 'target',
  指标值: 'target',
  执行情况: 'result',
  完成情况: 'result',
  实际完成值: 'result',
  实际完成情况: 'result',
  全年预计完成情况: 'expected',
  偏差原因分析: 'reasons',
  偏差原因: 'reasons',
  原因说明: 'reasonNote',
  完成目标可能性: 'likelihood',
  备注: 'note',
  分值: 'weight',
  得分: 'points',
  偏差原因分析及改进措施: 'explanation',
  未完成原因分析及改进措施: 'explanation',
  ...Object.fromEntries(REASONS.map((reason) => [REASON_WORDS[reason].zh, `reason.${reason}` as const])),
  ...Object.fromEntries(
    LIKELIHOODS.map((likelihood) => [LIKELIHOOD_WORDS[likelihood].zh, `likelihood.${likelihood}` as const]),
  ),
};

export const known = <T>(labels: Readonly<Record<string, T>>, text: string): T | null => {
  const label = labelOf(text);
  return Object.hasOwn(labels, label) ? (labels[label] ?? null) : null;
};
