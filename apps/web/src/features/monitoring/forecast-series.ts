import type { ProjectCurve } from '../../shared/api/schema.gen.js';
import type { BandSeries } from '../../shared/charts/line-chart.js';
import type { ChartPalette } from '../../shared/charts/palette.js';

type Forecast = NonNullable<ProjectCurve['forecast']>;

/** A month of the forecast in percent of the budget. */
export type ForecastPoint = Forecast['path'][number] & {
  readonly forecastPercent: number;
  readonly lowerPercent: number;
  readonly upperPercent: number;
};

const isDrawable = (point: Forecast['path'][number]): point is ForecastPoint =>
  point.forecastPercent !== null && point.lowerPercent !== null && point.upperPercent !== null;

/** What can be drawn on the percent axis: nothing without a budget. */
export const forecastPoints = (forecast: Forecast | null): readonly ForecastPoint[] =>
  (forecast?.path ?? []).filter(isDrawable);

export const highestForecast = (forecast: Forecast | null): number =>
  Math.max(0, ...forecastPoints(forecast).map(({ upperPercent }) => upperPercent));

/** The band between the ends of the interval, as one shape: stacking is for axes of categories, and these are of values. */
export function bandSeries(points: readonly ForecastPoint[], colours: ChartPalette): BandSeries[] {
  if (points.length < 2) return [];
  const upper = points.map(({ month, upperPercent }) => [month, upperPercent]);
  const lower = points.map(({ month, lowerPercent }) => [month, lowerPercent]);
  const outline = [...upper, ...lower.reverse()];
  return [
    {
      type: 'custom',
      name: 'band',
      silent: true,
      z: 0,
      clip: true,
      data: [outline.length],
      renderItem: (_params, api) => ({
        type: 'polygon',
        shape: { points: outline.map((point) => api.coord(point)) },
        style: { fill: colours.band },
      }),
    },
  ];
}
