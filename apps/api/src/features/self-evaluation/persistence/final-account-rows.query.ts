import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Conditions } from '../../rectification/index.js';
import type { FinalAccountQuery } from '../http/final-accounts.dto.js';

type Money = 'expenditureFen' | 'fiscalFen' | 'carriedFen' | 'otherFen';
/** Of the self-evaluation; null where there is none. */
type Beside = 'roundFen' | 'adjustedBudgetFen';

interface Texts {
  readonly projectId: string;
  readonly projectName: string;
  readonly projectCode: string | null;
  readonly organisationName: string;
  readonly revision: number;
  readonly note: string | null;
  readonly sourceName: string | null;
  readonly recordedBy: string;
  readonly recordedAt: string;
}
type Row = Texts & Record<Money, number | string> & Record<Beside, number | string | null>;
export type FinalAccountRow = Texts & Record<Money, number> & Record<Beside, number | null>;

const FROM = `final_account f join project p on p.id = f.project_id join organisation o on o.id = p.organisation_id
  left join self_evaluation e on e.project_id = f.project_id`;

/** Final accounts in force, by name, a page at a time. */
@Injectable()
export class FinalAccountRows {
  async page(
    manager: EntityManager,
    year: number,
    paths: readonly string[],
    { differing, page, size }: FinalAccountQuery,
  ): Promise<{ readonly items: readonly FinalAccountRow[]; readonly total: number }> {
    const where = new Conditions().add('f.year = ? and f.superseded_at is null', year).below('o.path', paths);
    if (differing) where.add('(e.round_expenditure_fen is null or e.round_expenditure_fen <> f.expenditure_fen)');
    const counting = `select count(*) as total from ${FROM} where ${where.sql}`;
    const [count] = await manager.query<{ total: number | string }[]>(counting, where.params);
    const sql = `
      select p.id as projectId, p.name as projectName, p.code as projectCode, o.name as organisationName,
             f.revision as revision, f.note as note, f.source_name as sourceName, f.recorded_by as recordedBy,
             f.recorded_at as recordedAt, f.expenditure_fen as expenditureFen, f.fiscal_fen as fiscalFen,
             f.carried_fen as carriedFen, f.other_fen as otherFen, e.round_expenditure_fen as roundFen,
             e.adjusted_budget_fen as adjustedBudgetFen
      from ${FROM} where ${where.sql} order by o.name, p.name, p.id limit ? offset ?`;
    const rows = await manager.query<Row[]>(sql, [...where.params, size, (page - 1) * size]);
    return { items: rows.map(withNumbers), total: Number(count?.total ?? 0) };
  }
}

/** Money comes as text from MySQL. */
const withNumbers = (row: Row): FinalAccountRow => ({
  ...row,
  expenditureFen: Number(row.expenditureFen),
  fiscalFen: Number(row.fiscalFen),
  carriedFen: Number(row.carriedFen),
  otherFen: Number(row.otherFen),
  roundFen: row.roundFen === null ? null : Number(row.roundFen),
  adjustedBudgetFen: row.adjustedBudgetFen === null ? null : Number(row.adjustedBudgetFen),
});
