import { bareLabel, labelText } from './labels.js';

/** A column of an indicator table. */
export type IndicatorColumn =
  | 'level1'
  | 'level2'
  | 'name'
  | 'type'
  | 'description'
  | 'value'
  | 'operator'
  | 'measure'
  | 'direction'
  | 'weight'
  | 'basis';

const INDICATOR_LABELS: Readonly<Record<IndicatorColumn, string>> = {
  level1: '一级指标 一级指标名称 一级绩效指标',
  level2: '二级指标 二级指标名称 二级绩效指标',
  name: '三级指标 三级指标名称 三级绩效指标 指标名称 绩效指标名称 指标内容 具体指标',
  type: '指标类型 指标类别 指标分类',
  description:
    '绩效指标描述 指标描述 指标解释 指标说明 指标内涵 评分标准 评分规则 评分细则 评分办法 评扣分标准 评价标准 计算公式 计算方法',
  value:
    '指标值 年度指标值 绩效指标值 目标值 年度目标值 指标目标值 年初指标值 年初目标值 预期指标值 计划指标值 预期值 指标数值 目标数值 数值 值',
  operator:
    '计算符号 运算符 运算符号 比较符 比较符号 关系符 关系符号 判断符号 判定符号 指标符号 符号 指标值符号 比较运算符',
  measure:
    '计量单位 度量单位 指标单位 指标值单位 单位 指标计量单位 指标值计量单位 计算单位 绩效度量单位 绩效计量单位 绩效指标单位',
  direction:
    '指标方向 指标性质 绩效指标性质 绩效指标方向 绩效指标属性 指标属性 指标极性 极性 方向 指标正反向 指标方向性 正反向',
  weight: '权重 指标权重 分值 指标分值 标准分 标准分值 权重分值 分值权重',
  basis: '指标值确定依据 指标确定依据 指标值设定依据 指标设定依据 设定依据 确定依据 依据 备注 指标依据 指标值依据',
};

const INDICATOR_COLUMNS: ReadonlyMap<string, IndicatorColumn> = new Map(
  (Object.entries(INDICATOR_LABELS) as [IndicatorColumn, string][]).flatMap(([column, labels]) =>
    labels.split(' ').map((label): [string, IndicatorColumn] => [label, column]),
  ),
);

/** A column label without what forms add to it: a mark for compulsory cells, a year in front, remarks in brackets behind. */
export function columnLabel(text: string): string {
  const label = labelText(text).replace(/^[*★▲]+|[*★▲]+$/g, '');
  return bareLabel(label.replace(/^(?:20\d\d年度?|本年度?)(?=\D{2})/, ''));
}

/** The column a cell of an indicator table's header names, or null. */
export const columnOf = (text: string): IndicatorColumn | null => INDICATOR_COLUMNS.get(columnLabel(text)) ?? null;

/** More cells than an indicator table has. */
const WIDEST_HEADER = 100;

/** True for the header row of an indicator table: it names the third level and at least one more column. */
export function isIndicatorHeader(cells: readonly string[]): boolean {
  if (cells.length > WIDEST_HEADER || !cells.some(mayNameIndicators)) return false;
  const columns = cells.map(columnOf);
  return columns.includes('name') && columns.some((column) => column === 'value' || column === 'level1');
}

/** A quick look that spares the rows of data a closer one: labels are split over lines, so only single letters count. */
const mayNameIndicators = (text: string): boolean =>
  text.length <= 40 &&
  text.includes('标') &&
  (text.includes('三') || text.includes('名') || text.includes('容') || text.includes('具'));
