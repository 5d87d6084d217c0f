import { columnLabel } from './column-labels.js';
import { labelText } from './labels.js';

/** A column of a table of many projects that says something about the project rather than about one indicator. */
export type ProjectColumn =
  | 'serial'
  | 'unit'
  | 'unitCode'
  | 'department'
  | 'projectCode'
  | 'projectName'
  | 'secrecy'
  | 'budget'
  | 'fiscalFunds'
  | 'otherFunds'
  | 'purpose'
  | 'goals';

const PROJECT_LABELS: Readonly<Record<ProjectColumn, string>> = {
  serial: '序号 编号 行号 序列',
  unit:
    '预算单位 预算单位名称 单位名称 项目单位 项目单位名称 实施单位 项目实施单位 填报单位 申报单位 承担单位 使用单位 资金使用单位 基层单位 ' +
    '基层预算单位 二级预算单位 单位',
  unitCode: '单位编码 单位代码 单位编号 预算单位编码 预算单位代码 项目单位编码',
  department:
    '主管部门 主管部门名称 主管部门及代码 主管部门编码 主管单位 主管预算单位 一级预算单位 部门 部门名称 一级部门',
  projectCode: '项目编码 项目代码 项目编号 二级项目编码 二级项目代码 预算项目编码 预算项目代码',
  projectName: '项目名称 二级项目名称 二级项目 项目 预算项目 预算项目名称 支出项目名称 支出项目',
  secrecy: '密级 项目密级 涉密等级 是否涉密',
  budget:
    '预算数 年初预算数 年初预算 年初预算安排 预算 预算金额 预算总额 预算规模 预算安排 预算安排数 预算资金 预算合计 年度预算 年度预算数 ' +
    '年度预算金额 项目预算 项目金额 项目总金额 项目总额 项目总预算 项目资金 项目资金总额 资金总额 年度资金总额 资金合计 资金额 ' +
    '金额 安排资金 批复金额',
  fiscalFunds:
    '财政资金 财政拨款 财政性资金 财政拨款资金 财政拨款金额 财政预算资金 当年财政拨款 一般公共预算 一般公共预算拨款 本年一般公共预算拨款 ' +
    '年度财政资金 财政',
  otherFunds: '其他资金 其它资金 年度其他资金 自有资金 单位资金 单位自筹 非财政资金 其他 其它',
  purpose:
    '资金用途 主要用途 用途 项目概述 项目概况 项目内容 项目主要内容 主要内容 项目简介 项目描述 项目说明 项目基本情况 预算规模及资金用途',
  goals:
    '绩效目标 年度绩效目标 年度目标 年度总体目标 年度总目标 总体目标 总目标 总体绩效目标 项目绩效目标 项目年度绩效目标 项目总体目标 ' +
    '绩效总目标 绩效目标内容 年度绩效总目标',
};

const PROJECT_COLUMNS: ReadonlyMap<string, ProjectColumn> = new Map(
  (Object.entries(PROJECT_LABELS) as [ProjectColumn, string][]).flatMap(([column, labels]) =>
    labels.split(' ').map((label): [string, ProjectColumn] => [label, column]),
  ),
);

/** The column that a label names in the header of a table of many projects, or null. */
export function projectColumnOf(text: string): ProjectColumn | null {
  const label = columnLabel(text);
  return PROJECT_COLUMNS.get(label) ?? PROJECT_COLUMNS.get(label.replace(/^其中/, '')) ?? null;
}

/** The checkpoint month that a column of spend percentages is for: 一季度, 上半年, 3月底累计支出计划; else null. */
export function scheduleColumnMonth(text: string): number | null {
  const label = labelText(text).replace(/\([^()]*\)$/, '');
  const month =
    /^(?:截至|截止|至|到|1[-~至])?(\d{1,2})月(?:份|底|末)?(?:前)?(?:累计)?(?:资金)?(?:支出|用款|使用|执行)?(?:计划|进度|比例|率)?$/;
  const named = Number(month.exec(label)?.[1] ?? 0);
  if (named >= 1 && named <= 12) return named;
  const part = /^第?([一二三四1-4])季度(?:底|末)?(?:累计)?(?:支出|用款|使用|执行)?(?:计划|进度|比例|率)?$/.exec(
    label,
  )?.[1];
  return part === undefined ? null : (QUARTER_ENDS[part] ?? null);
}

const QUARTER_ENDS: Readonly<Record<string, number>> = { 一: 3, 二: 6, 三: 9, 四: 12, 1: 3, 2: 6, 3: 9, 4: 12 };
