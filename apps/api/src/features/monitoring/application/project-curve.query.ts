import {
  adjustedBudget,
  expenditureInForce,
  lastDayOf,
  roundHalfAway,
  spendFigures,
  type ExpenditureInForce,
  type ExpenditureSource,
  type Light,
} from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { ProjectAccess, RoundTargetRepository, TargetRepository, type StoredTarget } from '../../targets/index.js';
import { TreasuryRepository } from '../../treasury/index.js';
import type { ProjectCurve } from '../http/monitoring.dto.js';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

const ACTUALS = `
  select r.month as month, e.expenditure_fen as expenditureFen, e.fiscal_fen as fiscalFen, e.other_fen as otherFen
  from monitoring_round r
  join project_report p on p.round_id = r.id
  join reported_expenditure e on e.report_id = p.id and e.superseded_at is null
  where r.year = ? and p.project_id = ?`;

const LIGHTS_BY_ROUND = `
  select r.month as month, r.status as status, l.light as light, l.spend_light as spendLight, l.goal_light as goalLight,
    l.adjusted_budget_fen as adjustedBudgetFen, l.expenditure_fen as expenditureFen,
    l.expenditure_source as expenditureSource
  from project_light l join monitoring_round r on r.id = l.round_id
  where r.year = ? and l.project_id = ? order by r.month`;

/** Money comes as text from MySQL. */
interface ReportedMonth {
  readonly month: number;
  readonly expenditureFen: number | string;
  readonly fiscalFen: number | string;
  readonly otherFen: number | string;
}

interface LightOfRound {
  readonly month: number;
  readonly status: string;
  readonly adjustedBudgetFen: number | string | null;
  readonly expenditureFen: number | string | null;
  readonly expenditureSource: ExpenditureSource | null;
  readonly light: Light;
  readonly spendLight: Light;
  readonly goalLight: Light;
}

/**
 * Cumulative expenditure by month against plan and straight-line (R43); actual where it was reported, or where the treasury
 * has a figure, which goes before. The months of locked rounds keep the budget and the expenditure that they were judged
 * by, so that the curve agrees with their lights (R49). The plan up to a round is the one that the round is judged by,
 * after the last round the one in force (R27).
 */
@Injectable()
export class ProjectCurveQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly targets: TargetRepository,
    private readonly pins: RoundTargetRepository,
    private readonly treasury: TreasuryRepository,
  ) {}

  /** @throws DomainError `not-found` */
  async run(user: CurrentUser, projectId: string): Promise<ProjectCurve> {
    const { project } = await this.access.require(user, projectId, 'lights.read');
    const manager = this.uow.reader;
    const [target] = await this.targets.ofProjects(manager, [projectId]);
    if (target === undefined) throw new Error(`Project ${projectId} vanished while it was read`);
    const targetOf = await this.targetsByMonth(target);
    const adjustments = (await this.targets.adjustmentsOf(manager, [projectId])).get(projectId) ?? [];
    const parameters = [project.year, projectId];
    const spentOf = await this.spentByMonth(project.year, projectId);
    const lights = await manager.query<LightOfRound[]>(LIGHTS_BY_ROUND, parameters);
    const locked = new Map(lights.filter(({ status }) => status === 'locked').map((light) => [light.month, light]));
    const budgetOf = (month: number): number | null => {
      const light = locked.get(month);
      if (light !== undefined) return numberOf(light.adjustedBudgetFen);
      const { initialBudgetFen } = targetOf(month).content;
      return adjustedBudget(initialBudgetFen, adjustments, lastDayOf({ year: project.year, month }));
    };
    const actualOf = (month: number): ExpenditureInForce => {
      const light = locked.get(month);
      if (light === undefined) return spentOf(month);
      const expenditureFen = numberOf(light.expenditureFen);
      return { expenditureFen, source: light.expenditureSource ?? (expenditureFen === null ? null : 'unit') };
    };
    return {
      year: project.year,
      planMissing: target.content.schedule === null,
      points: MONTHS.map((month) => point(targetOf(month), month, actualOf(month), budgetOf(month))),
      lightsByRound: lights.map(({ month, light, spendLight, goalLight }) => ({ month, light, spendLight, goalLight })),
    };
  }

  /** The targets of the first round that ends with or after a month; the ones in force where there is none yet. */
  private async targetsByMonth(inForce: StoredTarget): Promise<(month: number) => StoredTarget> {
    const manager = this.uow.reader;
    const { project } = inForce;
    const pinned = [...(await this.pins.versionsByMonth(manager, project.id))].sort(([a], [b]) => a - b);
    const versions = [...new Set(pinned.map(([, version]) => version))];
    const stored = await this.targets.atVersions(manager, project, versions);
    const byVersion = new Map(stored.map((target) => [target.version.version, target]));
    return (month) => {
      const round = pinned.find(([last]) => last >= month);
      return (round && byVersion.get(round[1])) ?? inForce;
    };
  }

  private async spentByMonth(year: number, projectId: string): Promise<(month: number) => ExpenditureInForce> {
    const manager = this.uow.reader;
    const reports = await manager.query<ReportedMonth[]>(ACTUALS, [year, projectId]);
    const own = new Map(reports.map((row) => [row.month, reportedExpenditure(row)]));
    const paid = (await this.treasury.current(manager, [projectId])).get(projectId) ?? [];
    const treasury = new Map(paid.map(({ month, figures }) => [month, figures]));
    return (month) => expenditureInForce(own.get(month) ?? null, treasury.get(month) ?? null);
  }
}

const numberOf = (value: number | string | null): number | null => (value === null ? null : Number(value));

const reportedExpenditure = ({ expenditureFen, fiscalFen, otherFen }: ReportedMonth) => ({
  expenditureFen: Number(expenditureFen),
  fiscalFen: Number(fiscalFen),
  otherFen: Number(otherFen),
});

function point(
  { project, content }: StoredTarget,
  month: number,
  { expenditureFen: actualFen, source: actualSource }: ExpenditureInForce,
  budgetFen: number | null,
): ProjectCurve['points'][number] {
  const period = { year: project.year, month };
  const { planned, straightLine, executionRate } = spendFigures({
    period,
    startMonth: project.startMonth,
    schedule: content.schedule,
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
    actualPercent: executionRate === null ? null : roundHalfAway(executionRate, 2),
  };
}
