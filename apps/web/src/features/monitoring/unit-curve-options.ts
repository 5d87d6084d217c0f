import { CHART_TEXT } from '../../shared/charts/chart-text.js';
import type { LineOptions, LineSeries } from '../../shared/charts/line-chart.js';
import type { ChartPalette } from '../../shared/charts/palette.js';
import { tooltipLook } from '../../shared/charts/tooltip-look.js';
import type { Translate } from '../../shared/export/table-of.js';
import { formatRate, formatWan } from '../../shared/format/figures.js';

/** A unit's cumulative spending at the end of a month, in percent of its budget; null where it is not known. */
export interface UnitPoint {
  readonly month: number;
  readonly actualPercent: number | null;
  readonly planPercent: number | null;
  readonly lastYearPercent: number | null;
  readonly spentFen: number | null;
}

const MONTHS = 12;
const WHOLE = 100;
const STEP = 20;
const FONT_PX = 12;

type Line = 'actual' | 'plan' | 'lastYear';
const FIGURE: Readonly<Record<Line, (point: UnitPoint) => number | null>> = {
  actual: ({ actualPercent }) => actualPercent,
  plan: ({ planPercent }) => planPercent,
  lastYear: ({ lastYearPercent }) => lastYearPercent,
};

const monthOf = (params: unknown): number => {
  const first: unknown = Array.isArray(params) ? params[0] : params;
  return typeof first === 'object' && first !== null && 'axisValue' in first ? Number(first.axisValue) : Number.NaN;
};

function describe(point: UnitPoint, t: Translate, month: (month: number) => string): string {
  const lines = (['actual', 'plan', 'lastYear'] as const).flatMap((line) => {
    const percent = FIGURE[line](point);
    return percent === null ? [] : [`${t(`unitPage.curve.${line}`)} ${formatRate(percent)}%`];
  });
  const spent = point.spentFen === null ? [] : [`${formatWan(point.spentFen)} ${t('unit.wan')}`];
  return [`<strong>${month(point.month)}</strong>`, ...lines, ...spent].join('<br>');
}

/**
 * A unit's spending against its plans, the straight line and the year before: the lines look as on a project (R43).
 *
 * @param scale how much larger than on a page everything is drawn, as for a screen that is read from far away
 */
export function unitCurveOptions(
  points: readonly UnitPoint[],
  t: Translate,
  month: (month: number) => string,
  colours: ChartPalette,
  scale = 1,
): LineOptions {
  const fontSize = FONT_PX * scale;
  const line = (name: Line, look: Look): LineSeries[] => {
    const data = points.flatMap((point): [number, number][] => {
      const percent = FIGURE[name](point);
      return percent === null ? [] : [[point.month, percent]];
    });
    return data.length === 0 ? [] : [seriesOf(t(`unitPage.curve.${name}`), [[0, 0], ...data], look, scale)];
  };
  const wholeYear: [number, number][] = [
    [0, 0],
    [MONTHS, WHOLE],
  ];
  const most = Math.max(
    WHOLE,
    ...points.map((point) => Math.max(point.actualPercent ?? 0, point.lastYearPercent ?? 0)),
  );
  return {
    animation: false,
    textStyle: CHART_TEXT,
    grid: { left: 44 * scale, right: 84 * scale, top: 28 * scale, bottom: 24 * scale },
    tooltip: {
      ...tooltipLook(colours),
      trigger: 'axis',
      formatter: (params: unknown) => {
        const point = points.find((one) => one.month === Math.round(monthOf(params)));
        return point ? describe(point, t, month) : '';
      },
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: MONTHS,
      interval: 1,
      axisLabel: {
        color: colours.soft,
        fontSize,
        hideOverlap: true,
        showMaxLabel: true,
        formatter: (value: number) => (value === 0 ? '' : month(value)),
      },
      axisLine: { lineStyle: { color: colours.soft } },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      name: t('curve.percentAxis'),
      nameTextStyle: { color: colours.soft, align: 'right', fontSize },
      min: 0,
      max: Math.ceil(most / STEP) * STEP,
      interval: STEP,
      axisLabel: { color: colours.soft, fontSize },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      ...line('plan', { colour: colours.plan, type: 'dashed', width: 1.5 }),
      seriesOf(t('curve.straightLine'), wholeYear, { colour: colours.straightLine, type: 'dotted', width: 1.5 }, scale),
      ...line('lastYear', { colour: colours.forecast, type: 'solid', width: 1 }),
      ...line('actual', { colour: colours.actual, type: 'solid', width: 2.5 }),
    ],
  };
}

interface Look {
  readonly colour: string;
  readonly type: 'solid' | 'dashed' | 'dotted';
  readonly width: number;
}

const seriesOf = (
  name: string,
  data: [number, number][],
  { colour, type, width }: Look,
  scale: number,
): LineSeries => ({
  type: 'line',
  name,
  data,
  symbol: type === 'solid' ? 'circle' : 'none',
  symbolSize: 6 * scale,
  lineStyle: { type, color: colour, width: width * scale },
  itemStyle: { color: colour },
  emphasis: { disabled: true },
  endLabel: {
    show: true,
    formatter: '{a}',
    color: colour,
    distance: 6 * scale,
    fontSize: FONT_PX * scale,
  },
  labelLayout: { moveOverlap: 'shiftY' },
});
