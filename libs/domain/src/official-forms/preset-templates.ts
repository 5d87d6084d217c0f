import type { FormKind } from './form-data.js';
import type { FormTemplate, TemplateCell, TemplateRow } from './form-template.js';
import { cell, footerRows, row, STYLES } from './preset-cells.js';

const { title, year, heading, narrowHeading, text, centred, paragraph, figure, remark } = STYLES;

const MARGINS = { top: 12, right: 10, bottom: 12, left: 10 };

/** Columns of 项目资金 in both layouts, with and without 调整后预算数. */
const ADJUSTED = {
  年初预算数: 'F:G',
  调整后预算数: 'H:K',
  执行数: 'L:M',
  执行率: 'N:O',
  全年预计执行数: 'P:Q',
};
const UNADJUSTED = { 年初预算数: 'F:G', 执行数: 'H:L', 执行率: 'M:O', 全年预计执行数: 'P:Q' };
const IF_ADJUSTED = '{{#有预算调整}}';
const IF_UNADJUSTED = '{{^有预算调整}}';

/** One row in both layouts; one of them is printed. */
function inBothLayouts(
  first: (condition: string) => TemplateCell[],
  textOf: (column: string) => string,
  isHead = false,
) {
  const cells = (columns: Readonly<Record<string, string>>): TemplateCell[] =>
    Object.entries(columns).map(([name, place]) => cell(place, textOf(name), isHead ? heading : figure));
  return [
    row([...first(IF_ADJUSTED), ...cells(ADJUSTED)]),
    row([...first(IF_UNADJUSTED).filter(({ rows }) => rows === 1), ...cells(UNADJUSTED)]),
  ];
}

const inPeriod = (column: string): string => (/^执行/.test(column) ? `{{期间}}${column}` : column);

function monitoringFunds(): TemplateRow[] {
  const label = cell('A:C', '项目资金（万元）', heading, 8);
  const amounts = (field: string, words: string): TemplateRow[] =>
    inBothLayouts(
      (condition) => [cell('D:E', `${condition}${words}`, text)],
      (column) => `{{资金.${field}.${column}}}`,
    );
  return [
    ...inBothLayouts((condition) => [label, cell('D:E', condition, heading)], inPeriod, true),
    ...amounts('年度资金总额', '年度资金总额'),
    ...amounts('本年一般公共预算拨款', '其中：本年一般公共预算拨款'),
    ...amounts('其他资金', '其他资金'),
  ];
}

const REASON_COLUMNS = { H: '经费保障', I: '制度保障', J: '人员保障', K: '硬件条件保障', L: '其他' };
const LIKELIHOOD_COLUMNS = { N: '确定能', O: '有可能', P: '完全不可能' };

const marks = (columns: Readonly<Record<string, string>>): TemplateCell[] =>
  Object.entries(columns).map(([place, name]) => cell(place, `{{指标.${name}}}`, centred));
const markHeadings = (columns: Readonly<Record<string, string>>): TemplateCell[] =>
  Object.entries(columns).map(([place, name]) => cell(place, name, narrowHeading));

const monitoringHeader: TemplateRow[] = [
  row([
    cell('A', '绩效指标', heading, 3),
    cell('B', '一级指标', heading, 2),
    cell('C', '二级指标', heading, 2),
    cell('D', '三级指标', heading, 2),
    cell('E', '年度指标值', heading, 2),
    cell('F', '{{期间}}执行情况', heading, 2),
    cell('G', '全年预计完成情况', heading, 2),
    cell('H:M', '偏差原因分析', heading),
    cell('N:P', '完成目标可能性', heading),
    cell('Q', '备注', heading, 2),
  ]),
  row([...markHeadings(REASON_COLUMNS), cell('M', '原因说明', heading), ...markHeadings(LIKELIHOOD_COLUMNS)]),
];

const monitoringIndicator = row([
  cell('B', '{{指标.一级指标|合并}}', centred),
  cell('C', '{{指标.二级指标|合并}}', centred),
  cell('D', '{{指标.三级指标}}', text),
  cell('E', '{{指标.年度指标值}}', centred),
  cell('F', '{{指标.执行情况}}', centred),
  cell('G', '{{指标.全年预计完成情况}}', centred),
  ...marks(REASON_COLUMNS),
  cell('M', '{{指标.原因说明}}', text),
  ...marks(LIKELIHOOD_COLUMNS),
  cell('Q', '{{指标.备注}}', text),
]);

const MONITORING_REMARK =
  '注：1.偏差原因分析：针对与预期目标产生偏差的指标值，分别从经费保障、制度保障、人员保障、硬件条件保障等方面进行判断和分析，并说明原因。\n' +
  '2.完成目标可能性：对应所设定的实现绩效目标的路径，分确定能、有可能、完全不可能三级综合判断完成的可能性。\n' +
  '3.备注：说明预计到年底不能完成目标的原因及拟采取的措施。';

