import { type Light, LIGHTS, type Quadrant } from '@jixiao/domain';
import type { Overview, OverviewProjects } from '../../shared/api/schema.gen.js';
import { CHART_TEXT } from '../../shared/charts/chart-text.js';
import { escapeHtml } from '../../shared/charts/html.js';
import { LIGHT_SYMBOLS } from '../../shared/charts/light-symbols.js';
import { markIdOfTip } from '../../shared/charts/mark-id.js';
import type { ChartPalette } from '../../shared/charts/palette.js';
import type { ScatterOptions, ScatterSeries } from '../../shared/charts/scatter-chart.js';
import { tooltipLook } from '../../shared/charts/tooltip-look.js';
import type { Translate } from '../../shared/export/table-of.js';
import { formatRate, formatWan } from '../../shared/format/figures.js';

type Project = OverviewProjects['items'][number];

const WHOLE = 100;
const STEP = 20;
/** Who has spent more than this stands at the edge; the tooltip has the figure. */
const FURTHEST = 160;
const SMALLEST_PX = 7;
const LARGEST_PX = 40;
const LABELLED = 6;
const LABEL_LETTERS = 12;

/** Right end of the axis of money: 100, or more where more than the budget was spent (R11). */
export function moneyCeiling(projects: readonly Pick<Project, 'executionRate'>[]): number {
  const most = Math.max(WHOLE, ...projects.map(({ executionRate }) => executionRate));
  return Math.min(FURTHEST, Math.ceil(most / STEP) * STEP);
}

/** The area of a bubble is in proportion to the budget. */
export const bubbleSize = (budgetFen: number, largestFen: number): number =>
  SMALLEST_PX + (LARGEST_PX - SMALLEST_PX) * Math.sqrt(Math.max(0, budgetFen) / Math.max(1, largestFen));

const short = (name: string): string => (name.length > LABEL_LETTERS ? `${name.slice(0, LABEL_LETTERS)}…` : name);

/** Red lies on top of all others: it is what one looks for. */
const layerOf = (light: Light): number => 2 + LIGHTS.length - LIGHTS.indexOf(light);

interface Corner {
  readonly atRight: boolean;
  readonly atTop: boolean;
}
const CORNERS: Readonly<Record<Quadrant, Corner>> = {
  moneyBehind: { atRight: false, atTop: true },
  bothOn: { atRight: true, atTop: true },
  bothBehind: { atRight: false, atTop: false },
  goalsBehind: { atRight: true, atTop: false },
};

function captions(
  { items }: Overview['quadrants'],
  ceiling: number,
  t: Translate,
  colours: ChartPalette,
): ScatterSeries {
  return {
    id: 'captions',
    type: 'scatter',
    silent: true,
    clip: false,
    symbolSize: 0,
    z: 1,
    data: items.map(({ side, projects }) => {
      const { atRight, atTop } = CORNERS[side];
      return {
        value: [atRight ? ceiling : 0, atTop ? WHOLE : 0],
        label: {
          show: true,
          position: [0, atTop ? -30 : 16],
          align: atRight ? 'right' : 'left',
          formatter: t('overviewCharts.quadrants.caption', {
            side: t(`overviewCharts.quadrants.side.${side}`),
            n: projects,
          }),
          color: side === 'bothBehind' ? colours.ink : colours.soft,
          fontWeight: side === 'bothBehind' ? 'bold' : 'normal',
          fontSize: 12,
        },
      };
    }),
  };
}

/** Both lines at the straight-line progress (R5), and the diagonal on which money and goals keep together. */
const guides = (timePercent: number, t: Translate, colours: ChartPalette): ScatterSeries => ({
  id: 'guides',
  type: 'scatter',
  silent: true,
  data: [],
  z: 1,
  markLine: {
    silent: true,
    symbol: 'none',
    animation: false,
    lineStyle: { color: colours.straightLine, type: 'dotted', width: 1.5 },
    label: { color: colours.soft, fontSize: 12 },
    data: [
      {
        xAxis: timePercent,
        label: {
          position: 'end',
          formatter: t('overviewCharts.quadrants.time', { rate: formatRate(timePercent) }),
        },
      },
      { yAxis: timePercent, label: { show: false } },
      [
        { coord: [0, 0], lineStyle: { color: colours.line, type: 'solid', width: 1 }, label: { show: false } },
        { coord: [WHOLE, WHOLE] },
      ],
    ],
  },
});

