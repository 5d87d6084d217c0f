import { FORECAST_METHODS, type ForecastMethod } from '@jixiao/domain';
import type { BackTest } from '../../shared/api/schema.gen.js';
import { CHART_TEXT } from '../../shared/charts/chart-text.js';
import type { LineOptions, LineSeries } from '../../shared/charts/line-chart.js';
import type { ChartPalette } from '../../shared/charts/palette.js';
import { tooltipLook } from '../../shared/charts/tooltip-look.js';
import { formatRate } from '../../shared/format/figures.js';

export interface BackTestLabels {
  readonly axis: string;
  readonly method: (method: ForecastMethod) => string;
  readonly month: (month: number) => string;
  /** `12 个案例` */
  readonly cases: (cases: number) => string;
}

type Month = BackTest['months'][number];

/** Pixels by which the name at the end of a line stands above the one below. */
const LABEL_GAP = 13;

const errorAt = ({ methods }: Month, method: ForecastMethod): number | null =>
  methods.find((each) => each.method === method)?.meanAbsolute ?? null;

/** Mean absolute error by month, a line for each method: the blend of the pages solid, the plan dashed, the pace dotted. */
export function backTestOptions({ months }: BackTest, labels: BackTestLabels, colours: ChartPalette): LineOptions {
  const looks: Readonly<Record<ForecastMethod, readonly [string, 'solid' | 'dashed' | 'dotted']>> = {
    blend: [colours.actual, 'solid'],
    planRemaining: [colours.plan, 'dashed'],
    pace: [colours.straightLine, 'dotted'],
    chainLadder: [colours.lights.yellow, 'solid'],
  };
  const ends = endsOf(months);
  const series = FORECAST_METHODS.flatMap((method): LineSeries[] => {
    const data = months.flatMap((month) => {
      const error = errorAt(month, method);
      return error === null ? [] : [[month.month, error]];
    });
    if (data.length === 0) return [];
    const [colour, type] = looks[method];
    return [
      {
        id: method,
        type: 'line',
        name: labels.method(method),
        data,
        symbol: method === 'chainLadder' ? 'diamond' : 'circle',
        symbolSize: 6,
        lineStyle: { type, color: colour, width: method === 'blend' ? 2.5 : 1.5 },
        itemStyle: { color: colour },
        emphasis: { disabled: true },
        endLabel: { show: true, formatter: '{a}', color: colour, distance: 6, offset: [0, shiftOf(method, ends)] },
      },
    ];
  });
  return {
    animation: false,
    textStyle: CHART_TEXT,
    grid: { left: 44, right: 100, top: 24, bottom: 24 },
    tooltip: {
      trigger: 'axis',
      ...tooltipLook(colours),
      formatter: (params: unknown) => describe(months, monthOf(params), labels),
    },
    xAxis: {
      type: 'value',
      min: 1,
      max: 11,
      interval: 1,
      axisLabel: { color: colours.soft, hideOverlap: true, formatter: (month: number) => labels.month(month) },
      axisLine: { lineStyle: { color: colours.soft } },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      name: labels.axis,
      nameTextStyle: { color: colours.soft, align: 'left' },
      min: 0,
      axisLabel: { color: colours.soft },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series,
  };
}

/** The methods with their last errors, the least first, which is the lowest in the chart. */
function endsOf(months: readonly Month[]): readonly ForecastMethod[] {
  const last = months.at(-1);
  const errors = FORECAST_METHODS.flatMap((method) => {
    const error = last ? errorAt(last, method) : null;
    return error === null ? [] : [{ method, error }];
  });
  return errors.sort((a, b) => a.error - b.error).map(({ method }) => method);
}

/** By late in the year all methods come together: their names stand one above the other, the least error above the axis. */
const shiftOf = (method: ForecastMethod, ends: readonly ForecastMethod[]): number =>
  -Math.max(0, ends.indexOf(method)) * LABEL_GAP;

function describe(months: readonly Month[], month: number, labels: BackTestLabels): string {
  const found = months.find((each) => each.month === month);
  if (found === undefined) return '';
  const lines = found.methods.map(
    ({ method, meanAbsolute, cases }) =>
      `${labels.method(method)} ±${formatRate(meanAbsolute)}（${labels.cases(cases)}）`,
  );
  return [`<strong>${labels.month(found.month)}</strong>`, ...lines].join('<br>');
}

function monthOf(params: unknown): number {
  const first: unknown = Array.isArray(params) ? params[0] : params;
  const value = typeof first === 'object' && first !== null && 'axisValue' in first ? first.axisValue : Number.NaN;
  return Math.round(Number(value));
}
