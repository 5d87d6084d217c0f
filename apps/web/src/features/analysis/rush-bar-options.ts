import { CHART_TEXT } from '../../shared/charts/chart-text.js';
import type { BarOptions, BarSeries } from '../../shared/charts/bar-chart.js';
import { escapeHtml } from '../../shared/charts/html.js';
import type { ChartPalette } from '../../shared/charts/palette.js';
import { tooltipLook } from '../../shared/charts/tooltip-look.js';
import { formatRate } from '../../shared/format/figures.js';
import type { Rush, RushOfUnit } from './analysis.api.js';

export interface RushBarLabels {
  readonly spent: string;
  readonly planned: string;
  readonly axis: string;
}

export const rushOf = ({ rushes }: Pick<RushOfUnit, 'rushes'>, of: Rush['of']): Rush | null =>
  rushes.find((one) => one.of === of) ?? null;

/** Two bars a unit: the share of the year that was spent in these months, and what the plan had for them. */
export function rushBarOptions(
  units: readonly RushOfUnit[],
  of: Rush['of'],
  labels: RushBarLabels,
  colours: ChartPalette,
): BarOptions {
  const bars = (name: string, colour: string, value: (rush: Rush) => number | null): BarSeries => ({
    type: 'bar',
    name,
    barMaxWidth: 9,
    barGap: '10%',
    itemStyle: { color: colour },
    data: units.map((unit) => {
      const rush = rushOf(unit, of);
      return { value: rush === null ? null : value(rush), name: unit.organisationId };
    }),
  });
  return {
    animation: false,
    textStyle: CHART_TEXT,
    grid: { left: 8, right: 24, top: 8, bottom: 20, containLabel: true },
    tooltip: {
      ...tooltipLook(colours),
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (params) => {
        const first = Array.isArray(params) ? params[0] : params;
        const unit = units[first?.dataIndex ?? -1];
        const rush = unit === undefined ? null : rushOf(unit, of);
        if (unit === undefined || rush === null) return '';
        return [
          `<strong>${escapeHtml(unit.name)}</strong>`,
          `${labels.spent} ${formatRate(rush.share)}%`,
          `${labels.planned} ${formatRate(rush.plannedShare)}%`,
        ].join('<br>');
      },
    },
    xAxis: {
      type: 'value',
      name: labels.axis,
      nameLocation: 'middle',
      nameGap: 24,
      nameTextStyle: { color: colours.soft },
      axisLabel: { color: colours.soft },
      splitLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'category',
      data: units.map(({ name }) => name),
      inverse: true,
      axisLabel: { color: colours.ink, width: 180, overflow: 'truncate' },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
    },
    series: [
      bars(labels.spent, colours.actual, ({ share }) => share),
      bars(labels.planned, colours.straightLine, ({ plannedShare }) => plannedShare),
    ],
  };
}