function describe(project: Project, t: Translate): string {
  const lines = [
    `<strong>${escapeHtml(project.name)}</strong>`,
    escapeHtml(project.organisationName),
    t('overviewCharts.tip.light', { light: t(`light.${project.light}`) }),
    t('overviewCharts.tip.rates', {
      money: formatRate(project.executionRate),
      goals: formatRate(project.goalPercent),
    }),
    t('overviewCharts.tip.budget', { money: formatWan(project.budgetFen) }),
  ];
  return lines.join('<br>');
}

/**
 * Money across, goals upwards, both in percent of the year (R7, R15): who lies left of the crossing is behind with money, who
 * lies below it with goals. A bubble is a project, as large as its budget.
 */
export function quadrantOptions(
  shown: readonly Project[],
  quadrants: Overview['quadrants'],
  t: Translate,
  colours: ChartPalette,
): ScatterOptions {
  const ceiling = moneyCeiling(shown);
  const bySize = [...shown].sort((a, b) => b.budgetFen - a.budgetFen);
  const largest = bySize[0]?.budgetFen ?? 0;
  const labelled = new Set(bySize.slice(0, LABELLED).map(({ projectId }) => projectId));
  const byId = new Map(shown.map((project) => [project.projectId, project]));
  const ofLight = (light: Light): ScatterSeries => ({
    id: light,
    type: 'scatter',
    name: t(`light.${light}`),
    symbol: LIGHT_SYMBOLS[light],
    z: layerOf(light),
    itemStyle:
      light === 'grey'
        ? { color: 'transparent', borderColor: colours.lights.grey, borderWidth: 2 }
        : { color: colours.lights[light], opacity: 0.72, borderColor: colours.ground, borderWidth: 1 },
    labelLayout: { hideOverlap: true },
    data: bySize
      .filter((project) => project.light === light)
      .map((project) => ({
        id: project.projectId,
        name: project.name,
        value: [Math.min(project.executionRate, ceiling), project.goalPercent],
        symbolSize: bubbleSize(project.budgetFen, largest),
        label: {
          show: labelled.has(project.projectId),
          position: project.executionRate > ceiling * 0.7 ? 'left' : 'right',
          formatter: short(project.name),
          color: colours.ink,
          fontSize: 12,
          textBorderColor: colours.ground,
          textBorderWidth: 2,
        },
      })),
  });
  const axis = { type: 'value', min: 0, interval: STEP, splitLine: { show: false } } as const;
  return {
    animation: false,
    textStyle: CHART_TEXT,
    grid: { left: 52, right: 20, top: 44, bottom: 68 },
    tooltip: {
      ...tooltipLook(colours),
      trigger: 'item',
      formatter: (params: unknown) => {
        const project = byId.get(markIdOfTip(params) ?? '');
        return project ? describe(project, t) : '';
      },
    },
    xAxis: {
      ...axis,
      max: ceiling,
      name: t('overviewCharts.quadrants.moneyAxis'),
      nameLocation: 'middle',
      nameGap: 48,
      nameTextStyle: { color: colours.soft },
      axisLabel: { color: colours.soft, margin: 34 },
      axisLine: { show: true, lineStyle: { color: colours.line } },
      axisTick: { show: false },
    },
    yAxis: {
      ...axis,
      max: WHOLE,
      name: t('overviewCharts.quadrants.goalsAxis'),
      nameLocation: 'middle',
      nameGap: 36,
      nameTextStyle: { color: colours.soft },
      axisLabel: { color: colours.soft },
      axisLine: { show: true, lineStyle: { color: colours.line } },
      axisTick: { show: false },
    },
    series: [
      captions(quadrants, ceiling, t, colours),
      guides(quadrants.timePercent, t, colours),
      ...LIGHTS.map(ofLight),
    ],
  };
}
