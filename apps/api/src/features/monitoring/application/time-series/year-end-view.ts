import {
  forecastByPool,
  forecastCurve,
  forecastYearEnd,
  intervalByPool,
  planAtMonth,
  ratio,
  roundHalfAway,
  suggestForSpending,
  type ForecastInterval,
  type NoForecast,
} from '@jixiao/domain';
import type { ProjectCurve } from '../../http/time-series.dto.js';
import type { PoolOfProject } from './pool-forecasts.query.js';
import type { ProjectYear } from './project-years.js';

type Forecast = Omit<NonNullable<ProjectCurve['forecast']>, 'pastError'>;

/** The last month of which a project's spending is known; null where it is of none. */
export interface LastKnown {
  readonly month: number;
  readonly expenditureFen: number;
}

/**
 * R45, R46: where the year's expenditure will end by what is known of the last month. The forecast is the blend (or what
 * stands in for it); the interval comes from the history of the pool where there is one, else it is the span of the methods.
 */
export function yearEndView(
  year: Pick<ProjectYear, 'planOf' | 'budgetOf'>,
  last: LastKnown | null,
  pool: PoolOfProject | null,
  expectedFullYearFen: number | null,
): { readonly forecast: Forecast | null; readonly noForecast: NoForecast | null } {
  if (last === null) return { forecast: null, noForecast: 'not-reported' };
  const { month, expenditureFen: spentFen } = last;
  const [plan, budgetFen] = [year.planOf(month), year.budgetOf(month)];
  const planned = planAtMonth(plan, month);
  const found = forecastYearEnd({ spentFen, budgetFen, plannedPercent: planned });
  if (!found.ok) return { forecast: null, noForecast: found.error };
  const { forecastFen, method, paceFen, planRemainingFen, blendFen } = found.value;
  const byPool = pool && intervalByPool({ spentFen, budgetFen, forecastFen }, pool.forecast);
  const interval = byPool ?? found.value.interval;
  const percent = (fen: number): number | null => percentOfBudget(fen, budgetFen);
  return {
    forecast: {
      month,
      spentFen,
      budgetFen,
      plannedPercent: roundHalfAway(planned, 2),
      method,
      forecastFen,
      forecastPercent: percent(forecastFen),
      paceFen,
      planRemainingFen,
      blendFen,
      chainLadderFen: pool && forecastByPool({ spentFen, budgetFen }, pool.forecast),
      interval: withPercent(interval, percent),
      pool: pool && {
        level: pool.pool,
        name: pool.name,
        years: pool.forecast.years,
        months: [...pool.forecast.months],
      },
      path: forecastCurve({ plan, month, spentFen, forecastFen, interval }).map((point) => ({
        ...point,
        forecastPercent: percent(point.forecastFen),
        lowerPercent: percent(point.lowerFen),
        upperPercent: percent(point.upperFen),
      })),
      suggestion: suggestForSpending({ interval, method }, budgetFen),
      expectedFullYearFen,
    },
    noForecast: null,
  };
}

/** As in R7: no share of a budget that is not there, or of none. */
const percentOfBudget = (fen: number, budgetFen: number | null): number | null =>
  budgetFen === null || budgetFen <= 0 ? null : roundHalfAway(ratio(fen, budgetFen).mul(100), 2);

const withPercent = (interval: ForecastInterval, percent: (fen: number) => number | null): Forecast['interval'] => ({
  ...interval,
  lowerPercent: percent(interval.lowerFen),
  upperPercent: percent(interval.upperFen),
});
