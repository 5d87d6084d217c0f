import { LIGHTS } from '@jixiao/domain';
import type { Overview } from '../../shared/api/schema.gen.js';
import { CHART_TEXT } from '../../shared/charts/chart-text.js';
import type { BarOptions, BarSeries } from '../../shared/charts/bar-chart.js';
import type { ChartPalette } from '../../shared/charts/palette.js';
import { tooltipLook } from '../../shared/charts/tooltip-look.js';
import type { Translate } from '../../shared/export/table-of.js';
import { formatWan } from '../../shared/format/figures.js';

type Round = Overview['rounds'][number];

export interface RoundText {
  readonly t: Translate;
  readonly period: (year: number, month: number) => string;
}

/** Below this share of the tallest bar a number does not fit into its part. */
const NUMBERED_FROM = 0.06;
const projectsOf = ({ byLight }: Round): number =>
  LIGHTS.reduce((all, light) => all + (byLight[light]?.projects ?? 0), 0);

const dataIndexOf = (params: unknown): number => {
  const first: unknown = Array.isArray(params) ? params[0] : params;
  return typeof first === 'object' && first !== null && 'dataIndex' in first ? Number(first.dataIndex) : -1;
};

function describe(round: Round, { t, period }: RoundText): string {
  const lines = LIGHTS.map((light) => {
    const { projects = 0, budgetFen = 0 } = round.byLight[light] ?? {};
    return t('overviewCharts.tip.ofLight', { light: t(`light.${light}`), n: projects, money: formatWan(budgetFen) });
  });
  return [`<strong>${period(round.year, round.month)}</strong>`, ...lines].join('<br>');
}

/** Projects by light, round after round; red lies at the bottom, where its growth shows best. */
export function lightsByRoundOptions(rounds: readonly Round[], text: RoundText, colours: ChartPalette): BarOptions {
  const tallest = Math.max(1, ...rounds.map(projectsOf));
  const series = LIGHTS.map((light): BarSeries => ({
    id: light,
    type: 'bar',
    name: text.t(`light.${light}`),
    stack: 'lights',
    barMaxWidth: 44,
    itemStyle: { color: colours.lights[light], borderColor: colours.ground, borderWidth: 1 },
    emphasis: { disabled: true },
    data: rounds.map(({ byLight }) => {
      const projects = byLight[light]?.projects ?? 0;
      return {
        value: projects,
        label: { show: projects / tallest >= NUMBERED_FROM, color: colours.ground, fontSize: 12 },
      };
    }),
  }));
  return {
    animation: false,
    textStyle: CHART_TEXT,
    grid: { left: 48, right: 8, top: 28, bottom: 28 },
    tooltip: {
      ...tooltipLook(colours),
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (params: unknown) => {
        const round = rounds[dataIndexOf(params)];
        return round ? describe(round, text) : '';
      },
    },
    xAxis: {
      type: 'category',
      data: rounds.map(({ year, month }) => text.period(year, month)),
      axisLabel: { color: colours.soft, hideOverlap: true },
      axisLine: { lineStyle: { color: colours.soft } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      name: text.t('overviewCharts.rounds.axis'),
      nameTextStyle: { color: colours.soft, align: 'right' },
      minInterval: 1,
      axisLabel: { color: colours.soft },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series,
  };
}
