import type { Light, ReportedGoalSentence, ReportedMeasure, ReportedRectification } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { startOfChinaDay } from '../../../platform/runtime/clock.js';
import { belowPaths } from '../../organisations/index.js';

/** The year that a report is about, with December's round, and the path of the organisation that it is of. */
export interface ReportedYear {
  readonly year: number;
  readonly roundId: string;
  readonly path: string;
}

export interface OpenedYear {
  readonly roundId: string;
  readonly submitBy: string;
}

export type YearsMeasure = ReportedMeasure & { readonly nextYearNote: string | null };

const GOALS = `
  select g.id as id, g.goal_title as goalTitle, g.sentence as sentence, g.light as light
  from department_goal_result g join organisation o on o.id = g.organisation_id
  where g.round_id = ? and g.in_force = ?`;

/** What comes from the evaluation, and what is still to be put right of the year. */
const RECTIFICATIONS = `
  select t.id as id, p.name as projectName, o.name as unitName, t.finding as finding, t.measures as measures,
    coalesce(u.display_name, t.owner) as ownerName, t.deadline as deadline, t.state as state
  from rectification t
  join organisation o on o.id = t.organisation_id
  left join project p on p.id = t.project_id
  left join user_account u on u.username = t.owner
  where (t.source = 'selfEvaluation' or t.state not in ('closed', 'waived'))
    and (p.year = ? or (t.project_id is null and t.opened_at >= ? and t.opened_at < ?))`;

const MEASURES = `
  select m.id as id, p.name as projectName, m.kind as kind, m.amount_fen as amountFen, m.reason as reason,
    m.state as state, m.next_year_note as nextYearNote
  from budget_measure m
  join project p on p.id = m.project_id
  join organisation o on o.id = m.organisation_id
  where p.year = ? and m.state in ('proposed', 'approved', 'posted')`;

/** What stands around the self-evaluations of a year. */
@Injectable()
export class EvaluationSurroundings {
  /** @returns null where the self-evaluation of the year is not opened */
  async opened(manager: EntityManager, year: number): Promise<OpenedYear | null> {
    const sql = 'select round_id as roundId, submit_by as submitBy from evaluation_year where year = ?';
    const [row] = await manager.query<OpenedYear[]>(sql, [year]);
    return row ?? null;
  }

  /** Self-evaluations that finance has not accepted, by the name of their project. */
  async open(manager: EntityManager, year: number, path: string): Promise<readonly string[]> {
    const within = belowPaths('o.path', [path]);
    const sql = `select p.name as name from self_evaluation t
                 join organisation o on o.id = t.organisation_id join project p on p.id = t.project_id
                 where t.year = ? and t.state <> 'accepted' and ${within.sql} order by p.name`;
    const rows = await manager.query<{ name: string }[]>(sql, [year, ...within.params]);
    return rows.map(({ name }) => name);
  }

  async goals(manager: EntityManager, { roundId, path }: ReportedYear): Promise<readonly ReportedGoalSentence[]> {
    const within = belowPaths('o.path', [path]);
    const sql = `${GOALS} and ${within.sql} order by g.organisation_id, g.goal_ordinal, g.sentence_ordinal, g.id`;
    return manager.query<(ReportedGoalSentence & { readonly light: Light })[]>(sql, [roundId, 1, ...within.params]);
  }

  rectifications(manager: EntityManager, { year, path }: ReportedYear): Promise<readonly ReportedRectification[]> {
    const within = belowPaths('o.path', [path]);
    const begins = (of: number): string => startOfChinaDay(`${of}-01-01`);
    return manager.query(`${RECTIFICATIONS} and ${within.sql} order by t.id`, [
      year,
      begins(year),
      begins(year + 1),
      ...within.params,
    ]);
  }

  async measures(manager: EntityManager, { year, path }: ReportedYear): Promise<readonly YearsMeasure[]> {
    const within = belowPaths('o.path', [path]);
    const rows = await manager.query<(Omit<YearsMeasure, 'amountFen'> & { readonly amountFen: number | string })[]>(
      `${MEASURES} and ${within.sql} order by m.id`,
      [year, ...within.params],
    );
    return rows.map((row) => ({ ...row, amountFen: row.amountFen === null ? null : Number(row.amountFen) }));
  }

  /** 到位数 of projects in December's round, by project; one of which it is not known is left out. @param ids some hundred */
  async received(
    manager: EntityManager,
    roundId: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    if (ids.length === 0) return new Map();
    const sql = `select project_id as id, received_fen as fen from project_light
                 where round_id = ? and received_fen is not null and project_id in (${placeholders(ids.length)})`;
    const rows = await manager.query<{ id: string; fen: number | string }[]>(sql, [roundId, ...ids]);
    return new Map(rows.map(({ id, fen }) => [id, Number(fen)]));
  }
}
