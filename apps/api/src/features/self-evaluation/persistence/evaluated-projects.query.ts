import type { EvaluationState, Grade } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { belowPaths } from '../../organisations/index.js';

/** A self-evaluation with nothing but what sums are made of. */
export interface EvaluatedRow {
  readonly evaluationId: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly path: string;
  readonly state: EvaluationState;
  /** Hundredths. */
  readonly total: number | null;
  readonly grade: Grade | null;
  readonly budgetFen: number | null;
  readonly expenditureFen: number | null;
}

type Stored = Omit<EvaluatedRow, 'budgetFen' | 'expenditureFen'> &
  Record<'budgetFen' | 'expenditureFen', number | string | null>;

/** The self-evaluations of a year below some organisations, as plain rows of the columns that count. */
@Injectable()
export class EvaluatedProjectsQuery {
  /** Worst first; what has no score after everything that has one. */
  async run(manager: EntityManager, year: number, paths: readonly string[]): Promise<readonly EvaluatedRow[]> {
    const scope = belowPaths('o.path', paths);
    const sql = `
      select t.id as evaluationId, t.project_id as projectId, p.name as projectName, o.id as organisationId,
             o.name as organisationName, o.path as path, t.state as state, t.total as total, t.grade as grade,
             t.adjusted_budget_fen as budgetFen, t.expenditure_fen as expenditureFen
      from self_evaluation t join organisation o on o.id = t.organisation_id join project p on p.id = t.project_id
      where t.year = ? and ${scope.sql}
      order by case when t.total is null then 1 else 0 end, t.total, t.id`;
    const rows = await manager.query<Stored[]>(sql, [year, ...scope.params]);
    return rows.map(({ budgetFen, expenditureFen, ...row }) => ({
      ...row,
      budgetFen: numberOf(budgetFen),
      expenditureFen: numberOf(expenditureFen),
    }));
  }
}

/** Money comes as text from MySQL. */
const numberOf = (value: number | string | null): number | null => (value === null ? null : Number(value));
