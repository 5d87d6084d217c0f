import type { ProjectCurve } from '../../shared/api/schema.gen.js';
import { CHART_TEXT } from '../../shared/charts/chart-text.js';
import type { LineOptions, LineSeries } from '../../shared/charts/line-chart.js';
import type { ChartPalette } from '../../shared/charts/palette.js';
import { formatRate, formatWan } from '../../shared/format/figures.js';
import { bandSeries, forecastPoints, highestForecast } from './forecast-series.js';

type Point = ProjectCurve['points'][number];
type ReportedPoint = Point & { actualPercent: number };

const isReported = (point: Point): point is ReportedPoint => point.actualPercent !== null;

export interface CurveLabels {
  readonly plan: string;
  readonly straightLine: string;
  readonly actual: string;
  readonly forecast: string;
  /** `区间 70.00–85.00%` */
  readonly band: (lower: string, upper: string) => string;
  readonly percentAxis: string;
  readonly moneyUnit: string;
  readonly month: (month: number) => string;
}

const MONTHS = 12;
const WHOLE = 100;
const STEP = 20;
/** Plan and straight-line both end at 100: their names stand one above the other there. */
const LABEL_SHIFT = 7;
/** A forecast that ends near them has its name below both. */
const NEAR_WHOLE = 12;
const START: readonly [number, number] = [0, 0];

const labelPlace = (percent: number): number => (Math.abs(percent - WHOLE) < NEAR_WHOLE ? 3 * LABEL_SHIFT : 0);

const fromZero = (points: readonly Point[], value: (point: Point) => number | null): (readonly [number, number])[] => [
  START,
  ...points.flatMap((point) => {
    const y = value(point);
    return y === null ? [] : [[point.month, y] as const];
  }),
];

/** Highest mark of the percent axis: 100, or more where more than the budget was spent, or will be (R11). */
export function percentCeiling({ points, forecast }: Pick<ProjectCurve, 'points' | 'forecast'>): number {
  const spent = points.map(({ actualPercent }) => actualPercent ?? 0);
  return Math.ceil(Math.max(WHOLE, highestForecast(forecast), ...spent) / STEP) * STEP;
}

function tooltip(curve: ProjectCurve, labels: CurveLabels) {
  return (month: number): string => {
    const point = curve.points.find((one) => one.month === Math.round(month));
    if (!point) return '';
    const lines = [`<strong>${labels.month(point.month)}</strong>`];
    if (isReported(point))
      lines.push(
        `${labels.actual} ${formatRate(point.actualPercent)}%（${formatWan(point.actualFen)} ${labels.moneyUnit}）`,
      );
    if (!curve.planMissing) lines.push(`${labels.plan} ${formatRate(point.planPercent)}%`);
    lines.push(`${labels.straightLine} ${formatRate(point.straightLinePercent)}%`);
    const ahead = forecastPoints(curve.forecast).find((one) => one.month === point.month);
    if (ahead) {
      const [lower, upper] = [formatRate(ahead.lowerPercent), formatRate(ahead.upperPercent)];
      lines.push(`${labels.forecast} ${formatRate(ahead.forecastPercent)}%`, labels.band(`${lower}%`, `${upper}%`));
    }
    return lines.join('<br>');
  };
}

const axisValueOf = (params: unknown): number => {
  const first: unknown = Array.isArray(params) ? params[0] : params;
  const value = typeof first === 'object' && first !== null && 'axisValue' in first ? first.axisValue : Number.NaN;
  return Number(value);
};

/** Cumulative spending against plan and straight-line: plan dashed, straight-line dotted, actual solid, forecast a band (R43, R45). */
export function sCurveOptions(curve: ProjectCurve, labels: CurveLabels, colours: ChartPalette): LineOptions {
  const describe = tooltip(curve, labels);
  const series = (
    name: string,
    colour: string,
    type: 'solid' | 'dashed' | 'dotted',
    data: (readonly [number, number])[],
    labelShift = 0,
  ): LineSeries => ({
    type: 'line',
    name,
    data: data.map(([month, percent]) => [month, percent]),
    symbol: type === 'solid' ? 'circle' : 'none',
    symbolSize: 6,
    lineStyle: { type, color: colour, width: type === 'solid' ? 2.5 : 1.5 },
    itemStyle: { color: colour },
    emphasis: { disabled: true },
    endLabel: { show: true, formatter: '{a}', color: colour, distance: 6, offset: [0, labelShift] },
  });
  const planLine = series(
    labels.plan,
    colours.plan,
    'dashed',
    fromZero(curve.points, (point) => point.planPercent),
    -LABEL_SHIFT,
  );
  const ahead = forecastPoints(curve.forecast);
  const forecastLine: LineSeries = {
    ...series(
      labels.forecast,
      colours.forecast,
      'solid',
      ahead.map((point) => [point.month, point.forecastPercent] as const),
      labelPlace(ahead.at(-1)?.forecastPercent ?? 0),
    ),
    symbol: 'none',
    lineStyle: { type: 'solid', color: colours.forecast, width: 1.5 },
  };
  return {
    animation: false,
    textStyle: CHART_TEXT,
    grid: { left: 44, right: 84, top: 24, bottom: 24 },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colours.ground,
      borderColor: colours.line,
      textStyle: { color: colours.ink, fontSize: 13 },
      formatter: (params: unknown) => describe(axisValueOf(params)),
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: MONTHS,
      interval: 1,
      axisLabel: {
        color: colours.soft,
        hideOverlap: true,
        formatter: (month: number) => (month === 0 ? '' : labels.month(month)),
      },
      axisLine: { lineStyle: { color: colours.soft } },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      name: labels.percentAxis,
      nameTextStyle: { color: colours.soft, align: 'right' },
      min: 0,
      max: percentCeiling(curve),
      interval: STEP,
      axisLabel: { color: colours.soft },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      ...bandSeries(ahead, colours),
      ...(curve.planMissing ? [] : [planLine]),
      series(
        labels.straightLine,
        colours.straightLine,
        'dotted',
        fromZero(curve.points, (point) => point.straightLinePercent),
        LABEL_SHIFT,
      ),
      series(
        labels.actual,
        colours.actual,
        'solid',
        fromZero(curve.points, (point) => point.actualPercent),
        ahead.length > 1 ? 2 * LABEL_SHIFT : 0,
      ),
      ...(ahead.length > 1 ? [forecastLine] : []),
    ],
  };
}
