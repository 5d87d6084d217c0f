import type { Direction, IndicatorKind, Operator } from '@jixiao/domain';
import { correctionsOf, type CorrectableField, type IndicatorContent } from './target-content.js';

const FIELD: Readonly<Record<CorrectableField, string>> = {
  level1: '一级指标',
  level2: '二级指标',
  name: '三级指标',
  operator: '比较',
  number: '数值',
  unit: '计量单位',
  dueDate: '期限',
  direction: '方向',
  kind: '评判方式',
  assessedFrom: '起评月份',
};
const OPERATOR: Readonly<Record<Operator, string>> = {
  gte: '≥',
  lte: '≤',
  gt: '>',
  lt: '<',
  eq: '=',
  qualitative: '定性',
  date: '日期',
};
const DIRECTION: Readonly<Record<Direction, string>> = { atLeast: '不低于', atMost: '不高于' };
const KIND: Readonly<Record<IndicatorKind, string>> = {
  cumulative: '累计数量',
  progressRate: '进度比率',
  executionRate: '预算执行率',
  yearEnd: '年终指标',
  level: '水平指标',
  qualitative: '定性指标',
  date: '时限指标',
};

/** What a person corrected of an indicator, as it is read beside the printed value; null where nothing. */
export function correctedText(indicator: IndicatorContent): string | null {
  const fields = correctionsOf(indicator);
  if (fields.length === 0) return null;
  return `更正 ${fields.map((field) => `${FIELD[field]} ${valueText(indicator, field)}`).join('、')}`;
}

function valueText(indicator: IndicatorContent, field: CorrectableField): string {
  switch (field) {
    case 'operator':
      return OPERATOR[indicator.operator];
    case 'direction':
      return indicator.direction === null ? '无' : DIRECTION[indicator.direction];
    case 'kind':
      return KIND[indicator.kind];
    default:
      return String(indicator[field] ?? '无');
  }
}
