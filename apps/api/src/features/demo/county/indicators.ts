import type { DemoIndicator, DemoYear } from './demo-types.js';

const OUTPUT = '产出指标';
const BENEFIT = '效益指标';
const SATISFACTION = '满意度指标';
const PLAN = '年初工作计划';
/** The year whose quantities the county files name. */
const BASE_YEAR = 2024;

/** A quantity that grows by 4 % each year, in round figures. */
export function grown(first: number, year: DemoYear): number {
  const value = first * 1.04 ** (year - BASE_YEAR);
  const step = first >= 1000 ? 50 : first >= 100 ? 5 : 1;
  return Math.round(value / step) * step;
}

/** 数量指标: at least so many in the year. */
export const count = (name: string, annual: number, unit: string, description = `全年${name}`): DemoIndicator => ({
  level1: OUTPUT,
  level2: '数量指标',
  name,
  description,
  value: `≥${annual}${unit}`,
  basis: PLAN,
  result: { kind: 'count', annual },
});

/** A share of the year's work that is done as the year goes on. */
export const progress = (name: string, annual: number, description: string): DemoIndicator => ({
  level1: OUTPUT,
  level2: '数量指标',
  name,
  description,
  value: `≥${annual}%`,
  basis: PLAN,
  result: { kind: 'progress', annual },
});

/** 质量指标 or 时效指标 in percent, judged as it stands. */
export const rate = (
  level2: '质量指标' | '时效指标',
  name: string,
  target: number,
  usual: number,
  description: string,
  basis = '行业标准',
): DemoIndicator => ({
  level1: OUTPUT,
  level2,
  name,
  description,
  value: `≥${target}%`,
  basis,
  result: { kind: 'level', value: usual, missed: target - 6 },
});

/** 时效指标 or 成本指标 that must not be exceeded. */
export const atMost = (
  level2: '时效指标' | '成本指标',
  name: string,
  limit: number,
  unit: string,
  usual: number,
  description: string,
): DemoIndicator => ({
  level1: OUTPUT,
  level2,
  name,
  description,
  value: `≤${limit}${unit}`,
  basis: '管理制度',
  result: { kind: 'level', value: usual, missed: Math.ceil(limit * 1.2) },
});

/** 时效指标 with a day by which it is to be done (`MM-DD`). */
export const doneBy = (name: string, year: DemoYear, monthAndDay: string, description: string): DemoIndicator => {
  const [month, day] = monthAndDay.split('-').map(Number);
  return {
    level1: OUTPUT,
    level2: '时效指标',
    name,
    description,
    value: `${year}年${month}月${day}日前`,
    basis: '合同约定',
    result: { kind: 'date', dueOn: `${year}-${monthAndDay}` },
  };
};

/** 预算执行率, which the product fills from the spending. */
export const execution = (target: number): DemoIndicator => ({
  level1: OUTPUT,
  level2: '成本指标',
  name: '预算执行率',
  description: '支出数占预算数的比率',
  value: `≥${target}%`,
  basis: '财政要求',
  result: { kind: 'filled' },
});

/** An effect in words, judged as met, partly met or not met. */
export const effect = (name: string, wording: string, description: string): DemoIndicator => ({
  level1: BENEFIT,
  level2: '社会效益指标',
  name,
  description,
  value: wording,
  basis: PLAN,
  result: { kind: 'outcome' },
});

/** An effect in percent. */
export const effectRate = (name: string, target: number, usual: number, description: string): DemoIndicator => ({
  level1: BENEFIT,
  level2: '社会效益指标',
  name,
  description,
  value: `≥${target}%`,
  basis: '历史标准',
  result: { kind: 'level', value: usual, missed: target - 8 },
});

/** 满意度, asked once a year. */
export const satisfaction = (who: string, target: number, asked: number): DemoIndicator => ({
  level1: SATISFACTION,
  level2: '服务对象满意度指标',
  name: `${who}满意度`,
  description: `${who}对项目实施效果的满意程度`,
  value: `≥${target}%`,
  basis: '问卷调查',
  result: { kind: 'yearEnd', value: asked },
});
