import { suggestForResult, type IndicatorTrend, type Likelihood } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { ReportRepository } from '../../reporting/index.js';
import { FiscalYearRepository, ProjectAccess, type AccessibleProject } from '../../targets/index.js';
import type { ProjectTrends } from '../http/time-series.dto.js';
import { LightRepository } from '../persistence/light.repository.js';
import { SpendingHistoryRepository } from '../persistence/spending-history.repository.js';
import { answerText } from './answer-text.js';
import {
  beginsAnew,
  indicatorHistories,
  trendOf,
  type IndicatorHistory,
  type YearOfLights,
} from './time-series/indicator-histories.js';
import { PredecessorsQuery } from './time-series/predecessors.query.js';
import { findingView, resultFindings, rushFindings, spendingFindings } from './time-series/project-findings.js';
import { ProjectYears, type ProjectYear } from './time-series/project-years.js';

/** Earlier years that are looked at: enough for a trend to be tested (R47), and for a rush to be a habit (R48). */
const EARLIER_YEARS = 5;

/**
 * What a project's series over time tell: the results of its indicators with their trends (R47), what that suggests of
 * reaching the targets (R46), and what is unusual about spending and results.
 */
@Injectable()
export class ProjectTrendsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly predecessors: PredecessorsQuery,
    private readonly years: ProjectYears,
    private readonly lights: LightRepository,
    private readonly reports: ReportRepository,
    private readonly fiscalYears: FiscalYearRepository,
    private readonly spending: SpendingHistoryRepository,
  ) {}

  /** @param asked the round as of which it is looked at; null for the newest with lights @throws DomainError `not-found` */
  async run(user: CurrentUser, projectId: string, asked: number | null, locale: Locale): Promise<ProjectTrends> {
    const accessible = await this.access.require(user, projectId, 'lights.read');
    const { project } = accessible;
    const present = await this.years.load(project);
    const months = present.lights.map((light) => light.month);
    const month = months.filter((one) => asked === null || one <= asked).at(-1) ?? null;
    const earlier: ProjectYear[] = [];
    for (const before of await this.predecessors.chain(user, project, EARLIER_YEARS))
      earlier.push(await this.years.load(before));
    const histories = await this.histories(present, month, earlier);
    const chosen = await this.chosen(present, month);
    return {
      year: project.year,
      month,
      earlierYears: earlier.map((year) => year.project.year),
      indicators: histories.map((history) => indicatorView(history, project.year, month, chosen, locale)),
      findings: await this.findings(accessible, present, month, earlier, histories, locale),
    };
  }

  /** This year by every round up to the month, the years before by their quarters: a trend is of quarters. */
  private async histories(present: ProjectYear, month: number | null, earlier: readonly ProjectYear[]) {
    if (month === null) return [];
    const years = [await this.lightsOf(present, (round) => round <= month)];
    for (const year of earlier) years.push(await this.lightsOf(year, (round) => round % 3 === 0));
    return indicatorHistories(years);
  }

  private async lightsOf(
    { project, lights }: ProjectYear,
    isWanted: (month: number) => boolean,
  ): Promise<YearOfLights> {
    const rounds: YearOfLights['rounds'][number][] = [];
    for (const { roundId, month } of lights.filter((light) => isWanted(light.month))) {
      const rows = await this.lights.ofProject(this.uow.reader, roundId, project.id);
      if (rows !== null) rounds.push({ month, rows });
    }
    return { year: project.year, rounds };
  }

  /** What the unit chose of each indicator in the round (R26). */
  private async chosen(
    { project, lights }: ProjectYear,
    month: number | null,
  ): Promise<ReadonlyMap<string, Likelihood>> {
    const round = lights.find((light) => light.month === month);
    if (round === undefined) return new Map();
    const reports = await this.reports.ofRound(this.uow.reader, round.roundId, [project.id]);
    const results = [...(reports.get(project.id)?.content.results ?? [])];
    return new Map(results.flatMap(([id, { likelihood }]) => (likelihood === null ? [] : [[id, likelihood]])));
  }

  private async findings(
    { organisation }: AccessibleProject,
    present: ProjectYear,
    month: number | null,
    earlier: readonly ProjectYear[],
    histories: readonly IndicatorHistory[],
    locale: Locale,
  ): Promise<ProjectTrends['findings']> {
    const { year } = present.project;
    const over = month === 12 ? [present, ...earlier] : earlier;
    const fromYear = over.at(-1)?.project.year ?? year;
    const scope = { path: organisation.path, fromYear, toYear: year, knownAt: present.knownAt };
    const ends = over.length === 0 ? [] : await this.spending.yearEnds(this.uow.reader, scope);
    const ofMoney = month === null ? [] : await this.spendingFindings(present, month);
    return [
      ...[...ofMoney, ...resultFindings(histories, year)].map((finding) => findingView(finding, year, locale)),
      ...over.flatMap((one) => rushFindings(one, ends).map((each) => findingView(each, one.project.year, locale))),
    ];
  }

  private async spendingFindings(present: ProjectYear, month: number) {
    const manager = this.uow.reader;
    const roundId = present.lights.find((light) => light.month === month)?.roundId ?? '';
    const rows = await this.lights.ofProject(manager, roundId, present.project.id);
    if (rows === null || rows.project.exempt) return [];
    return spendingFindings(present, month, rows, await this.fiscalYears.rulePack(manager, rows.project.rulePackRef));
  }
}

function indicatorView(
  history: IndicatorHistory,
  year: number,
  month: number | null,
  chosen: ReadonlyMap<string, Likelihood>,
  locale: Locale,
): ProjectTrends['indicators'][number] {
  const { present, lights } = history;
  const { target } = present.inputs;
  const { trend, noTrend } = trendOf(history);
  return {
    id: present.lineageId,
    name: target.name,
    unit: target.unit,
    beginsAnew: beginsAnew(history),
    results: lights.map((one) => ({
      year: one.year,
      month: one.month,
      result: one.row.assessment.result,
      resultText: answerText(one.row.inputs.answer, one.row.inputs.target.unit, locale),
      rawValue: one.row.inputs.target.rawValue,
      target: one.row.inputs.target.number,
      standard: one.row.assessment.standard,
      light: one.row.light,
    })),
    trend: trend && { ...trend, forecast: [...trend.forecast] },
    noTrend,
    suggestion:
      month === null
        ? null
        : suggestForResult({ target, month, result: present.assessment.result, trend: yearEndOf(trend, year) }),
    chosen: chosen.get(present.lineageId) ?? null,
  };
}

/** Where a trend expects the year to end, less and plus the error of its back-test. */
function yearEndOf(trend: IndicatorTrend | null, year: number): { lower: number; upper: number } | null {
  const end = trend?.forecast.find((one) => one.year === year && one.quarter === 4);
  if (trend === null || end === undefined) return null;
  return { lower: end.value - trend.meanAbsoluteError, upper: end.value + trend.meanAbsoluteError };
}
