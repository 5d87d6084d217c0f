import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { lockRows } from '../../../platform/database/row-locks.js';
import { IndicatorResult } from './indicator-result.entity.js';
import { MonitoringRound } from './monitoring-round.entity.js';
import { ProjectReport } from './project-report.entity.js';
import { ReportStep } from './report-step.entity.js';

/** A result that says anything: blank rows are kept for indicators that were only looked at. */
const SAYS_SOMETHING = `(i.answer_type is not null or i.text is not null or i.expected is not null or i.reasons <> '[]'
  or i.reason_note is not null or i.likelihood is not null or i.note is not null)`;

/** Values per statement: below the parameter limits of both databases. */
const CHUNK = 1000;

/** What is asked of reports, and deleted, where projects or indicators would go. */
@Injectable()
export class RemovalRepository {
  /**
   * Holds the rounds of a year, so that none is locked meanwhile.
   * @returns months of those that were locked at or after this instant, ascending
   */
  async holdRounds(manager: EntityManager, year: number, since: string): Promise<readonly number[]> {
    const ids = (await manager.find(MonitoringRound, { select: { id: true }, where: { year } })).map(({ id }) => id);
    await lockRows(manager, 'monitoring_round', ids, 'shared');
    const rounds = await manager.find(MonitoringRound, { where: { id: In(ids) }, order: { month: 'ASC' } });
    return rounds.filter(({ lockedAt }) => lockedAt !== null && lockedAt >= since).map(({ month }) => month);
  }

  /** Which of these indicators anything was reported of in any round. */
  async answered(manager: EntityManager, lineageIds: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (let start = 0; start < lineageIds.length; start += CHUNK) {
      const some = lineageIds.slice(start, start + CHUNK);
      const sql = `select distinct i.lineage_id as lineageId from indicator_result i
                   where i.lineage_id in (${placeholders(some.length)}) and ${SAYS_SOMETHING}`;
      for (const row of await manager.query<{ lineageId: string }[]>(sql, some)) found.add(row.lineageId);
    }
    return found;
  }

  /** Which of these projects have a report that is more than an empty draft. Corrected figures and attachments count as well. */
  async reported(manager: EntityManager, projectIds: readonly string[]): Promise<readonly string[]> {
    const sql = `
      select distinct r.project_id as projectId from project_report r
      where r.project_id in (${placeholders(projectIds.length)})
        and (r.status <> 'draft' or r.expected_full_year_fen is not null or r.reasons <> '[]' or r.reason_note is not null
          or r.difference_note is not null
          or exists (select 1 from reported_expenditure e where e.report_id = r.id)
          or exists (select 1 from indicator_result i where i.report_id = r.id and ${SAYS_SOMETHING}))`;
    const rows = await manager.query<{ projectId: string }[]>(sql, [...projectIds]);
    const attached = await manager.query<{ projectId: string }[]>(
      `select distinct a.project_id as projectId from report_attachment a
       where a.project_id in (${placeholders(projectIds.length)})`,
      [...projectIds],
    );
    return [...new Set([...rows, ...attached].map(({ projectId }) => projectId))];
  }

  /** Deletes the empty drafts of projects that go. */
  async removeOf(manager: EntityManager, projectIds: readonly string[]): Promise<void> {
    const projectId = In([...projectIds]);
    const drafts = await manager.find(ProjectReport, { select: { id: true }, where: { projectId } });
    const reportId = In(drafts.map(({ id }) => id));
    await manager.delete(ReportStep, { reportId });
    await manager.delete(IndicatorResult, { reportId });
    await manager.delete(ProjectReport, { projectId });
  }
}
