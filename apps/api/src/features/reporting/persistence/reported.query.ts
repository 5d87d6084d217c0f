import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { answerOf, type AnswerColumns, type Answered, type Reported } from '../application/stored-report.js';

interface ReportRow {
  readonly projectId: string;
  readonly expenditureFen: number | null;
  readonly fiscalFen: number | null;
  readonly otherFen: number | null;
}

interface AnswerRow extends Omit<AnswerColumns, 'value'> {
  readonly projectId: string;
  readonly lineageId: string;
  /** Exact decimal. */
  readonly value: string | null;
}

const reportsSql = (count: number): string => `
  select r.project_id as projectId, e.expenditure_fen as expenditureFen, e.fiscal_fen as fiscalFen,
         e.other_fen as otherFen
  from project_report r left join reported_expenditure e on e.report_id = r.id and e.superseded_at is null
  where r.round_id = ? and r.project_id in (${placeholders(count)})`;

const answersSql = (count: number): string => `
  select r.project_id as projectId, a.lineage_id as lineageId, a.answer_type as answerType, a.value as value,
         a.outcome as outcome, a.text as text, a.done_on as doneOn, a.no_data as noData
  from project_report r join indicator_result a on a.report_id = r.id
  where r.round_id = ? and r.project_id in (${placeholders(count)})`;

/**
 * What was reported of projects in a round as far as they are judged by it, read as plain rows: `ReportRepository` gives
 * whole reports, which of a thousand projects cost more time than judging them.
 */
@Injectable()
export class ReportedQuery {
  /** @param projectIds some hundred @returns by project; nothing of one that has no report */
  async run(
    manager: EntityManager,
    roundId: string,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, Reported>> {
    if (projectIds.length === 0) return new Map();
    const values = [roundId, ...projectIds];
    const reports = await manager.query<ReportRow[]>(reportsSql(projectIds.length), values);
    const answers = await manager.query<AnswerRow[]>(answersSql(projectIds.length), values);
    const resultsOf = new Map<string, Map<string, Answered>>();
    const reported = new Map<string, Reported>();
    for (const row of reports) {
      const results = new Map<string, Answered>();
      resultsOf.set(row.projectId, results);
      reported.set(row.projectId, { expenditure: expenditureOf(row), results });
    }
    for (const row of answers) resultsOf.get(row.projectId)?.set(row.lineageId, { answer: answerOfRow(row) });
    return reported;
  }
}

const answerOfRow = ({ answerType, value, outcome, text, doneOn, noData }: AnswerRow): Answered['answer'] =>
  answerOf({ answerType, value: value === null ? null : Number(value), outcome, text, doneOn, noData });

const expenditureOf = ({ expenditureFen, fiscalFen, otherFen }: ReportRow): Reported['expenditure'] =>
  expenditureFen === null
    ? null
    : { expenditureFen: Number(expenditureFen), fiscalFen: Number(fiscalFen), otherFen: Number(otherFen) };
