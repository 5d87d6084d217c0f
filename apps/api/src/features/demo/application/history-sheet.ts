import type { DemoIndicator, DemoProject, DemoUnit, DemoYear } from '../county/demo-types.js';
import { UNITS } from '../county/people.js';
import { projectsOf } from './document-text.js';
import { projectCode } from './project-code.js';

const HEADER = [
  ...['单位编码', '预算单位', '项目编码', '项目名称', '预算数（万元）', '项目概述', '年度绩效目标'],
  ...['3月底', '6月底', '10月底', '12月底'],
  ...['一级指标', '二级指标', '三级指标', '绩效指标描述', '指标值', '指标值确定依据'],
];

/** The sheet in which finance takes over the targets of a year from the system before. */
export const historyName = (year: DemoYear): string => `青禾县${year}年项目绩效目标汇总.csv`;

/** All projects of a year of the county as one flat table, a row per indicator, as budget systems export it. */
export function historySheet(year: DemoYear): string {
  const rows = UNITS.flatMap((unit) =>
    projectsOf(unit, year).flatMap((project) =>
      project.indicators(year).map((indicator) => [...projectCells(unit, project, year), ...indicatorCells(indicator)]),
    ),
  );
  return [HEADER, ...rows].map((cells) => `${cells.join(',')}\n`).join('');
}

function projectCells(unit: DemoUnit, project: DemoProject, year: DemoYear): readonly string[] {
  const budget = project.years[year]?.budget ?? 0;
  const schedule = project.schedule?.map((percent) => `${percent}%`) ?? ['', '', '', ''];
  const goals = project.goals.join('；');
  return [
    ...[unit.code, unit.name, projectCode(unit, project, year), project.name, budget.toFixed(2)],
    ...[project.purpose, goals, ...schedule],
  ];
}

const indicatorCells = ({ level1, level2, name, description, value, basis }: DemoIndicator): readonly string[] => [
  ...[level1, level2, name, description, value, basis],
];
