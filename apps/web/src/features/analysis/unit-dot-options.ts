import { CHART_TEXT } from '../../shared/charts/chart-text.js';
import type { ChartPalette } from '../../shared/charts/palette.js';
import type { ScatterOptions } from '../../shared/charts/scatter-chart.js';
import { escapeHtml } from '../../shared/charts/html.js';
import { tooltipLook } from '../../shared/charts/tooltip-look.js';
import { formatGap, formatRate, formatWan } from '../../shared/format/figures.js';
import type { UnitRow } from './analysis.api.js';

export interface UnitDotLabels {
  readonly actual: string;
  readonly plan: string;
  readonly percentAxis: string;
  readonly lag: string;
  readonly moneyUnit: string;
}

const ROW_HEIGHT = 24;
const CHROME = 56;

/** Pixels of the dot plot of so many units. */
export const dotPlotHeight = (units: number): number => Math.max(3, units) * ROW_HEIGHT + CHROME;

/** A unit a line: where it is (a dot) and where its plan is (a rule), in percent of the budget. */
export function unitDotOptions(
  units: readonly UnitRow[],
  labels: UnitDotLabels,
  colours: ChartPalette,
): ScatterOptions {
  const names = units.map(({ name }) => name);
  const dots = (value: (unit: UnitRow) => number | null) =>
    units.flatMap((unit, at) => {
      const percent = value(unit);
      return percent === null ? [] : [{ value: [percent, at], name: unit.organisationId }];
    });
  return {
    animation: false,
    textStyle: CHART_TEXT,
    grid: { left: 8, right: 24, top: 8, bottom: 20, containLabel: true },
    tooltip: {
      ...tooltipLook(colours),
      trigger: 'item',
      formatter: (params) => {
        const { value } = Array.isArray(params) ? (params[0] ?? {}) : params;
        const unit = units[Array.isArray(value) ? Number(value[1]) : -1];
        return unit === undefined ? '' : describe(unit, labels);
      },
    },
    xAxis: {
      type: 'value',
      min: 0,
      name: labels.percentAxis,
      nameLocation: 'middle',
      nameGap: 24,
      nameTextStyle: { color: colours.soft },
      axisLabel: { color: colours.soft },
      splitLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'category',
      data: names,
      inverse: true,
      axisLabel: { color: colours.ink, width: 180, overflow: 'truncate' },
      axisTick: { show: false },
      axisLine: { show: false },
      splitLine: { show: true, lineStyle: { color: colours.line, type: 'dotted' } },
    },
    series: [
      {
        type: 'scatter',
        name: labels.plan,
        data: dots(({ plannedRate }) => plannedRate),
        symbol: 'rect',
        symbolSize: [3, 16],
        itemStyle: { color: colours.plan },
      },
      {
        type: 'scatter',
        name: labels.actual,
        data: dots(({ executionRate }) => executionRate),
        symbolSize: 11,
        itemStyle: { color: colours.actual },
      },
    ],
  };
}

const describe = (unit: UnitRow, labels: UnitDotLabels): string =>
  [
    `<strong>${escapeHtml(unit.name)}</strong>`,
    `${labels.actual} ${formatRate(unit.executionRate)}%`,
    `${labels.plan} ${formatRate(unit.plannedRate)}%（${formatGap(unit.gapToPlan)}）`,
    `${labels.lag} ${formatWan(unit.lagFen)} ${labels.moneyUnit}`,
  ].join('<br>');
