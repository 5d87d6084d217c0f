import type { DemoIndicator, DemoProject, DemoProjectYear, DemoUnit, DemoYear } from '../county/demo-types.js';
import { projectCode } from './project-code.js';

const wan = (amount: number): string => amount.toFixed(2);
const cells = (...texts: readonly string[]): string => texts.map((text) => `\t${text}`).join('\n');
const row = (...texts: readonly string[]): string => `${cells(...texts)}\n`;

/** The file in which a unit hands in its targets of a year. */
export const documentName = (unit: DemoUnit, year: DemoYear): string => `${unit.name}${year}年绩效目标.txt`;

/** Projects that a unit runs in a year, in the order of its document. */
export const projectsOf = (unit: DemoUnit, year: DemoYear): readonly DemoProject[] =>
  unit.projects.filter((project) => project.years[year] !== undefined);

/**
 * A unit's performance targets of a year as the text export of Word has them: a cell is a line that
 * begins with a tab, an empty line ends a row, an empty first cell goes on with the merged one above.
 */
export function documentText(unit: DemoUnit, year: DemoYear): string {
  const tables = projectsOf(unit, year).map((project, place) => projectTable(unit, project, year, place));
  return [departmentPart(unit, year), '第二部分\n\n预算项目绩效目标\n', ...tables].join('\n\n\n');
}

function departmentPart({ name, overall, goals }: DemoUnit, year: DemoYear): string {
  const lines = goals.flatMap(({ title, goal, indicators }, place) => [
    `${place + 1}. ${title}`,
    `绩效目标：${goal}`,
    `绩效指标：${indicators}`,
  ]);
  return [
    `第一部分\n部门整体绩效目标\n`,
    `一、总体绩效目标`,
    `${year}年，${name}总体绩效目标为：${overall}`,
    `二、分项绩效目标`,
    ...lines,
    `三、工作保障措施`,
    `（一）完善制度建设。健全预算绩效管理制度和内部控制制度，明确责任分工。`,
    `（二）加强绩效运行监控。按季度开展监控，发现偏差及时纠正。`,
    '',
  ].join('\n');
}

function projectTable(unit: DemoUnit, project: DemoProject, year: DemoYear, place: number): string {
  const run = project.years[year];
  if (!run) throw new Error(`${project.name} does not run in ${year}`);
  return [
    `${place + 1}、${project.name}绩效目标表`,
    `${cells(`${unit.code}${unit.name}`, '单位：万元')}\n`,
    row('项目编码', projectCode(unit, project, year), '项目名称', project.name),
    row('预算规模及资金用途', '预算数', wan(run.budget), '其中：财政    资金', fiscal(run), '其他资金', other(run)),
    row('', project.purpose),
    row('资金支出计划（%）', '3月底', '6月底', '10月底', '12月底'),
    row('', ...(project.schedule?.map((percent) => `${percent}%`) ?? ['', '', '', ''])),
    `${cells('绩效目标', ...project.goals.map((goal, at) => `${at + 1}.${goal}`))}\n`,
    row('一级指标', '二级指标', '三级指标', '绩效指标描述', '指标值', '指标值确定依据'),
    ...indicatorRows(project.indicators(year)),
  ].join('\n');
}

const fiscal = (run: DemoProjectYear): string => wan(run.budget - (run.otherFunds ?? 0));
const other = (run: DemoProjectYear): string => (run.otherFunds === undefined ? '' : wan(run.otherFunds));

/** Level 1 is printed once; the merged cells below it are empty. */
const indicatorRows = (indicators: readonly DemoIndicator[]): readonly string[] =>
  indicators.map(({ level1, level2, name, description, value, basis }, at) => {
    const merged = at > 0 && indicators[at - 1]?.level1 === level1;
    return row(merged ? '' : level1, level2, name, description, value, basis);
  });
