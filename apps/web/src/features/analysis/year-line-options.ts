import { exact, roundHalfAway } from '@jixiao/domain';
import type { YearComparison } from '../../shared/api/schema.gen.js';
import { CHART_TEXT } from '../../shared/charts/chart-text.js';
import type { LineOptions, LineSeries } from '../../shared/charts/line-chart.js';
import type { ChartPalette } from '../../shared/charts/palette.js';
import { tooltipLook } from '../../shared/charts/tooltip-look.js';
import { formatRate } from '../../shared/format/figures.js';

type Line = YearComparison['lines'][number];

export interface YearLineLabels {
  readonly rate: (year: number) => string;
  readonly goal: (year: number) => string;
  readonly percentAxis: string;
  readonly month: (month: number) => string;
}

/** Goals and money often end near each other: their names stand one above the other. */
const LABEL_SHIFT = 7;

/** Points from one percentage to another; null where one of them is not known. */
export const pointsBetween = (now: number | null | undefined, before: number | null | undefined): number | null =>
  now == null || before == null ? null : roundHalfAway(exact(now).sub(before), 2);

/** Execution rate and goal percentage by month: this year solid, the last one thin; goals dashed. */
export function yearLineOptions(
  lines: readonly Line[],
  year: number,
  labels: YearLineLabels,
  colours: ChartPalette,
): LineOptions {
  const of = (one: number, name: string, value: (line: Line) => number | null, isGoal: boolean): LineSeries => {
    const colour = one === year ? colours.actual : colours.straightLine;
    return {
      type: 'line',
      name,
      data: lines.filter((line) => line.year === one).flatMap((line) => pointOf(line.month, value(line))),
      symbol: isGoal ? 'diamond' : 'circle',
      symbolSize: 7,
      lineStyle: { type: isGoal ? 'dashed' : 'solid', color: colour, width: one === year ? 2.5 : 1.5 },
      itemStyle: { color: colour },
      emphasis: { disabled: true },
      endLabel: {
        show: true,
        formatter: '{a}',
        color: colour,
        distance: 6,
        offset: [0, isGoal ? -LABEL_SHIFT : LABEL_SHIFT],
      },
    };
  };
  const series = [year - 1, year].flatMap((one) => [
    of(one, labels.rate(one), ({ executionRate }) => executionRate, false),
    of(one, labels.goal(one), ({ goalPercent }) => goalPercent, true),
  ]);
  return {
    animation: false,
    textStyle: CHART_TEXT,
    grid: { left: 44, right: 132, top: 24, bottom: 24 },
    tooltip: {
      ...tooltipLook(colours),
      trigger: 'item',
      formatter: (params) => {
        const { seriesName, value } = Array.isArray(params) ? (params[0] ?? {}) : params;
        const [month, percent] = Array.isArray(value) ? value.map(Number) : [];
        return `${seriesName ?? ''} ${labels.month(month ?? 0)} ${formatRate(percent)}%`;
      },
    },
    xAxis: {
      type: 'value',
      min: 1,
      max: 12,
      interval: 1,
      axisLabel: { color: colours.soft, formatter: (month: number) => labels.month(month) },
      axisLine: { lineStyle: { color: colours.line } },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      name: labels.percentAxis,
      nameTextStyle: { color: colours.soft, align: 'left' },
      axisLabel: { color: colours.soft },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: series.filter(({ data }) => Array.isArray(data) && data.length > 0),
  };
}

const pointOf = (month: number, value: number | null): [number, number][] => (value === null ? [] : [[month, value]]);