const monitoringRows: TemplateRow[] = [
  row([cell('A:Q', '项目支出绩效目标执行监控表', title)], 32),
  row([cell('A:Q', '（{{年度}}年度）', year)]),
  row([cell('A:C', '项目名称', heading), cell('D:Q', '{{项目名称}}', text)]),
  row([
    cell('A:C', '主管部门及代码', heading),
    cell('D:G', '{{主管部门}} {{主管部门代码}}', text),
    cell('H:L', '实施单位', heading),
    cell('M:Q', '{{实施单位}}', text),
  ]),
  ...monitoringFunds(),
  row([cell('A:C', '年度总体目标', heading), cell('D:Q', '{{年度总体目标}}', paragraph)], 30),
  ...monitoringHeader,
  monitoringIndicator,
  row([cell('A:Q', MONITORING_REMARK, remark)], null),
  ...footerRows(['A:D', 'E:G', 'H:Q'], 'A:Q'),
];

/** 项目支出绩效目标执行监控表, as the annex of 财预〔2019〕136号 has it (R29), with 调整后预算数 where a budget was adjusted. */
export const MONITORING_TEMPLATE: FormTemplate = {
  form: 'monitoring',
  page: { orientation: 'landscape', margins: MARGINS },
  columns: [5, 9, 10, 20, 12, 11, 11, 4.5, 4.5, 4.5, 4.5, 4.5, 13, 4.5, 4.5, 4.5, 9],
  rows: monitoringRows,
  repeatedRows: { first: monitoringRows.indexOf(monitoringHeader[0] as TemplateRow), count: monitoringHeader.length },
};

const FUND_COLUMNS = { D: '年初预算数', E: '全年预算数', F: '全年执行数', G: '分值', H: '执行率', I: '得分' };
/** Only the total has points. */
const NO_POINTS = '—';

function evaluationFunds(): TemplateRow[] {
  const amounts = (field: string, words: string): TemplateRow =>
    row([
      cell('B:C', words, text),
      ...Object.entries(FUND_COLUMNS).map(([place, column]) => {
        const isBlank = field !== '年度资金总额' && (column === '分值' || column === '得分');
        return isBlank
          ? cell(place, NO_POINTS, centred)
          : cell(place, `{{资金.${field}.${column}}}`, column === '分值' || column === '得分' ? centred : figure);
      }),
    ]);
  return [
    row([
      cell('A', '项目资金（万元）', heading, 5),
      cell('B:C', '', heading),
      ...Object.entries(FUND_COLUMNS).map(([place, column]) => cell(place, column, heading)),
    ]),
    amounts('年度资金总额', '年度资金总额'),
    amounts('当年财政拨款', '其中：当年财政拨款'),
    amounts('上年结转资金', '　　　上年结转资金'),
    amounts('其他资金', '　　　其他资金'),
  ];
}

const evaluationHeader = row([
  cell('A', '绩效指标', heading, 2),
  cell('B', '一级指标', heading),
  cell('C', '二级指标', heading),
  cell('D', '三级指标', heading),
  cell('E', '年度指标值', heading),
  cell('F', '实际完成值', heading),
  cell('G', '分值', heading),
  cell('H', '得分', heading),
  cell('I', '偏差原因分析及改进措施', heading),
]);

const evaluationRows: TemplateRow[] = [
  row([cell('A:I', '项目支出绩效自评表', title)], 32),
  row([cell('A:I', '（{{年度}}年度）', year)]),
  row([cell('A:B', '项目名称', heading), cell('C:I', '{{项目名称}}', text)]),
  row([
    cell('A:B', '主管部门', heading),
    cell('C:D', '{{主管部门}}', text),
    cell('E', '实施单位', heading),
    cell('F:I', '{{实施单位}}', text),
  ]),
  ...evaluationFunds(),
  row([cell('A', '年度总体目标', heading, 2), cell('B:E', '预期目标', heading), cell('F:I', '实际完成情况', heading)]),
  row([cell('B:E', '{{预期目标}}', paragraph), cell('F:I', '{{实际完成情况}}', paragraph)], 40),
  evaluationHeader,
  row([
    cell('B', '{{指标.一级指标|合并}}', centred),
    cell('C', '{{指标.二级指标|合并}}', centred),
    cell('D', '{{指标.三级指标}}', text),
    cell('E', '{{指标.年度指标值}}', centred),
    cell('F', '{{指标.实际完成值}}', centred),
    cell('G', '{{指标.分值}}', centred),
    cell('H', '{{指标.得分}}', centred),
    cell('I', '{{指标.偏差原因分析及改进措施}}', text),
  ]),
  row([
    cell('A:F', '总分', heading),
    cell('G', '{{总分.分值}}', centred),
    cell('H', '{{总分.得分}}', centred),
    cell('I', '', text),
  ]),
  ...footerRows(['A:C', 'D:E', 'F:I'], 'A:I'),
];

/** 项目支出绩效自评表, as the annex of 财预〔2020〕10号 has it. */
export const SELF_EVALUATION_TEMPLATE: FormTemplate = {
  form: 'selfEvaluation',
  page: { orientation: 'landscape', margins: MARGINS },
  columns: [9, 11, 13, 27, 16, 16, 9, 9, 30],
  rows: evaluationRows,
  repeatedRows: { first: evaluationRows.indexOf(evaluationHeader), count: 1 },
};

/** The official forms as shipped. */
export const PRESET_TEMPLATES: Readonly<Record<FormKind, FormTemplate>> = {
  monitoring: MONITORING_TEMPLATE,
  selfEvaluation: SELF_EVALUATION_TEMPLATE,
};
