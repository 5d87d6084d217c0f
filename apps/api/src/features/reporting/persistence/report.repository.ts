import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { insertRows, upsertRows } from '../../../platform/database/bulk-write.js';
import { placeholders } from '../../../platform/database/placeholders.js';
import { storedReport, type StoredReport } from '../application/stored-report.js';
import { IndicatorResult } from './indicator-result.entity.js';
import { ProjectReport } from './project-report.entity.js';
import { ReportedExpenditure } from './reported-expenditure.entity.js';

/** Ids per statement: below the parameter limits of both databases. */
const CHUNK = 1000;

/** Loads and stores the reports of a round in a few statements per set of projects. */
@Injectable()
export class ReportRepository {
  /** The reports of these projects in one round, by project. */
  async ofRound(
    manager: EntityManager,
    roundId: string,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, StoredReport>> {
    const rows = [...(await this.rowsOfRound(manager, roundId, projectIds)).values()];
    const reportIds = rows.map(({ id }) => id);
    const expenditures = await this.inChunks(reportIds, (ids) =>
      manager.findBy(ReportedExpenditure, { reportId: In(ids), supersededAt: IsNull() }),
    );
    const results = groupByReport(
      await this.inChunks(reportIds, (ids) => manager.findBy(IndicatorResult, { reportId: In(ids) })),
    );
    const expenditureOf = new Map(expenditures.map((row) => [row.reportId, row]));
    return new Map(
      rows.map((row) => [
        row.projectId,
        storedReport(row, expenditureOf.get(row.id) ?? null, results.get(row.id) ?? []),
      ]),
    );
  }

  /** The same without their content. */
  async rowsOfRound(
    manager: EntityManager,
    roundId: string,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, ProjectReport>> {
    const rows = await this.inChunks(projectIds, (ids) =>
      manager.findBy(ProjectReport, { roundId, projectId: In(ids) }),
    );
    return new Map(rows.map((row) => [row.projectId, row]));
  }

  /** Corrections of these reports' expenditure, of each the newest first. */
  histories(manager: EntityManager, reportIds: readonly string[]): Promise<readonly ReportedExpenditure[]> {
    const order = { reportId: 'ASC', revision: 'DESC' } as const;
    return this.inChunks(reportIds, (ids) =>
      manager.find(ReportedExpenditure, { where: { reportId: In(ids) }, order }),
    );
  }

  /** Highest revision of each report's expenditure; a report without any is left out. */
  async lastRevisions(manager: EntityManager, reportIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.inChunks(reportIds, (ids) =>
      manager.query<{ reportId: string; revision: number | string }[]>(
        `select report_id as reportId, max(revision) as revision from reported_expenditure
         where report_id in (${placeholders(ids.length)}) group by report_id`,
        ids,
      ),
    );
    return new Map(rows.map(({ reportId, revision }) => [reportId, Number(revision)]));
  }

  async insertReports(manager: EntityManager, rows: readonly ProjectReport[]): Promise<void> {
    await insertRows(manager, ProjectReport, rows);
  }

  /** Stores existing reports anew. */
  async updateReports(manager: EntityManager, rows: readonly ProjectReport[]): Promise<void> {
    await upsertRows(manager, ProjectReport, rows, ['roundId', 'projectId']);
  }

  async supersede(manager: EntityManager, expenditureIds: readonly string[], now: string): Promise<void> {
    await this.inChunks(expenditureIds, async (ids) => {
      await manager.update(ReportedExpenditure, { id: In(ids) }, { supersededAt: now });
      return [];
    });
  }

  async insertExpenditures(manager: EntityManager, rows: readonly ReportedExpenditure[]): Promise<void> {
    await insertRows(manager, ReportedExpenditure, rows);
  }

  /** Replaces all results of these reports. */
  async replaceResults(
    manager: EntityManager,
    reportIds: readonly string[],
    rows: readonly IndicatorResult[],
  ): Promise<void> {
    await this.inChunks(reportIds, async (ids) => {
      await manager.delete(IndicatorResult, { reportId: In(ids) });
      return [];
    });
    await insertRows(manager, IndicatorResult, rows);
  }

  /** All others stay what they are: nobody accepted them, and the locked round keeps them from being changed. */
  async lockAcceptedOf(manager: EntityManager, roundId: string): Promise<void> {
    await manager.update(ProjectReport, { roundId, status: 'accepted' }, { status: 'locked' });
  }

  private async inChunks<I, O>(
    items: readonly I[],
    work: (chunk: I[]) => Promise<readonly O[]>,
  ): Promise<readonly O[]> {
    const all: O[] = [];
    for (let start = 0; start < items.length; start += CHUNK)
      all.push(...(await work(items.slice(start, start + CHUNK))));
    return all;
  }
}

function groupByReport(results: readonly IndicatorResult[]): ReadonlyMap<string, IndicatorResult[]> {
  const groups = new Map<string, IndicatorResult[]>();
  for (const result of results) {
    const group = groups.get(result.reportId);
    if (group) group.push(result);
    else groups.set(result.reportId, [result]);
  }
  return groups;
}
