import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CarryOverRow } from '../http/carry-over.dto.js';

/** Money comes as text from MySQL. */
interface Row extends Omit<CarryOverRow, 'adjustedBudgetFen' | 'expenditureFen' | 'unspentFen' | 'problem' | 'action'> {
  readonly adjustedBudgetFen: number | string | null;
  readonly expenditureFen: number | string | null;
  readonly isLinked: number | string;
  readonly hasBalance: number | string;
  readonly initialBudgetFen: number | string | null;
}

/** Of each project of the year before: how it ended, and the project of the year that continues it or has its code (R3). */
const SQL = `
  select p.id as projectId, p.name as name, p.code as code, o.name as organisationName,
         l.adjusted_budget_fen as adjustedBudgetFen, l.expenditure_fen as expenditureFen, r.month as month,
         n.id as continuesAs, v.initial_budget_fen as initialBudgetFen,
         case when n.continues_project_id = p.id then 1 else 0 end as isLinked,
         (select count(*) from budget_adjustment b where b.project_id = n.id and b.kind = 'addition'
            and b.fund_source = 'carriedOver' and b.effective_on = ?) as hasBalance
  from project p
  join organisation o on o.id = p.organisation_id
  left join project_light l on l.project_id = p.id and l.round_id =
    (select m.id from monitoring_round m join project_light x on x.round_id = m.id and x.project_id = p.id
     order by m.month desc limit 1)
  left join monitoring_round r on r.id = l.round_id
  left join project n on n.year = p.year + 1
    and (n.continues_project_id = p.id or (n.continues_project_id is null and n.code = p.code))
  left join target_version v on v.project_id = n.id and v.version = n.current_version
  where p.year = ? and p.personnel = ? order by o.path, p.name, p.id`;

/** The day on which what was left of the year before is added to the budget (上年结转, R6). */
export const balanceDay = (year: number): string => `${year}-01-01`;

/** What the year's turn would do with each project of the year before. */
@Injectable()
export class CarryOverQuery {
  /** @param year the new one */
  async run(manager: EntityManager, year: number): Promise<readonly CarryOverRow[]> {
    const rows = await manager.query<Row[]>(SQL, [balanceDay(year), year - 1, 0]);
    return rows.map(view);
  }
}

const numberOf = (value: number | string | null): number | null => (value === null ? null : Number(value));

function view({ isLinked, hasBalance, initialBudgetFen, ...row }: Row): CarryOverRow {
  const [adjustedBudgetFen, expenditureFen] = [numberOf(row.adjustedBudgetFen), numberOf(row.expenditureFen)];
  const unspentFen =
    adjustedBudgetFen === null || expenditureFen === null ? null : Math.max(0, adjustedBudgetFen - expenditureFen);
  const lacksBalance = (unspentFen ?? 0) > 0 && Number(hasBalance) === 0;
  const hasNoBudget = row.continuesAs !== null && initialBudgetFen === null && lacksBalance;
  const isDone = Number(isLinked) === 1 && !lacksBalance;
  return {
    ...row,
    adjustedBudgetFen,
    expenditureFen,
    unspentFen,
    action: row.continuesAs === null ? 'create' : isDone ? 'done' : 'link',
    problem: hasNoBudget ? 'budget-unknown' : null,
  };
}
