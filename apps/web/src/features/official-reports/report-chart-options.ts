import { GRADES, LIGHTS } from '@jixiao/domain';
import type { BarOptions, BarSeries } from '../../shared/charts/bar-chart.js';
import { CHART_TEXT } from '../../shared/charts/chart-text.js';
import type { LineOptions, LineSeries } from '../../shared/charts/line-chart.js';
import type { ChartPalette } from '../../shared/charts/palette.js';
import { tooltipLook } from '../../shared/charts/tooltip-look.js';
import type { Translate } from '../../shared/export/table-of.js';
import type { ReportChart } from './official-reports.api.js';

type ChartData = ReportChart['data'];
type Of<K extends ChartData['kind']> = Extract<ChartData, { kind: K }>;

interface ChartWords {
  readonly t: Translate;
  readonly month: (month: number) => string;
  /** On a phone the bars need the room that names take. */
  readonly isNarrow: boolean;
}

const BAR_PX = 30;
const BAR_MAX = 22;
const AROUND_PX = 72;
const UPRIGHT_PX = 260;
const LONGEST_LABEL = 12;
const LONGEST_NARROW = 6;
const CHARACTER_PX = 13;
const MONTHS = 12;

/** Bars that lie one below the other need room for each. */
export const chartHeight = (data: ChartData): number =>
  data.kind === 'curve' || data.kind === 'grades'
    ? UPRIGHT_PX
    : Math.max(UPRIGHT_PX / 2, data.bars.length * BAR_PX + AROUND_PX);

const short =
  (longest: number) =>
  (label: string): string =>
    label.length > longest ? `${label.slice(0, longest)}…` : label;

/** Bars that lie, the first on top; names stand in full in the table and on hover. */
function lying(
  labels: readonly string[],
  axis: string,
  series: BarSeries[],
  { isNarrow }: ChartWords,
  colours: ChartPalette,
): BarOptions {
  const longest = isNarrow ? LONGEST_NARROW : LONGEST_LABEL;
  return {
    animation: false,
    textStyle: CHART_TEXT,
    grid: { left: (longest + 1) * CHARACTER_PX + 8, right: isNarrow ? 72 : 96, top: 8, bottom: 44 },
    tooltip: { ...tooltipLook(colours), trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: {
      type: 'value',
      name: axis,
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: { color: colours.soft },
      axisLabel: { color: colours.soft },
      splitLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...labels],
      axisLabel: { color: colours.ink, formatter: short(longest) },
      axisLine: { lineStyle: { color: colours.soft } },
      axisTick: { show: false },
    },
    series,
  };
}

function lights({ bars }: Of<'lights'>, words: ChartWords, colours: ChartPalette): BarOptions {
  const { t } = words;
  const series = LIGHTS.map((light): BarSeries => ({
    type: 'bar',
    name: t(`light.${light}`),
    stack: 'lights',
    barMaxWidth: BAR_MAX,
    itemStyle: { color: colours.lights[light], borderColor: colours.ground, borderWidth: 1 },
    emphasis: { disabled: true },
    data: bars.map((bar) => ({
      value: bar[light],
      label: { show: bar[light] > 0, color: colours.ground, formatter: '{a} {c}' },
    })),
  }));
  return lying(
    bars.map(({ label }) => label),
    t('officialReport.chart.count'),
    series,
    words,
    colours,
  );
}

function execution({ bars }: Of<'execution'>, words: ChartWords, colours: ChartPalette): BarOptions {
  const { t } = words;
  const bar = (name: string, colour: string, values: readonly (number | null)[]): BarSeries => ({
    type: 'bar',
    name,
    barMaxWidth: BAR_MAX / 2,
    itemStyle: { color: colour },
    emphasis: { disabled: true },
    // The first bar names what the others are as well.
    label: {
      show: true,
      position: 'right',
      color: colours.ink,
      formatter: ({ dataIndex, value }) => (dataIndex === 0 ? `${name} ${String(value)}` : String(value)),
    },
    data: [...values],
  });
  return lying(
    bars.map(({ label }) => label),
    t('officialReport.chart.percent'),
    [
      bar(
        t('officialReport.chart.rate'),
        colours.actual,
        bars.map(({ rate }) => rate),
      ),
      bar(
        t('officialReport.chart.planned'),
        colours.straightLine,
        bars.map(({ planned }) => planned),
      ),
    ],
    words,
    colours,
  );
}

