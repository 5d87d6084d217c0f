import {
  balanceDifference,
  balanceProblem,
  bookedBalance,
  type BalanceProblem,
  type CarryOverAction,
  type December,
  type Successor,
} from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RoundRepository } from '../../reporting/index.js';
import { TargetRepository, type BudgetAdjustment } from '../../targets/index.js';
import type { CarryOverRow } from '../http/carry-over.dto.js';
import { RecomputeJobRepository } from '../persistence/recompute-job.repository.js';
import { StaleLights } from './stale-lights.js';

export const DECEMBER = 12;

type Shown = 'projectId' | 'name' | 'code' | 'organisationName' | 'month' | 'continuesAs' | 'matchedBy';
/** Money comes as text from MySQL. */
type Money = number | string | null;

interface Row extends Pick<CarryOverRow, Shown> {
  readonly adjustedBudgetFen: Money;
  readonly expenditureFen: Money;
  readonly initialBudgetFen: Money;
  readonly isLinked: number | string;
  readonly isReopened: number | string;
  readonly isTaken: number | string;
}

/**
 * Of each project of the year before: how it ended, and the project of the year that continues it; or else one that
 * continues no other and has its code (R3); or else its unit and name, where neither's code is that of another project.
 */
const SQL = `
  select p.id as projectId, p.name as name, p.code as code, o.name as organisationName,
         l.adjusted_budget_fen as adjustedBudgetFen, l.expenditure_fen as expenditureFen, r.month as month,
         n.id as continuesAs, v.initial_budget_fen as initialBudgetFen,
         case when n.continues_project_id = p.id then 1 else 0 end as isLinked,
         case when n.continues_project_id = p.id then 'link' when n.code = p.code then 'code'
              when n.id is not null then 'name' end as matchedBy,
         (select count(*) from report_reopening q
          where q.project_id = p.id and q.round_id = ? and q.closed_at is null) as isReopened,
         (select count(*) from project t where t.year = p.year + 1 and
            (t.code = p.code or (t.organisation_id = p.organisation_id and t.name = p.name))) as isTaken
  from project p
  join organisation o on o.id = p.organisation_id
  left join project_light l on l.project_id = p.id and l.round_id =
    (select m.id from monitoring_round m join project_light x on x.round_id = m.id and x.project_id = p.id
     order by m.month desc limit 1)
  left join monitoring_round r on r.id = l.round_id
  left join project n on n.year = p.year + 1
    and (n.continues_project_id = p.id or (n.continues_project_id is null
         and not exists (select 1 from project s where s.continues_project_id = p.id)
         and (n.code = p.code or (n.organisation_id = p.organisation_id and n.name = p.name and not exists
              (select 1 from project c
               where (c.year = p.year + 1 and c.code = p.code) or (c.year = p.year and c.code = n.code))))))
  left join target_version v on v.project_id = n.id and v.version = n.current_version
  where p.year = ? and p.personnel = ? order by o.path, p.name, p.id`;

/** What the year's turn would do with each project of the year before. */
@Injectable()
export class CarryOverQuery {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly jobs: RecomputeJobRepository,
    private readonly targets: TargetRepository,
    private readonly stale: StaleLights,
  ) {}

  /** @param year the new one */
  async run(manager: EntityManager, year: number): Promise<readonly CarryOverRow[]> {
    const round = await this.rounds.find(manager, year - 1, DECEMBER);
    const computing = round !== null && (await this.jobs.underWay(manager, round.id)) > 0;
    // What no job has brought up is no final figure either.
    const stale = round?.status === 'locked' ? await this.stale.of(manager, round) : [];
    const decemberOf = (projectId: string) => ({
      status: round?.status ?? null,
      computing: computing || stale.includes(projectId),
    });
    const rows = await manager.query<Row[]>(SQL, [round?.id ?? '', year - 1, 0]);
    const adjustments = await this.targets.adjustmentsOf(
      manager,
      rows.flatMap(({ continuesAs }) => continuesAs ?? []),
    );
    return rows.map((row) => view(row, decemberOf(row.projectId), adjustments.get(row.continuesAs ?? '') ?? [], year));
  }
}

const numberOf = (value: Money): number | null => (value === null ? null : Number(value));

function view(
  { isLinked, isReopened, isTaken, initialBudgetFen, ...row }: Row,
  round: Pick<December, 'status' | 'computing'>,
  adjustments: readonly BudgetAdjustment[],
  year: number,
): CarryOverRow {
  const [adjustedBudgetFen, expenditureFen] = [numberOf(row.adjustedBudgetFen), numberOf(row.expenditureFen)];
  const unspentFen =
    adjustedBudgetFen === null || expenditureFen === null ? null : Math.max(0, adjustedBudgetFen - expenditureFen);
  const final = row.month === DECEMBER ? unspentFen : null;
  const december = { ...round, reopened: Number(isReopened) > 0, unspentFen: final };
  const successor =
    row.continuesAs === null
      ? null
      : { isLinked: Number(isLinked) === 1, initialBudgetFen: numberOf(initialBudgetFen), adjustments };
  const bookedFen = bookedBalance(adjustments, year);
  const differenceFen = balanceDifference(december, bookedFen);
  const hasNoPlace = successor === null && Number(isTaken) > 0;
  const problem = hasNoPlace ? 'name-taken' : balanceProblem(december, successor, year);
  const action = hasNoPlace ? 'wait' : actionOf(successor, problem, bookedFen, differenceFen);
  return { ...row, adjustedBudgetFen, expenditureFen, unspentFen, bookedFen, differenceFen, action, problem };
}

function actionOf(
  successor: Successor | null,
  problem: BalanceProblem | null,
  bookedFen: number,
  differenceFen: number | null,
): CarryOverAction {
  if (successor === null) return 'create';
  if (!successor.isLinked) return 'link';
  if (problem !== null) return 'wait';
  if (differenceFen === 0) return 'done';
  return bookedFen === 0 ? 'book' : 'correct';
}
