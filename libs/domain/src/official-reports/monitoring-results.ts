import {
  chart,
  column,
  indicatorSource,
  MAX_BARS,
  named,
  paragraph,
  projectSource,
  restingOn,
  section,
  sentence,
  subheading,
  table,
  unitSource,
} from './builder.js';
import type { MonitoringContext } from './monitoring-context.js';
import type { MissedIndicator, MonitoredProject } from './monitoring-facts.js';
import { againstPlan, counted, LIGHT_WORDS, percent, quoted, wan } from './official-words.js';
import type { ReportBlock, ReportSection, ReportSentence } from './report-content.js';
import { addLights, type LightCounts } from './sums.js';

/** 三、监控情况: 预算执行, 目标完成. */
export const monitoringResults = (context: MonitoringContext): ReportSection =>
  section('results', 3, '监控情况', [
    [subheading('results.spending', 1, '预算执行情况')],
    paragraph('results.spend-lights', spendLights(context)),
    paragraph('results.units', slowUnits(context)),
    paragraph('results.lagging', lagging(context), overspent(context)),
    executionChart(context),
    [subheading('results.goals', 2, '绩效目标完成情况')],
    paragraph('results.indicators', goalLights(context), indicators(context)),
    paragraph('results.missed', missed(context)),
    missedTable(context),
    lightsChart(context),
  ]);

const off = (counts: LightCounts): readonly (readonly [string, number])[] =>
  (['red', 'yellow', 'green', 'blue', 'grey'] as const).map((light) => [LIGHT_WORDS[light], counts[light]]);

function spendLights({ projects, spendLights: lights, place, round }: MonitoringContext): ReportSentence {
  if (projects.length === 0) return sentence('无纳入监控的项目。', place, round);
  return sentence(`从预算执行看，${counted(off(lights))}。`, place, round);
}

/** Only where there are several units to compare. */
function slowUnits({ facts, units }: MonitoringContext): ReportSentence | null {
  if (facts.place.kind === 'unit') return null;
  const behind = units.filter(({ sums }) => (sums.execution?.gap ?? 0) < 0);
  if (behind.length === 0) return sentence('各单位预算执行均达到计划进度。', ...units.map(unitSource));
  const said = named(
    behind,
    ({ name, sums }) => {
      const { rate = 0, gap = 0 } = sums.execution ?? {};
      return `${name}（执行率${percent(rate)}，${againstPlan(gap)}）`;
    },
    '个单位',
  );
  return sentence(`预算执行低于计划进度的单位${behind.length}个：${said}。`, ...behind.map(unitSource));
}

export const isLagging = ({ spendLight, budgetFen, spentFen }: MonitoredProject): boolean =>
  spentFen !== null && (spendLight === 'red' || spendLight === 'yellow') && !isOverspent({ budgetFen, spentFen });

export const isOverspent = ({ budgetFen, spentFen }: Pick<MonitoredProject, 'budgetFen' | 'spentFen'>): boolean =>
  budgetFen !== null && spentFen !== null && spentFen > budgetFen;

export const byGap = (projects: readonly MonitoredProject[]): readonly MonitoredProject[] =>
  [...projects].sort((a, b) => (a.gapToPlan ?? 0) - (b.gapToPlan ?? 0));

function lagging({ projects, place, round }: MonitoringContext): ReportSentence | null {
  if (projects.length === 0) return null;
  const slow = byGap(projects.filter(isLagging));
  if (slow.length === 0) return sentence('无预算执行滞后的项目。', place, round);
  const said = named(slow, rateText, '个项目');
  return sentence(`预算执行滞后的项目${slow.length}个：${said}。`, ...restingOn(slow.map(projectSource), place, round));
}

function rateText({ name, executionRate, gapToPlan }: MonitoredProject): string {
  if (executionRate === null) return quoted(name);
  const gap = gapToPlan === null ? '' : `，${againstPlan(gapToPlan)}`;
  return `${quoted(name)}（执行率${percent(executionRate)}${gap}）`;
}

/** R11. */
function overspent({ projects, place, round }: MonitoringContext): ReportSentence | null {
  const over = projects.filter(isOverspent);
  if (over.length === 0) return null;
  const said = named(
    over,
    ({ name, budgetFen, spentFen }) => `${quoted(name)}（超出${wan((spentFen ?? 0) - (budgetFen ?? 0))}）`,
    '个项目',
  );
  return sentence(
    `支出超过调整后预算的项目${over.length}个：${said}。`,
    ...restingOn(over.map(projectSource), place, round),
  );
}