function points({ bars }: Of<'points'>, words: ChartWords, colours: ChartPalette): BarOptions {
  const { t } = words;
  const series: BarSeries = {
    type: 'bar',
    name: t('officialReport.chart.points'),
    barMaxWidth: BAR_MAX,
    itemStyle: { color: colours.actual },
    emphasis: { disabled: true },
    label: { show: true, position: 'right', color: colours.ink },
    data: bars.map((bar) => bar.points),
  };
  return lying(
    bars.map(({ label }) => label),
    t('officialReport.chart.points'),
    [series],
    words,
    colours,
  );
}

function grades({ bars }: Of<'grades'>, { t }: ChartWords, colours: ChartPalette): BarOptions {
  return {
    animation: false,
    textStyle: CHART_TEXT,
    grid: { left: 48, right: 16, top: 28, bottom: 28 },
    tooltip: { ...tooltipLook(colours), trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: {
      type: 'category',
      data: GRADES.map((grade) => t(`officialReport.grade.${grade}`)),
      axisLabel: { color: colours.ink },
      axisLine: { lineStyle: { color: colours.soft } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      name: t('officialReport.chart.count'),
      nameTextStyle: { color: colours.soft },
      minInterval: 1,
      axisLabel: { color: colours.soft },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: {
      type: 'bar',
      name: t('officialReport.chart.count'),
      barMaxWidth: 44,
      itemStyle: { color: colours.actual },
      emphasis: { disabled: true },
      label: { show: true, position: 'top', color: colours.ink },
      data: GRADES.map((grade) => bars.find((bar) => bar.grade === grade)?.projects ?? 0),
    },
  };
}

function curve(data: Of<'curve'>, { t, month }: ChartWords, colours: ChartPalette): LineOptions {
  const line = (
    name: string,
    colour: string,
    isPlan: boolean,
    of: (point: (typeof data.points)[number]) => number,
  ): LineSeries => ({
    type: 'line',
    name,
    data: data.points.map((point) => [point.month, of(point)]),
    symbol: isPlan ? 'none' : 'circle',
    lineStyle: { type: isPlan ? 'dashed' : 'solid', color: colour, width: isPlan ? 1.5 : 2.5 },
    itemStyle: { color: colour },
    emphasis: { disabled: true },
    endLabel: { show: true, formatter: '{a}', color: colour, distance: 6 },
    labelLayout: { moveOverlap: 'shiftY' },
  });
  return {
    animation: false,
    textStyle: CHART_TEXT,
    grid: { left: 72, right: 88, top: 28, bottom: 28 },
    tooltip: { ...tooltipLook(colours), trigger: 'axis' },
    xAxis: {
      type: 'value',
      min: 0,
      max: MONTHS,
      interval: 1,
      axisLabel: {
        color: colours.soft,
        hideOverlap: true,
        formatter: (value: number) => (value === 0 ? '' : month(value)),
      },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      name: t('unit.wan'),
      nameTextStyle: { color: colours.soft },
      axisLabel: { color: colours.soft },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      line(t('officialReport.chart.plannedSpend'), colours.plan, true, ({ planned }) => planned),
      line(t('officialReport.chart.spent'), colours.actual, false, ({ spent }) => spent),
    ],
  };
}

/** The chart of a report as its figures are shown on the page, in the colours of every other chart. */
export function reportChartOptions(
  data: ChartData,
  words: ChartWords,
  colours: ChartPalette,
): BarOptions | LineOptions {
  switch (data.kind) {
    case 'lights':
      return lights(data, words, colours);
    case 'execution':
      return execution(data, words, colours);
    case 'points':
      return points(data, words, colours);
    case 'grades':
      return grades(data, words, colours);
    case 'curve':
      return curve(data, words, colours);
  }
}
