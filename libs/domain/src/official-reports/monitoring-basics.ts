import { chart, column, paragraph, projectSource, restingOn, section, sentence, table, unitSource } from './builder.js';
import type { MonitoringContext } from './monitoring-context.js';
import type { MonitoredProject } from './monitoring-facts.js';
import { againstPlan, counted, LIGHT_WORDS, percent, signed, wan } from './official-words.js';
import type { ReportBlock, ReportSection, ReportSentence, ReportTableRow } from './report-content.js';
import type { UnitSums } from './sums.js';

/** 一、项目支出基本情况. */
export const monitoringBasics = (context: MonitoringContext): ReportSection =>
  section('basics', 1, '项目支出基本情况', [
    paragraph('basics.money', budgets(context), spending(context), unknown(context)),
    paragraph('basics.lights', ...lightSentences(context)),
    paragraph('basics.exempt', exempt(context)),
    listOf(context),
    curve(context),
  ]);

function budgets({ facts, self, sums, units, place, round }: MonitoringContext): ReportSentence {
  const { year, month } = facts.round;
  const until = `截至${year}年${month}月底，`;
  if (sums.projects === 0) return sentence(`${until}${self}无纳入绩效运行监控的项目。`, place, round);
  const among = facts.place.kind === 'unit' ? '' : `预算单位${units.length}个、`;
  return sentence(
    `${until}${self}纳入绩效运行监控的${among}项目${sums.projects}个，年初预算${wan(sums.initialFen)}，` +
      `调整后预算${wan(sums.budgetFen)}。`,
    place,
    round,
  );
}

function spending({ sums, place, round }: MonitoringContext): ReportSentence | null {
  if (sums.projects === 0) return null;
  if (sums.execution === null) return sentence('本期尚无可以计算预算执行率的支出数据。', place, round);
  const { rate, planned, gap } = sums.execution;
  return sentence(
    `累计支出${wan(sums.spentFen)}，预算执行率${percent(rate)}，资金支出计划进度${percent(planned)}，${againstPlan(gap)}。`,
    place,
    round,
  );
}

/** R28: what is not reported is neither zero nor part of the rate. */
function unknown({ projects, sums, place, round }: MonitoringContext): ReportSentence | null {
  if (sums.unknown === 0) return null;
  const without = projects.filter(({ spentFen }) => spentFen === null);
  return sentence(
    `其中${sums.unknown}个项目本期未报支出数，未计入预算执行率。`,
    ...restingOn(without.map(projectSource), place, round),
  );
}

function lightSentences(context: MonitoringContext): readonly (ReportSentence | null)[] {
  const { projects, lights, place, round } = context;
  if (projects.length === 0) return [];
  const counts = (['red', 'yellow', 'green', 'blue', 'grey'] as const).map(
    (light) => [LIGHT_WORDS[light], lights[light]] as const,
  );
  return [sentence(`按双监控结果，${counted(counts)}。`, place, round), turns(context)];
}

function turns({ projects, place, round }: MonitoringContext): ReportSentence | null {
  const judged = projects.filter(({ previousLight }) => previousLight !== null && previousLight !== 'grey');
  const isOff = ({ light }: Pick<MonitoredProject, 'light'>): boolean => light === 'red' || light === 'yellow';
  const worse = judged.filter((project) => isOff(project) && rankOf(project) < 0);
  const better = judged.filter((project) => project.light !== 'grey' && rankOf(project) > 0);
  if (worse.length + better.length === 0) return null;
  const said = counted([
    ['转差的项目', worse.length],
    ['好转的项目', better.length],
  ]);
  return sentence(`与上期相比，${said}。`, ...restingOn([...worse, ...better].map(projectSource), place, round));
}

const RANK = { red: 0, yellow: 1, green: 2, blue: 2, grey: 2 } as const;
const rankOf = ({ light, previousLight }: MonitoredProject): number => RANK[light] - RANK[previousLight ?? light];

function exempt({ exempt: projects, place, round }: MonitoringContext): ReportSentence | null {
  if (projects.length === 0) return null;
  return sentence(
    `另有人员类项目${projects.length}个，按规定不纳入监控。`,
    ...restingOn(projects.map(projectSource), place, round),
  );
}

const MONEY_COLUMNS = [
  column('年初预算数', 11, 'right'),
  column('调整后预算数', 11, 'right'),
  column('执行数', 11, 'right'),
  column('执行率（%）', 10, 'right'),
  column('较计划（百分点）', 11, 'right'),
];

function listOf({ facts, projects, units }: MonitoringContext): readonly ReportBlock[] {
  const { month } = facts.round;
  if (facts.place.kind === 'unit') {
    return table({
      id: 'basics.projects',
      title: `项目支出情况表（1-${month}月，单位：万元）`,
      columns: [column('项目名称', 30), ...MONEY_COLUMNS, column('监控结果', 9, 'center')],
      items: projects,
      row: projectRow,
      unit: '个项目',
    });
  }
  return table({
    id: 'basics.units',
    title: `各单位项目支出情况表（1-${month}月，单位：万元）`,
    columns: [
      column('预算单位', 25),
      column('项目数', 6, 'right'),
      ...MONEY_COLUMNS,
      column('红灯', 5, 'right'),
      column('黄灯', 5, 'right'),
    ],
    items: units,
    row: unitRow,
    unit: '个单位',
  });
}

const bare = (fen: number | null): string => (fen === null ? '—' : wan(fen).replace('万元', ''));
const figure = (value: number | null | undefined): string =>
  value === null || value === undefined ? '—' : value.toFixed(2);
const points = (value: number | null | undefined): string =>
  value === null || value === undefined ? '—' : signed(value);

const projectRow = (project: MonitoredProject): ReportTableRow => ({
  cells: [
    project.name,
    bare(project.initialBudgetFen),
    bare(project.budgetFen),
    bare(project.spentFen),
    figure(project.executionRate),
    points(project.gapToPlan),
    LIGHT_WORDS[project.light],
  ],
  sources: [projectSource(project)],
});

const unitRow = (unit: UnitSums): ReportTableRow => ({
  cells: [
    unit.name,
    String(unit.sums.projects),
    bare(unit.sums.initialFen),
    bare(unit.sums.budgetFen),
    bare(unit.sums.spentFen),
    figure(unit.sums.execution?.rate),
    points(unit.sums.execution?.gap),
    String(unit.lights.red),
    String(unit.lights.yellow),
  ],
  sources: [unitSource(unit)],
});

/** One round makes no curve. */
function curve({ facts, self }: MonitoringContext): readonly ReportBlock[] {
  const { months } = facts;
  const last = months.at(-1);
  if (last === undefined || months.length < 2) return [];
  const behind = last.plannedFen - last.spentFen;
  const finding =
    behind === 0 ? '累计支出与计划持平' : `累计支出${behind > 0 ? '比计划少' : '比计划多'}${wan(Math.abs(behind))}`;
  const inWan = (fen: number): number => Number(bare(fen).replaceAll(',', ''));
  return chart('basics.curve', `${self}${last.month}月底${finding}`, {
    kind: 'curve',
    points: months.map(({ month, spentFen, plannedFen }) => ({
      month,
      spent: inWan(spentFen),
      planned: inWan(plannedFen),
    })),
  });
}
