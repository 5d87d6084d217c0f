import {
  adjustedBudget,
  lastDayOf,
  type ExpenditureInForce,
  type ExpenditureSource,
  type Light,
  type MonthlyExpenditure,
  type PlanOfYear,
} from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { Clock } from '../../../../platform/runtime/clock.js';
import { RoundTargetRepository, TargetRepository, type Project, type StoredTarget } from '../../../targets/index.js';
import { SpendingHistoryRepository } from '../../persistence/spending-history.repository.js';
import { recordsInForce, spentAt, type InForceRecord } from './spending-in-force.js';

export const MONTHS: readonly number[] = Array.from({ length: 12 }, (_, index) => index + 1);

const LIGHTS_BY_ROUND = `
  select r.id as roundId, r.month as month, r.status as status, l.light as light, l.spend_light as spendLight,
    l.goal_light as goalLight, l.adjusted_budget_fen as adjustedBudgetFen, l.expenditure_fen as expenditureFen,
    l.expenditure_source as expenditureSource
  from project_light l join monitoring_round r on r.id = l.round_id
  where r.year = ? and l.project_id = ? order by r.month`;

/** Money comes as text from MySQL. */
export interface LightOfRound {
  readonly roundId: string;
  readonly month: number;
  readonly status: string;
  readonly adjustedBudgetFen: number | string | null;
  readonly expenditureFen: number | string | null;
  readonly expenditureSource: ExpenditureSource | null;
  readonly light: Light;
  readonly spendLight: Light;
  readonly goalLight: Light;
}

/** A project over the months of its year: what it was to spend, and what it spent as known at an instant (R43). */
export interface ProjectYear {
  readonly project: Project;
  readonly inForce: StoredTarget;
  /** The instant as of which spending is known. */
  readonly knownAt: string;
  readonly lights: readonly LightOfRound[];
  /** All that ever counted. */
  readonly records: readonly InForceRecord[];
  /** The targets of the first round that ends with or after a month; the ones in force where there is none yet. */
  targetOf(month: number): StoredTarget;
  planOf(month: number): PlanOfYear;
  budgetOf(month: number): number | null;
  actualOf(month: number): ExpenditureInForce;
}

/**
 * Puts a project's year together. The months of locked rounds keep the budget that they were judged by, and as known now
 * also the expenditure, so that the curve agrees with their lights (R49). The plan up to a round is the one that the
 * round is judged by, after the last round the one in force (R27). Budgets and plans are those of today, whatever instant
 * the spending is wanted of.
 */
@Injectable()
export class ProjectYears {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly targets: TargetRepository,
    private readonly pins: RoundTargetRepository,
    private readonly spending: SpendingHistoryRepository,
    private readonly clock: Clock,
  ) {}

  /** @param knownAt instant as of which spending is wanted; null for now */
  async load(project: Project, knownAt: string | null = null): Promise<ProjectYear> {
    const manager = this.uow.reader;
    const { id, year } = project;
    const [inForce] = await this.targets.ofProjects(manager, [id]);
    if (inForce === undefined) throw new Error(`Project ${id} vanished while it was read`);
    const targetOf = await this.targetsByMonth(inForce);
    const adjustments = (await this.targets.adjustmentsOf(manager, [id])).get(id) ?? [];
    const stored = await this.spending.ofProject(manager, project);
    const lights = await manager.query<LightOfRound[]>(LIGHTS_BY_ROUND, [year, id]);
    const locked = new Map(lights.filter(({ status }) => status === 'locked').map((light) => [light.month, light]));
    const at = knownAt ?? this.clock.now();
    return {
      project,
      inForce,
      knownAt: at,
      lights,
      records: recordsInForce(stored),
      targetOf,
      planOf: (month) => ({ schedule: targetOf(month).content.schedule, startMonth: project.startMonth }),
      budgetOf: (month) => {
        const light = locked.get(month);
        if (light !== undefined) return numberOf(light.adjustedBudgetFen);
        return adjustedBudget(targetOf(month).content.initialBudgetFen, adjustments, lastDayOf({ year, month }));
      },
      actualOf: (month) => {
        const light = knownAt === null ? locked.get(month) : undefined;
        return light === undefined ? spentAt(stored, month, at) : judgedBy(light);
      },
    };
  }

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
}

/** The months of which the expenditure is known, ascending; blank is not zero (R28). */
export const knownMonths = ({ actualOf }: Pick<ProjectYear, 'actualOf'>, upTo = 12): MonthlyExpenditure[] =>
  MONTHS.filter((month) => month <= upTo).flatMap((month) => {
    const { expenditureFen } = actualOf(month);
    return expenditureFen === null ? [] : [{ month, expenditureFen }];
  });

const numberOf = (value: number | string | null): number | null => (value === null ? null : Number(value));

function judgedBy({ expenditureFen: fen, expenditureSource }: LightOfRound): ExpenditureInForce {
  const expenditureFen = numberOf(fen);
  return { expenditureFen, source: expenditureSource ?? (expenditureFen === null ? null : 'unit') };
}
