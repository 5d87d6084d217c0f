import { describe, expect, it } from '@jest/globals';
import {
  adjustedBudget,
  assessProject,
  blocksOfText,
  type Block,
  LIGHTS,
  RATIO_RULE_PACK,
  recogniseTargets,
  type IndicatorAnswer,
  type Light,
} from '@jixiao/domain';
import { UNITS } from '../county/people.js';
import {
  DEMO_YEARS,
  EARLIER_YEARS,
  isEarlierYear,
  type DemoMonth,
  type DemoProject,
  type DemoYear,
} from '../county/demo-types.js';
import { readTargetDocument } from '../../../platform/documents/read-target-document.js';
import { documentName, documentText, projectsOf } from './document-text.js';
import { historyName, historySheet } from './history-sheet.js';
import { projectCode } from './project-code.js';
import { reportedFigures, type DemoReport } from './reported-figures.js';

const FEN_PER_WAN = 1_000_000;
const CHECKPOINTS = [3, 6, 10, 12];
const unitYears = UNITS.flatMap((unit) => DEMO_YEARS.map((year) => ({ unit, year, title: documentName(unit, year) })));
/** Of the earlier years there is one sheet of the whole county. */
const documents = unitYears.filter(({ year }) => !isEarlierYear(year));
const documentOf = (unit: (typeof UNITS)[number], year: DemoYear) =>
  recogniseTargets(blocksOfText(documentText(unit, year)), { file: documentName(unit, year), year });

type Answer = NonNullable<DemoReport['results']>[number];
function answerOf(answer: Answer | undefined): IndicatorAnswer | null {
  if (!answer) return null;
  if (answer.value !== undefined && answer.value !== null) return { type: 'value', value: answer.value };
  if (answer.outcome) return { type: 'outcome', outcome: answer.outcome };
  if (answer.doneOn) return { type: 'doneOn', doneOn: answer.doneOn };
  return answer.notDone ? { type: 'notDone' } : null;
}

/** The light of a project as the product will show it, by the rules alone. */
function assess(unit: (typeof UNITS)[number], project: DemoProject, year: DemoYear, month: DemoMonth) {
  const run = project.years[year];
  const recognised = documentOf(unit, year).projects.find(({ name }) => name === project.name);
  if (!run || !recognised) throw new Error(`${project.name} of ${year} was not recognised`);
  const report = reportedFigures({ project, run, year, month });
  const answers = new Map((report?.results ?? []).map((answer) => [answer.indicator, answer]));
  const adjustments = (run.adjustments ?? []).map(({ amount, ...rest }) => ({
    ...rest,
    amountFen: amount * FEN_PER_WAN,
  }));
  return assessProject({
    period: { year, month },
    rulePack: RATIO_RULE_PACK,
    deadlinePassed: true,
    exempt: project.personnel ?? false,
    startMonth: 1,
    adjustedBudgetFen: adjustedBudget(
      recognised.budgetFen,
      adjustments,
      `${year}-${String(month).padStart(2, '0')}-31`,
    ),
    schedule: recognised.schedule?.map((percent, at) => ({ month: CHECKPOINTS[at] ?? 12, percent })) ?? null,
    expenditureFen: report?.expenditureFen ?? null,
    indicators: recognised.indicators.map((target, at) => ({
      id: String(at),
      target,
      answer: answerOf(answers.get(target.name)),
    })),
  });
}

const lightsOf = (year: DemoYear, month: DemoMonth): { name: string; light: Light }[] =>
  UNITS.flatMap((unit) =>
    projectsOf(unit, year).map((project) => ({ name: project.name, light: assess(unit, project, year, month).light })),
  );

