import { indicatorType, spendGoalMismatch, type MonthlyExpenditure } from '@jixiao/domain';
import { newId } from '../../../platform/runtime/ids.js';
import {
  indicatorHistories,
  knownMonths,
  resultFindings,
  rushFindings,
  spendingFindings,
  spentAt,
  yearEndView,
  type PoolOfProject,
  type YearOfMoney,
} from '../../monitoring/index.js';
import type { ProjectFinding, StoredFinding } from '../persistence/project-finding.entity.js';
import type { ProjectForecast } from '../persistence/project-forecast.entity.js';
import type { OutlookFigures } from './outlook-figures.js';
import { plannedFen } from './planned-fen.js';
import { projectFigures } from './project-figures.js';
import type { ProjectToAnalyse } from './project-to-analyse.js';

export interface AnalysedProject {
  readonly forecast: ProjectForecast;
  readonly findings: readonly ProjectFinding[];
  readonly figures: OutlookFigures;
}

/**
 * What a round tells of a project: where its year will end (R45, R46), what stands out, and what it adds to its
 * unit.
 * @param pool the chain ladder of its pool by {@link lastKnownMonth}
 */
export function analyseProject(input: ProjectToAnalyse, pool: PoolOfProject | null): AnalysedProject {
  const year = moneyOf(input);
  const curve = knownMonths(year, input.month);
  const forecast = forecastOf(input, year, curve, pool);
  return { forecast, findings: findingsOf(input, year), figures: projectFigures(input, year, curve, forecast) };
}

/** The last month up to the round's of which the project's spending is known; null where it is of none. */
export const lastKnownMonth = (input: ProjectToAnalyse): number | null =>
  knownMonths(moneyOf(input), input.month).at(-1)?.month ?? null;

/** The project's year as its lights say: locked rounds keep what they were judged by (R49), other months as known now. */
function moneyOf({ year, month, rows, earlier, spending, knownAt }: ProjectToAnalyse): YearOfMoney {
  const { schedule, startMonth, adjustedBudgetFen } = rows.project.inputs;
  const judged = new Map(earlier.filter(({ isLocked }) => isLocked).map((one) => [one.month, one.rows.project]));
  judged.set(month, rows.project);
  return {
    project: { id: rows.project.projectId, year },
    planOf: () => ({ schedule, startMonth }),
    budgetOf: () => adjustedBudgetFen,
    actualOf: (at) => {
      const light = judged.get(at);
      return light === undefined
        ? spentAt(spending, at, knownAt)
        : { expenditureFen: light.expenditureFen, source: light.expenditureSource ?? null };
    },
  };
}

function forecastOf(
  { month, rows, rulePack }: ProjectToAnalyse,
  year: YearOfMoney,
  curve: readonly MonthlyExpenditure[],
  pool: PoolOfProject | null,
): ProjectForecast {
  const { project, indicators } = rows;
  const { spend, goals } = project.assessment;
  const last = curve.at(-1) ?? null;
  const { forecast, noForecast } = yearEndView(year, last, pool, null);
  const judged = { ...goals, indicators: indicators.map(({ assessment }) => assessment) };
  const mismatch = spendGoalMismatch({ ...project.assessment, goals: judged }, rulePack);
  const budgetFen = project.adjustedBudgetFen;
  return {
    id: newId(),
    roundId: project.roundId,
    projectId: project.projectId,
    organisationId: project.organisationId,
    budgetFen,
    spentFen: project.expenditureFen,
    plannedFen: budgetFen === null ? null : plannedFen(budgetFen, year, month),
    executionRate: hundredths(spend.executionRate),
    goalPercent: hundredths(mismatch?.goalPercent ?? null),
    asOfMonth: forecast?.month ?? null,
    method: forecast?.method ?? null,
    noForecast,
    forecastFen: forecast?.forecastFen ?? null,
    lowerFen: forecast?.interval.lowerFen ?? null,
    upperFen: forecast?.interval.upperFen ?? null,
    intervalBasis: forecast?.interval.basis ?? null,
    poolName: forecast?.interval.basis === 'pool' ? (forecast.pool?.name ?? null) : null,
    forecastPercent: hundredths(forecast?.forecastPercent ?? null),
    unspentFen: forecast === null || budgetFen === null ? null : budgetFen - forecast.forecastFen,
    likelihood: forecast?.suggestion?.likelihood ?? null,
  };
}

/** Rates beyond this many hundredths of a percent (a budget of one 分) are stored as this many. */
const MAX_RATE = 1_000_000_000_000;
const hundredths = (percent: number | null): number | null =>
  percent === null ? null : Math.max(-MAX_RATE, Math.min(MAX_RATE, Math.round(percent * 100)));

/** What is unusual about spending and results by the end of the round, and which indicators are red. */
function findingsOf(input: ProjectToAnalyse, year: YearOfMoney): readonly ProjectFinding[] {
  const { month, rows, earlier, rulePack, peers } = input;
  const rounds = [...earlier, { month, rows }];
  const red = rows.indicators
    .filter(({ light }) => light === 'red')
    .map(({ assessment, inputs }): StoredFinding => {
      const { level1, level2 } = inputs.target;
      return { code: 'indicator-red', level1, level2, indicator: assessment };
    });
  const found: readonly StoredFinding[] = [
    ...spendingFindings(year, month, rows, rulePack),
    ...resultFindings(indicatorHistories([{ year: input.year, rounds }]), input.year),
    ...(month === 12 ? rushFindings(year, peers) : []),
    ...red,
  ];
  const { roundId, projectId, organisationId, adjustedBudgetFen } = rows.project;
  return found.map((finding, ordinal) => ({
    id: newId(),
    roundId,
    projectId,
    organisationId,
    ordinal,
    code: finding.code,
    indicatorType: finding.code === 'indicator-red' ? indicatorType(finding) : null,
    budgetFen: adjustedBudgetFen ?? 0,
    finding,
  }));
}
