import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { belowPaths } from '../../organisations/index.js';

export const LEFT_OUT_REASONS = ['exempt', 'not-reported', 'no-budget'] as const;
/** 人员类, which are not monitored; no expenditure is known; no budget is known, so that no share of it can be forecast. */
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** Projects with lights that no forecast of a year counts, and their budgets in 分. */
export interface LeftOut {
  readonly reason: LeftOutReason;
  readonly projects: number;
  readonly budgetFen: number;
}

/** Counts and money come as text from MySQL. */
type Row = Readonly<Record<'projects' | 'budgetFen', number | string>> & { readonly reason: LeftOutReason };

/** 人员类 projects are always grey. */
const EXEMPT = `
  select 'exempt' as reason, count(*) as projects, coalesce(sum(l.adjusted_budget_fen), 0) as budgetFen
  from project_light l
  join organisation o on o.id = l.organisation_id
  where l.round_id = ? and l.light = ? and l.exempt = ?`;

const WITHOUT_FORECAST = `
  select case when f.no_forecast = 'not-reported' then 'not-reported' else 'no-budget' end as reason,
    count(*) as projects, coalesce(sum(f.budget_fen), 0) as budgetFen
  from project_forecast f
  join organisation o on o.id = f.organisation_id
  where f.round_id = ? and f.forecast_percent is null and (f.forecast_fen is null or f.budget_fen is null)`;

/** What is missing in the sums of a round's forecasts to everything that has a light. */
@Injectable()
export class LeftOutQuery {
  /** @returns only reasons that some project below the paths has, in the order of {@link LEFT_OUT_REASONS} */
  async run(manager: EntityManager, roundId: string, paths: readonly string[]): Promise<LeftOut[]> {
    const scope = belowPaths('o.path', paths);
    const exempt = await manager.query<Row[]>(`${EXEMPT} and ${scope.sql}`, [roundId, 'grey', 1, ...scope.params]);
    const sql = `${WITHOUT_FORECAST} and ${scope.sql} group by reason`;
    const without = await manager.query<Row[]>(sql, [roundId, ...scope.params]);
    return [...exempt, ...without]
      .map(({ reason, projects, budgetFen }) => ({
        reason,
        projects: Number(projects),
        budgetFen: Number(budgetFen),
      }))
      .filter(({ projects }) => projects > 0)
      .sort((a, b) => LEFT_OUT_REASONS.indexOf(a.reason) - LEFT_OUT_REASONS.indexOf(b.reason));
  }
}
