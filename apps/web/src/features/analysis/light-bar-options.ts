import { LIGHTS } from '@jixiao/domain';
import { CHART_TEXT } from '../../shared/charts/chart-text.js';
import type { BarOptions, BarSeries } from '../../shared/charts/bar-chart.js';
import type { ChartPalette } from '../../shared/charts/palette.js';
import { tooltipLook } from '../../shared/charts/tooltip-look.js';
import type { TypeRow } from './analysis.api.js';

export interface LightBarLabels {
  readonly type: (type: TypeRow['type']) => string;
  readonly light: (light: (typeof LIGHTS)[number]) => string;
  readonly axis: string;
}

/** Indicators of each type by their lights, one bar a type. */
export function lightBarOptions(types: readonly TypeRow[], labels: LightBarLabels, colours: ChartPalette): BarOptions {
  return {
    animation: false,
    textStyle: CHART_TEXT,
    grid: { left: 8, right: 24, top: 8, bottom: 20, containLabel: true },
    tooltip: { ...tooltipLook(colours), trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: {
      type: 'value',
      minInterval: 1,
      name: labels.axis,
      nameLocation: 'middle',
      nameGap: 24,
      nameTextStyle: { color: colours.soft },
      axisLabel: { color: colours.soft },
      splitLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'category',
      data: types.map(({ type }) => labels.type(type)),
      inverse: true,
      axisLabel: { color: colours.ink },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
    },
    series: LIGHTS.map((light): BarSeries => ({
      id: light,
      type: 'bar',
      name: labels.light(light),
      stack: 'lights',
      barMaxWidth: 20,
      data: types.map((type) => type[light]),
      itemStyle: { color: colours.lights[light], borderColor: colours.ground, borderWidth: 1 },
      label: { show: true, color: colours.ground, formatter: ({ value }) => (Number(value) > 0 ? String(value) : '') },
    })),
  };
}
