import { LIKELIHOODS, REASONS } from '../reporting/report-types.js';
import { LIKELIHOOD_WORDS, REASON_WORDS } from '../reporting/report-words.js';
import type { FormData, MonitoringFormData, MonitoringFormIndicator, MonitoringFunds } from './form-data.js';
import type { FormField, FormFields } from './field-types.js';
import { answerValue, HEAD_FIELDS, moneyField, RATE_FORMAT, rateFormula, rateOf } from './head-fields.js';

export const MARK = '√';

type FundsRow = keyof MonitoringFormData['funds'];
type Field = FormField<MonitoringFormData>;

const ROWS: Readonly<Record<FundsRow, string>> = {
  total: '年度资金总额',
  fiscal: '本年一般公共预算拨款',
  other: '其他资金',
};
const AMOUNTS: Readonly<Record<keyof MonitoringFunds, string>> = {
  initialBudgetFen: '年初预算数',
  adjustedBudgetFen: '调整后预算数',
  expenditureFen: '执行数',
  expectedFullYearFen: '全年预计执行数',
};
const PARTS: readonly FundsRow[] = ['fiscal', 'other'];

const nameOf = (row: FundsRow, column: string): string => `资金.${ROWS[row]}.${column}`;

function amountField(row: FundsRow, key: keyof MonitoringFunds): Field {
  const parts = row === 'total' ? PARTS : [];
  return moneyField<MonitoringFormData>(
    ({ funds }) => funds[row][key],
    parts.map((part) => ({ name: nameOf(part, AMOUNTS[key]), fen: ({ funds }) => funds[part][key] })),
  );
}

/** 执行率 is measured by the adjusted budget where there is one (R7). */
function rateField(row: FundsRow): Field {
  const rate = ({ funds }: MonitoringFormData, key: 'initialBudgetFen' | 'adjustedBudgetFen'): number | null =>
    rateOf(funds[row].expenditureFen, funds[row][key]);
  return {
    value: (data) => rate(data, data.funds[row].adjustedBudgetFen === null ? 'initialBudgetFen' : 'adjustedBudgetFen'),
    numberFormat: RATE_FORMAT,
    formulas: (data) =>
      (['adjustedBudgetFen', 'initialBudgetFen'] as const).map((key) =>
        rateFormula(nameOf(row, AMOUNTS.expenditureFen), nameOf(row, AMOUNTS[key]), rate(data, key)),
      ),
  };
}

function rowFields(row: FundsRow): [string, Field][] {
  const amounts = (Object.keys(AMOUNTS) as (keyof MonitoringFunds)[]).map((key): [string, Field] => [
    nameOf(row, AMOUNTS[key]),
    amountField(row, key),
  ]);
  return [...amounts, [nameOf(row, '执行率'), rateField(row)]];
}

/** Something to show in the column 调整后预算数: a budget that is no longer the initial one. */
const isAdjusted = ({ funds }: MonitoringFormData): boolean =>
  Object.values(funds).some(
    ({ initialBudgetFen, adjustedBudgetFen }) => adjustedBudgetFen !== null && adjustedBudgetFen !== initialBudgetFen,
  );

/** Fields of 项目支出绩效目标执行监控表 (R29). */
export const MONITORING_FIELDS: FormFields<MonitoringFormData> = {
  ...(HEAD_FIELDS satisfies FormFields<FormData>),
  月份: { value: ({ month }) => String(month) },
  期间: { value: ({ month }) => (month === 1 ? '1月' : `1-${month}月`) },
  年月: { value: ({ year, month }) => `${year}年${month}月` },
  有预算调整: { value: (data) => (isAdjusted(data) ? MARK : null) },
  ...Object.fromEntries((Object.keys(ROWS) as FundsRow[]).flatMap(rowFields)),
};

const mark = (isMarked: boolean): string | null => (isMarked ? MARK : null);

/** Fields of its indicators: reasons and likelihood have a cell each, which is ticked (R24, R26). */
export const MONITORING_INDICATOR_FIELDS: FormFields<MonitoringFormIndicator> = {
  '指标.序号': { value: (_, index) => index + 1 },
  '指标.一级指标': { value: ({ level1 }) => level1 },
  '指标.二级指标': { value: ({ level2 }) => level2 },
  '指标.三级指标': { value: ({ name }) => name },
  '指标.年度指标值': { value: ({ target }) => target },
  '指标.执行情况': { value: ({ result }) => answerValue(result) },
  '指标.全年预计完成情况': { value: ({ expected }) => answerValue(expected) },
  ...Object.fromEntries(
    REASONS.map((reason): [string, FormField<MonitoringFormIndicator>] => [
      `指标.${REASON_WORDS[reason].zh}`,
      { value: ({ reasons }) => mark(reasons.includes(reason)) },
    ]),
  ),
  '指标.原因说明': { value: ({ reasonNote }) => reasonNote },
  ...Object.fromEntries(
    LIKELIHOODS.map((likelihood): [string, FormField<MonitoringFormIndicator>] => [
      `指标.${LIKELIHOOD_WORDS[likelihood].zh}`,
      { value: (indicator) => mark(indicator.likelihood === likelihood) },
    ]),
  ),
  '指标.备注': { value: ({ note }) => note },
};