function executionChart({ facts, self, projects, units, sums }: MonitoringContext): readonly ReportBlock[] {
  if (sums.execution === null) return [];
  const bars =
    facts.place.kind === 'unit'
      ? byGap(projects).flatMap(({ name, executionRate, plannedRate }) =>
          executionRate === null ? [] : [{ label: name, rate: executionRate, planned: plannedRate }],
        )
      : units.flatMap(({ name, sums: { execution } }) =>
          execution === null ? [] : [{ label: name, rate: execution.rate, planned: execution.planned }],
        );
  const title = `${self}预算执行率${percent(sums.execution.rate)}，${againstPlan(sums.execution.gap)}`;
  return chart('results.execution', title, { kind: 'execution', bars: bars.slice(0, MAX_BARS) });
}

function goalLights({ projects, goalLights: lights, place, round }: MonitoringContext): ReportSentence {
  if (projects.length === 0) return sentence('无纳入监控的项目。', place, round);
  return sentence(`从绩效目标完成看，${counted(off(lights))}。`, place, round);
}

function indicators({ projects, place, round }: MonitoringContext): ReportSentence | null {
  const counts = addLights(projects.map((project) => project.indicators));
  const { grey, ...judged } = counts;
  const total = Object.values(judged).reduce((sum, each) => sum + each, 0);
  if (total + grey === 0) return null;
  if (total === 0) return sentence(`绩效指标${grey}个，本期均未到评定时点或未评定。`, place, round);
  const rest = grey === 0 ? '' : `；另有${grey}个未到评定时点或未评定`;
  const said = counted(off({ ...counts, grey: 0 }));
  return sentence(`本期评定绩效指标${total}个，其中${said}${rest}。`, place, round);
}

interface MissedOf {
  readonly project: MonitoredProject;
  readonly indicator: MissedIndicator;
}

/** Red before yellow, the least complete first. */
export const missedOf = ({ projects }: MonitoringContext): readonly MissedOf[] =>
  projects
    .flatMap((project) => project.missed.map((indicator) => ({ project, indicator })))
    .filter(({ indicator: { light } }) => light === 'red' || light === 'yellow')
    .sort(
      (a, b) =>
        Number(a.indicator.light === 'yellow') - Number(b.indicator.light === 'yellow') ||
        (a.indicator.completion ?? 0) - (b.indicator.completion ?? 0),
    );

function missed(context: MonitoringContext): ReportSentence | null {
  const { projects, place, round } = context;
  if (projects.length === 0) return null;
  const behind = missedOf(context);
  if (behind.length === 0) return sentence('无未达到预期进度的绩效指标。', place, round);
  const said = named(
    behind,
    ({ project, indicator }) =>
      `${quoted(project.name)}的${quoted(indicator.name)}（指标值${indicator.target}，完成值${indicator.result ?? '未报'}）`,
    '个指标',
  );
  return sentence(
    `未达到预期进度的绩效指标${behind.length}个：${said}。`,
    ...restingOn(
      behind.map(({ indicator }) => indicatorSource(indicator)),
      place,
      round,
    ),
  );
}

const missedTable = (context: MonitoringContext): readonly ReportBlock[] =>
  table({
    id: 'results.missed-table',
    title: '未达到预期进度的绩效指标',
    columns: [
      column('项目名称', 26),
      column('绩效指标', 26),
      column('年度指标值', 14, 'center'),
      column('完成值', 14, 'center'),
      column('完成率（%）', 11, 'right'),
      column('结果', 9, 'center'),
    ],
    items: missedOf(context),
    row: ({ project, indicator }) => ({
      cells: [
        project.name,
        indicator.name,
        indicator.target,
        indicator.result ?? '—',
        indicator.completion === null ? '—' : indicator.completion.toFixed(2),
        LIGHT_WORDS[indicator.light],
      ],
      sources: [projectSource(project), indicatorSource(indicator)],
    }),
    unit: '个指标',
  });

function lightsChart({
  facts,
  self,
  projects,
  units,
  lights,
  spendLights: spend,
  goalLights: goals,
}: MonitoringContext) {
  if (projects.length === 0) return [];
  const bars =
    facts.place.kind === 'unit'
      ? [
          { label: '预算执行', ...spend },
          { label: '绩效目标', ...goals },
          { label: '综合', ...lights },
        ]
      : [...units]
          .sort((a, b) => b.lights.red - a.lights.red || b.lights.yellow - a.lights.yellow)
          .slice(0, MAX_BARS)
          .map(({ name, lights: own }) => ({ label: name, ...own }));
  const worst = counted([
    ['红灯项目', lights.red],
    ['黄灯项目', lights.yellow],
  ]);
  return chart('results.lights', `${self}${worst === '' ? '无红灯、黄灯项目' : `有${worst}`}`, {
    kind: 'lights',
    bars,
  });
}
