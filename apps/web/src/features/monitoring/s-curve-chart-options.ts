import type { ProjectCurve } from '../../shared/api/schema.gen.js';
import type { LineOptions, LineSeries } from '../../shared/charts/line-chart.js';
import type { ChartPalette } from '../../shared/charts/palette.js';
import { formatGap, formatRate, formatWan } from '../../shared/format/figures.js';

type Point = ProjectCurve['points'][number];
type ReportedPoint = Point & { actualPercent: number };

const isReported = (point: Point): point is ReportedPoint => point.actualPercent !== null;

/** What the curve shows in one sentence: key of the message and its figures. */
export interface Finding {
  readonly key: 'none' | 'behind' | 'onPlan' | 'ahead';
  readonly month: number;
  readonly rate: string;
  readonly gap: string;
  /** Straight-line stands in where the unit has given no plan (R4). */
  readonly reference: 'plan' | 'straightLine';
}

/** The newest reported month up to `month`, against the plan or, where that is missing, straight-line (R43). */
export function curveFinding(curve: ProjectCurve, month: number): Finding {
  const reference = curve.planMissing ? 'straightLine' : 'plan';
  const last = curve.points.filter((point) => point.month <= month && isReported(point)).at(-1);
  if (!last || !isReported(last)) return { key: 'none', month, rate: '', gap: '', reference };
  const gap = last.actualPercent - (curve.planMissing ? last.straightLinePercent : last.planPercent);
  const points = formatGap(Math.abs(gap)).replace('+', '');
  const flat = Math.abs(gap) < 0.005;
  const key = flat ? 'onPlan' : gap < 0 ? 'behind' : 'ahead';
  return { key, month: last.month, rate: formatRate(last.actualPercent), gap: points, reference };
}

export interface CurveLabels {
  readonly plan: string;
  readonly straightLine: string;
  readonly actual: string;
  readonly percentAxis: string;
  readonly moneyUnit: string;
  readonly month: (month: number) => string;
}

const MONTHS = 12;
const WHOLE = 100;
const STEP = 20;
/** Plan and straight-line both end at 100: their names stand one above the other there. */
const LABEL_SHIFT = 7;
const START: readonly [number, number] = [0, 0];

const fromZero = (points: readonly Point[], value: (point: Point) => number | null): (readonly [number, number])[] => [
  START,
  ...points.flatMap((point) => {
    const y = value(point);
    return y === null ? [] : [[point.month, y] as const];
  }),
];

/** Highest mark of the percent axis: 100, or more where more than the budget was spent (R11). */
export function percentCeiling(points: readonly Point[]): number {
  const highest = Math.max(WHOLE, ...points.map(({ actualPercent }) => actualPercent ?? 0));
  return Math.ceil(highest / STEP) * STEP;
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
    return lines.join('<br>');
  };
}

const axisValueOf = (params: unknown): number => {
  const first: unknown = Array.isArray(params) ? params[0] : params;
  const value = typeof first === 'object' && first !== null && 'axisValue' in first ? first.axisValue : Number.NaN;
  return Number(value);
};

/** Cumulative spending against plan and straight-line: plan dashed, straight-line dotted, actual solid (R43). */
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
  return {
    animation: false,
    textStyle: { fontFamily: 'inherit' },
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
      axisLabel: { color: colours.soft, formatter: (month: number) => (month === 0 ? '' : labels.month(month)) },
      axisLine: { lineStyle: { color: colours.soft } },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      name: labels.percentAxis,
      nameTextStyle: { color: colours.soft, align: 'right' },
      min: 0,
      max: percentCeiling(curve.points),
      interval: STEP,
      axisLabel: { color: colours.soft },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
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
      ),
    ],
  };
}
