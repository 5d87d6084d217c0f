import { adjustedBudget, lastDayOf, roundHalfAway, spendFigures, type Light } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { ProjectAccess, TargetRepository, type StoredTarget } from '../../targets/index.js';
import type { ProjectCurve } from '../http/monitoring.dto.js';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

const ACTUALS = `
  select r.month as month, e.expenditure_fen as expenditureFen
  from monitoring_round r
  join project_report p on p.round_id = r.id
  join reported_expenditure e on e.report_id = p.id and e.superseded_at is null
  where r.year = ? and p.project_id = ?`;

const LIGHTS_BY_ROUND = `
  select r.month as month, r.status as status, l.light as light, l.spend_light as spendLight, l.goal_light as goalLight,
    l.adjusted_budget_fen as adjustedBudgetFen
  from project_light l join monitoring_round r on r.id = l.round_id
  where r.year = ? and l.project_id = ? order by r.month`;

interface LightOfRound {
  readonly month: number;
  readonly status: string;
  readonly adjustedBudgetFen: number | string | null;
  readonly light: Light;
  readonly spendLight: Light;
  readonly goalLight: Light;
}

/**
 * Cumulative expenditure by month against plan and straight-line (R43); actual only where it was reported. The months of
 * locked rounds keep the budget that they were judged by, so that the curve agrees with their lights (R49).
 */
@Injectable()
export class ProjectCurveQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly targets: TargetRepository,
  ) {}

  /** @throws DomainError `not-found` */
  async run(user: CurrentUser, projectId: string): Promise<ProjectCurve> {
    const { project } = await this.access.require(user, projectId, 'lights.read');
    const manager = this.uow.reader;
    const [target] = await this.targets.ofProjects(manager, [projectId]);
    if (target === undefined) throw new Error(`Project ${projectId} vanished while it was read`);
    const adjustments = (await this.targets.adjustmentsOf(manager, [projectId])).get(projectId) ?? [];
    const parameters = [project.year, projectId];
    const actuals = await manager.query<{ month: number; expenditureFen: number | string }[]>(ACTUALS, parameters);
    const actualOf = new Map(actuals.map(({ month, expenditureFen }) => [month, Number(expenditureFen)]));
    const lights = await manager.query<LightOfRound[]>(LIGHTS_BY_ROUND, parameters);
    const lockedBudgets = new Map(
      lights.filter(({ status }) => status === 'locked').map((light) => [light.month, light.adjustedBudgetFen]),
    );
    const budgetOf = (month: number): number | null => {
      const locked = lockedBudgets.get(month);
      if (locked !== undefined) return locked === null ? null : Number(locked);
      return adjustedBudget(target.content.initialBudgetFen, adjustments, lastDayOf({ year: project.year, month }));
    };
    return {
      year: project.year,
      planMissing: target.content.schedule === null,
      points: MONTHS.map((month) => point(target, month, actualOf.get(month) ?? null, budgetOf(month))),
      lightsByRound: lights.map(({ month, light, spendLight, goalLight }) => ({ month, light, spendLight, goalLight })),
    };
  }
}

function point(
  { project, content }: StoredTarget,
  month: number,
  actualFen: number | null,
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
    adjustedBudgetFen: budgetFen,
    actualPercent: executionRate === null ? null : roundHalfAway(executionRate, 2),
  };
}
