import { correctionsKnownAt, earnedSchedule, roundHalfAway, spendFigures } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { PeopleNames } from '../../identity/index.js';
import { ReportRepository } from '../../reporting/index.js';
import { ProjectAccess } from '../../targets/index.js';
import type { ProjectCurve } from '../http/time-series.dto.js';
import { PastErrorQuery } from './back-test/past-error.query.js';
import { PoolForecastsQuery } from './time-series/pool-forecasts.query.js';
import { knownMonths, MONTHS, ProjectYears, type ProjectYear } from './time-series/project-years.js';
import { yearEndView } from './time-series/year-end-view.js';

/**
 * Cumulative expenditure by month against plan and straight-line, as known now or at an instant, with its corrections
 * (R43), how many months it is ahead or late (R44), and where the year will end (R45); actual where it was reported, or
 * where the treasury has a figure, which goes before.
 */
@Injectable()
export class ProjectCurveQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly years: ProjectYears,
    private readonly pools: PoolForecastsQuery,
    private readonly pastErrors: PastErrorQuery,
    private readonly reports: ReportRepository,
    private readonly names: PeopleNames,
  ) {}

  /** @param knownAt instant as of which it is wanted; null for now @throws DomainError `not-found` */
  async run(user: CurrentUser, projectId: string, knownAt: string | null = null): Promise<ProjectCurve> {
    const accessible = await this.access.require(user, projectId, 'lights.read');
    const year = await this.years.load(accessible.project, knownAt);
    const last = knownMonths(year).at(-1) ?? null;
    const pool = last === null ? null : await this.pools.run(accessible, last.month, year.knownAt);
    const expected = last === null ? null : await this.expectedFullYear(year, last.month);
    const { forecast, noForecast } = yearEndView(year, last, pool, expected);
    return {
      year: accessible.project.year,
      knownAt,
      planMissing: year.inForce.content.schedule === null,
      points: MONTHS.map((month) => point(year, month)),
      forecast: forecast && {
        ...forecast,
        pastError: await this.pastErrors.run(accessible, forecast.month, forecast.method),
      },
      noForecast,
      corrections: await this.corrections(year),
      lightsByRound: year.lights.map(({ month, light, spendLight, goalLight }) => ({
        month,
        light,
        spendLight,
        goalLight,
      })),
    };
  }

  /** What the unit itself expects of the year (R26), in the round of the month. */
  private async expectedFullYear({ project, lights }: ProjectYear, month: number): Promise<number | null> {
    const round = lights.find((light) => light.month === month);
    if (round === undefined) return null;
    const rows = await this.reports.rowsOfRound(this.uow.reader, round.roundId, [project.id]);
    return rows.get(project.id)?.expectedFullYearFen ?? null;
  }

  private async corrections({ records, knownAt }: ProjectYear): Promise<ProjectCurve['corrections']> {
    const made = correctionsKnownAt(records, knownAt).map((correction) => {
      const record = records.find(
        ({ month, recordedAt }) => month === correction.month && recordedAt === correction.at,
      );
      return { ...correction, source: record?.source ?? null, by: record?.recordedBy ?? null };
    });
    return this.names.beside(this.uow.reader, made, 'by');
  }
}

function point(year: ProjectYear, month: number): ProjectCurve['points'][number] {
  const { project } = year;
  const { expenditureFen: actualFen, source: actualSource } = year.actualOf(month);
  const budgetFen = year.budgetOf(month);
  const plan = year.planOf(month);
  const period = { year: project.year, month };
  const { planned, straightLine, executionRate } = spendFigures({
    ...plan,
    period,
    adjustedBudgetFen: budgetFen,
    expenditureFen: actualFen,
  });
  return {
    month,
    planPercent: roundHalfAway(planned, 2),
    straightLinePercent: roundHalfAway(straightLine, 2),
    actualFen,
    actualSource,
    adjustedBudgetFen: budgetFen,
    actualPercent: executionRate && roundHalfAway(executionRate, 2),
    gapToPlan: executionRate && roundHalfAway(executionRate.sub(planned), 2),
    gapToStraightLine: executionRate && roundHalfAway(executionRate.sub(straightLine), 2),
    earnedMonths: executionRate && roundHalfAway(earnedSchedule(plan, period, executionRate), 2),
  };
}
