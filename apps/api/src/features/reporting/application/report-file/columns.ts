/** What a column of a report file holds. The first nine belong to a project, the others to one indicator. */
export const COLUMNS = [
  'code',
  'name',
  'expenditure',
  'fiscal',
  'other',
  'expectedFullYear',
  'spendReasons',
  'spendReasonNote',
  'differenceNote',
  'level2',
  'indicator',
  'result',
  'text',
  'noData',
  'expected',
  'reasons',
  'reasonNote',
  'likelihood',
  'note',
  // Hidden columns of the template, by which a row is known however its names were edited.
  'projectKey',
  'indicatorKey',
  'version',
  // Columns of the template that only inform, and the sentences written beside a refused row: read by nobody.
  'shown',
] as const;
export type Column = (typeof COLUMNS)[number];

export type AmountUnit = 'wan' | 'yuan';

export interface HeaderCell {
  readonly column: Column;
  /** Unit that the header states for an amount; null where it states none. */
  readonly unit: AmountUnit | null;
}

const LABELS: Readonly<Record<Column, readonly string[]>> = {
  code: ['项目编码', '项目代码', 'projectcode', 'code'],
  name: ['项目名称', '项目', 'projectname', 'project'],
  expenditure: ['支出数', '累计支出数', '累计支出', '执行数', '月执行数', 'expenditure', 'cumulativeexpenditure'],
  fiscal: [
    '其中:财政资金',
    '财政资金',
    '财政资金支出',
    '其中:本年一般公共预算拨款',
    '一般公共预算拨款',
    'fiscal',
    'fiscalfunds',
  ],
  other: ['其他资金', '其他资金支出', 'other', 'otherfunds'],
  expectedFullYear: ['全年预计执行数', '全年预计支出数', 'expectedfullyear'],
  spendReasons: ['支出偏差原因', 'spendingreasons'],
  spendReasonNote: ['支出原因说明', '支出偏差说明', 'spendingreasonnote'],
  differenceNote: ['差异说明', '与国库差异说明', 'differencenote'],
  level2: ['二级指标', 'level2'],
  indicator: ['三级指标', '指标', '指标名称', '绩效指标', 'indicator', 'indicatorname'],
  result: ['完成值', '实际完成值', '月执行情况', '完成情况', 'result'],
  text: ['完成情况说明', 'resulttext'],
  noData: ['无数据原因', 'whynodata'],
  expected: ['全年预计完成情况', '全年预计完成值', 'expected'],
  reasons: ['偏差原因', '偏差原因分析', 'reasons'],
  reasonNote: ['原因说明', 'reasonnote'],
  likelihood: ['完成目标可能性', 'likelihood'],
  note: ['备注', 'note'],
  projectKey: ['项目键', 'projectkey'],
  indicatorKey: ['指标键', 'indicatorkey'],
  version: ['填报版本', 'reportversion'],
  shown: [
    '实施单位',
    'unit',
    '调整后预算数',
    'adjustedbudget',
    '计划进度',
    'plannedprogress',
    '上期支出数',
    'lastround',
    '国库支出数',
    'treasuryfigure',
    '年度指标值',
    'annualtarget',
    '填报方式',
    'howtofillin',
    '上期完成值',
    'lastresult',
    '问题',
    'problems',
  ],
};

const COLUMN_OF = new Map(COLUMNS.flatMap((column) => LABELS[column].map((label) => [label, column] as const)));

/** Reads one header label (`1-6月执行数（万元）`, `Expenditure (yuan)`); null where it names no known column. */
export function readHeader(text: string): HeaderCell | null {
  const plain = text.normalize('NFKC').toLowerCase().replace(/[\s_]/g, '');
  const unit = /\((万元|wan|wanyuan|万|10,000yuan)\)/.test(plain) ? 'wan' : /\((元|yuan)\)/.test(plain) ? 'yuan' : null;
  const label = plain.replace(/\([^)]*\)$/, '').replace(/^1-\d{1,2}/, '');
  const column = COLUMN_OF.get(label);
  return column === undefined ? null : { column, unit };
}
