import { exact, ratio, roundHalfAway } from '../kernel/exact.js';
import type { EvaluationFormIndicator, EvaluationFunds, SelfEvaluationFormData } from './form-data.js';
import type { FieldFormula, FormField, FormFields } from './field-types.js';
import {
  answerValue,
  HEAD_FIELDS,
  moneyField,
  POINTS_FORMAT,
  RATE_FORMAT,
  rateFormula,
  rateOf,
} from './head-fields.js';

type FundsRow = keyof SelfEvaluationFormData['funds'];
type Field = FormField<SelfEvaluationFormData>;

const ROWS: Readonly<Record<FundsRow, string>> = {
  total: '年度资金总额',
  fiscal: '当年财政拨款',
  carriedOver: '上年结转资金',
  other: '其他资金',
};
const AMOUNTS: Readonly<Record<keyof EvaluationFunds, string>> = {
  initialBudgetFen: '年初预算数',
  fullYearBudgetFen: '全年预算数',
  expenditureFen: '全年执行数',
};
const PARTS: readonly FundsRow[] = ['fiscal', 'carriedOver', 'other'];
const EXECUTION_WEIGHT = '资金.年度资金总额.分值';
const EXECUTION_POINTS = '资金.年度资金总额.得分';

const nameOf = (row: FundsRow, column: string): string => `资金.${ROWS[row]}.${column}`;

function amountField(row: FundsRow, key: keyof EvaluationFunds): Field {
  const parts = row === 'total' ? PARTS : [];
  return moneyField<SelfEvaluationFormData>(
    ({ funds }) => funds[row][key],
    parts.map((part) => ({ name: nameOf(part, AMOUNTS[key]), fen: ({ funds }) => funds[part][key] })),
  );
}

const rowRate = ({ funds }: SelfEvaluationFormData, row: FundsRow): number | null =>
  rateOf(funds[row].expenditureFen, funds[row].fullYearBudgetFen);

function rowFields(row: FundsRow): [string, Field][] {
  const amounts = (Object.keys(AMOUNTS) as (keyof EvaluationFunds)[]).map((key): [string, Field] => [
    nameOf(row, AMOUNTS[key]),
    amountField(row, key),
  ]);
  const rate: Field = {
    value: (data) => rowRate(data, row),
    numberFormat: RATE_FORMAT,
    formulas: (data) => [
      rateFormula(nameOf(row, AMOUNTS.expenditureFen), nameOf(row, AMOUNTS.fullYearBudgetFen), rowRate(data, row)),
    ],
  };
  return [...amounts, [nameOf(row, '执行率'), rate]];
}

/** R31 by what the form itself prints; by the exact amounts, since a printed rate is rounded. */
function executionFormulas({ execution, funds }: SelfEvaluationFormData): FieldFormula[] {
  const { expenditureFen, fullYearBudgetFen } = funds.total;
  const [spent, budget] = [nameOf('total', AMOUNTS.expenditureFen), nameOf('total', AMOUNTS.fullYearBudgetFen)];
  const text = `ROUND({${EXECUTION_WEIGHT}}*MIN({${spent}}/{${budget}},1),2)`;
  if (execution.weight === null || expenditureFen === null || !fullYearBudgetFen) return [{ text, value: null }];
  const rate = ratio(Math.min(expenditureFen, fullYearBudgetFen), fullYearBudgetFen);
  return [{ text, value: roundHalfAway(rate.mul(execution.weight), 2) }];
}

/** The sum of a column and of the execution's cell; it is not the total where R40 rescaled or a cap lowered it. */
function totalFormulas(data: SelfEvaluationFormData, key: 'weight' | 'points'): FieldFormula[] {
  const [ofExecution, column] = key === 'weight' ? [EXECUTION_WEIGHT, '分值'] : [EXECUTION_POINTS, '得分'];
  const figures = [data.execution, ...data.indicators].map((points) => points[key]).filter((figure) => figure !== null);
  const sum = figures.reduce((total, figure) => total.add(figure), exact(0));
  return [{ text: `{${ofExecution}}+SUM({指标.${column}})`, value: roundHalfAway(sum, 2) }];
}

/** Fields of 项目支出绩效自评表 (10号). */
export const EVALUATION_FIELDS: FormFields<SelfEvaluationFormData> = {
  ...HEAD_FIELDS,
  预期目标: { value: ({ goals }) => (goals.length === 0 ? null : goals.join('\n')) },
  实际完成情况: { value: ({ goalResult }) => goalResult },
  ...Object.fromEntries((Object.keys(ROWS) as FundsRow[]).flatMap(rowFields)),
  [EXECUTION_WEIGHT]: { value: ({ execution }) => execution.weight },
  [EXECUTION_POINTS]: {
    value: ({ execution }) => execution.points,
    numberFormat: POINTS_FORMAT,
    formulas: executionFormulas,
  },
  '总分.分值': { value: ({ total }) => total.weight, formulas: (data) => totalFormulas(data, 'weight') },
  '总分.得分': {
    value: ({ total }) => total.points,
    numberFormat: POINTS_FORMAT,
    formulas: (data) => totalFormulas(data, 'points'),
  },
  等级: { value: ({ grade }) => grade },
};

export const EVALUATION_INDICATOR_FIELDS: FormFields<EvaluationFormIndicator> = {
  '指标.序号': { value: (_, index) => index + 1 },
  '指标.一级指标': { value: ({ level1 }) => level1 },
  '指标.二级指标': { value: ({ level2 }) => level2 },
  '指标.三级指标': { value: ({ name }) => name },
  '指标.年度指标值': { value: ({ target }) => target },
  '指标.实际完成值': { value: ({ result }) => answerValue(result) },
  '指标.分值': { value: ({ weight }) => weight },
  '指标.得分': { value: ({ points }) => points, numberFormat: POINTS_FORMAT },
  '指标.偏差原因分析及改进措施': { value: ({ explanation }) => explanation },
};