describe('demonstration documents', () => {
  it('are about forty projects over three years', () => {
    const count = documents.flatMap(({ unit, year }) => projectsOf(unit, year)).length;
    expect(count).toBeGreaterThanOrEqual(40);
    expect(count).toBeLessThanOrEqual(46);
  });

  it.each(documents)('$title is recognised completely', ({ unit, year }) => {
    const found = documentOf(unit, year);
    expect(found).toMatchObject({ unitCode: unit.code, unitName: unit.name, yearInferred: year });
    expect(found.departmentGoals.map(({ title }) => title)).toEqual(unit.goals.map(({ title }) => title));
    expect(found.projects).toHaveLength(projectsOf(unit, year).length);
    projectsOf(unit, year).forEach((project, at) => {
      expect(found.projects[at]).toMatchObject({
        code: projectCode(unit, project, year),
        name: project.name,
        budgetFen: Math.round((project.years[year]?.budget ?? 0) * FEN_PER_WAN),
        schedule: project.schedule,
        goals: project.goals,
        purpose: project.purpose,
      });
      expect(found.projects[at]?.indicators.map(({ name, rawValue }) => ({ name, rawValue }))).toEqual(
        project.indicators(year).map(({ name, value }) => ({ name, rawValue: value })),
      );
    });
  });
});

describe('the sheets of earlier years', () => {
  it.each(EARLIER_YEARS)('of %s is recognised completely', async (year) => {
    const blocks: Block[] = [];
    for await (const block of readTargetDocument(Buffer.from(historySheet(year)), historyName(year)))
      blocks.push(block);
    const { projects } = recogniseTargets(blocks, { file: historyName(year), year });
    const printed = UNITS.flatMap((unit) => projectsOf(unit, year).map((project) => ({ unit, project })));
    expect(projects).toHaveLength(printed.length);
    printed.forEach(({ unit, project }, at) => {
      expect(projects[at]).toMatchObject({
        code: projectCode(unit, project, year),
        name: project.name,
        budgetFen: Math.round((project.years[year]?.budget ?? 0) * FEN_PER_WAN),
        schedule: project.schedule,
      });
      expect(
        projects[at]?.indicators.map(({ name, rawValue, description }) => ({ name, rawValue, description })),
      ).toEqual(
        project.indicators(year).map(({ name, value, description }) => ({ name, rawValue: value, description })),
      );
    });
  });
});

describe('demonstration lights', () => {
  it('show every colour in the round that is open', () => {
    expect(new Set(lightsOf(2026, 9).map(({ light }) => light))).toEqual(new Set(LIGHTS));
  });

  it('tell the stories of the county in September 2026', () => {
    expect(Object.fromEntries(lightsOf(2026, 9).map(({ name, light }) => [name, light]))).toEqual({
      预算绩效管理服务费: 'green',
      预算管理一体化系统运维费: 'green',
      办案业务经费: 'green',
      审判综合楼物业及运转费: 'red',
      人民陪审员经费: 'green',
      执行指挥中心设备购置: 'grey',
      社区矫正工作经费: 'yellow',
      法治宣传教育经费: 'green',
      乡村法律明白人志愿宣讲: 'blue',
      法律援助案件补贴: 'red',
      公共法律服务热线经费: 'yellow',
      公共安全视频监控运维费: 'green',
      警务辅助人员经费: 'grey',
      反电信网络诈骗专项经费: 'red',
      道路交通安全设施维护费: 'green',
      电子警察设备更新改造: 'green',
      交通安全宣传经费: 'yellow',
    });
  });

  it.each([2024, 2025] as const)('%s ended mostly well, with a few behind', (year) => {
    const lights = lightsOf(year, 12).map(({ light }) => light);
    const share = (light: Light): number => lights.filter((each) => each === light).length / lights.length;
    expect(share('green') + share('blue')).toBeGreaterThanOrEqual(0.5);
    expect(share('red') + share('yellow')).toBeGreaterThan(0);
  });

  it('spending never falls from one round to the next', () => {
    for (const { unit, year } of unitYears)
      for (const project of projectsOf(unit, year)) {
        const run = project.years[year];
        const spent = run
          ? ([3, 6, 9, 12] as const).map(
              (month) => reportedFigures({ project, run, year, month })?.expenditureFen ?? null,
            )
          : [];
        const known = spent.filter((fen) => fen !== null);
        expect(known).toEqual([...known].sort((a, b) => a - b));
      }
  });
});
