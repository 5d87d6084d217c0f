import { indicatorType, type IndicatorType, type Light, type MonthlyExpenditure } from '@jixiao/domain';
import { chinaDay } from '../../../platform/runtime/clock.js';
import type { LightRows, YearOfMoney } from '../../monitoring/index.js';
import type { ProjectForecast } from '../persistence/project-forecast.entity.js';
import { plannedFen } from './planned-fen.js';
import {
  addUp,
  NO_FIGURES,
  NO_MONEY,
  type IndicatorFigures,
  type Money,
  type OutlookFigures,
  type YearEndFigures,
} from './outlook-figures.js';
import type { ProjectToAnalyse } from './project-to-analyse.js';
import { moneyByFund } from './money-by-fund.js';

/** What one project adds to the figures of its unit. */
export function projectFigures(
  input: ProjectToAnalyse,
  year: YearOfMoney,
  curve: readonly MonthlyExpenditure[],
  forecast: ProjectForecast,
): OutlookFigures {
  const { rows, facts } = input;
  const { light, adjustedBudgetFen } = rows.project;
  const budgetFen = adjustedBudgetFen ?? 0;
  const money = moneyOf(forecast);
  const { goalPercent } = forecast;
  const reporting = reportingOf(input);
  return {
    ...NO_FIGURES,
    projects: 1,
    budgetFen,
    money,
    goals: goalPercent === null ? NO_FIGURES.goals : { projects: 1, percent: goalPercent },
    forecast: forecastFigures(forecast),
    lights: { ...NO_FIGURES.lights, [light]: { projects: 1, budgetFen } },
    reporting: reporting === null ? NO_FIGURES.reporting : { ...NO_FIGURES.reporting, [reporting]: 1 },
    indicators: indicatorFigures(rows),
    ...moneyByFund(input, forecast),
    levels: { ...NO_FIGURES.levels, [facts.transferLevel ?? 'unknown']: money },
    yearEnd: {
      december: yearEndFigures(year, curve, forecast, 11),
      fourthQuarter: yearEndFigures(year, curve, forecast, 9),
    },
  };
}

function moneyOf({ budgetFen, spentFen, plannedFen: planned }: ProjectForecast): Money {
  if (budgetFen === null || spentFen === null || planned === null) return NO_MONEY;
  return { projects: 1, budgetFen, spentFen, plannedFen: planned, lagFen: Math.max(0, planned - spentFen) };
}

function forecastFigures({
  budgetFen,
  spentFen,
  forecastFen,
  lowerFen,
  upperFen,
  likelihood,
}: ProjectForecast): OutlookFigures['forecast'] {
  if (forecastFen === null || budgetFen === null) return NO_FIGURES.forecast;
  return {
    ...NO_FIGURES.forecast,
    projects: 1,
    budgetFen,
    spentFen: spentFen ?? 0,
    forecastFen,
    lowerFen: lowerFen ?? forecastFen,
    upperFen: upperFen ?? forecastFen,
    ...(likelihood === null ? {} : { [likelihood]: 1 }),
  };
}

/**
 * Handed in by the unit's last day counts as on time; what was returned and handed in again counts by the last time. Figures
 * that are complete without having been handed in, as those of a file, tell nothing of it: null.
 */
function reportingOf({ rows, facts, deadline }: ProjectToAnalyse): keyof OutlookFigures['reporting'] | null {
  const { submittedAt } = facts;
  if (submittedAt !== null) return chinaDay(new Date(submittedAt)) <= deadline.closesOn ? 'onTime' : 'late';
  if (!deadline.passed) return 'awaited';
  return rows.project.notReported ? 'missing' : null;
}

function indicatorFigures({ indicators }: LightRows): OutlookFigures['indicators'] {
  const found: Record<IndicatorType, IndicatorFigures> = { ...NO_FIGURES.indicators };
  for (const { light, assessment, inputs } of indicators) {
    const type = indicatorType(inputs.target);
    found[type] = addUp(found[type], ofIndicator(light, assessment.completion));
  }
  return found;
}

function ofIndicator(light: Light, completion: number | null): IndicatorFigures {
  const counted = { ...NO_FIGURES.indicators.other, [light]: 1 };
  if (completion === null) return counted;
  return { ...counted, measured: 1, reached: Math.round(Math.min(Math.max(completion, 0), 100) * 100) };
}

/** @param before the month at whose end the year's end begins */
function yearEndFigures(
  year: YearOfMoney,
  curve: readonly MonthlyExpenditure[],
  { budgetFen }: ProjectForecast,
  before: number,
): YearEndFigures {
  const at = (month: number): number | null => curve.find((one) => one.month === month)?.expenditureFen ?? null;
  const [start, spentFen] = [at(before), at(12)];
  if (start === null || spentFen === null || budgetFen === null) return NO_FIGURES.yearEnd.december;
  const planned = budgetFen - plannedFen(budgetFen, year, before);
  return { projects: 1, spentFen, endFen: spentFen - start, budgetFen, plannedFen: planned };
}
