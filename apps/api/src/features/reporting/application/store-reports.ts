import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { handsOf } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import type { StoredIndicator } from '../../targets/index.js';
import type { IndicatorResult } from '../persistence/indicator-result.entity.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import type { ProjectReport } from '../persistence/project-report.entity.js';
import { ReportRepository } from '../persistence/report.repository.js';
import type { ReportedExpenditure } from '../persistence/reported-expenditure.entity.js';
import { recordedChanges, type RecordedSide } from './recorded-changes.js';
import { reportDifferences } from './report-differences.js';
import { actualReported } from './reporting.events.js';
import { answerColumns, NOTHING_REPORTED, type ReportContent, type StoredReport } from './stored-report.js';

/** What is needed of the round that reports are stored for. */
type RoundOfReports = Pick<MonitoringRound, 'id' | 'year' | 'month'>;

/** Who saves: `system`, or a person, who may act as a deputy with some projects. */
export interface Writer {
  readonly username: string;
  /** By project; none where the person acts in his own name. */
  readonly onBehalfOf?: ReadonlyMap<string, string>;
}

/** The new content of one project's report; `stored` is the report as it was read in this transaction. */
export interface ReportToStore {
  readonly projectId: string;
  readonly stored: StoredReport | undefined;
  readonly content: ReportContent;
  /** Its indicators, by whose names the audit trail keeps each result that changes. */
  readonly indicators: readonly Pick<StoredIndicator, 'lineageId' | 'name'>[];
}

/** Reports as they are stored now, by project, and the ids of the jobs that will judge the projects anew. */
export interface StoredReports {
  readonly reports: ReadonlyMap<string, StoredReport>;
  readonly jobIds: readonly string[];
}

/**
 * Writes checked reports of one round in the transaction of the caller: a correction of the expenditure keeps the
 * figures before it, and `actualReported` is published in the same transaction, so that the lights follow.
 */
@Injectable()
export class StoreReports {
  constructor(
    private readonly reports: ReportRepository,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  async run(
    manager: EntityManager,
    round: RoundOfReports,
    items: readonly ReportToStore[],
    writer: Writer,
    remoteAddress?: string | null,
  ): Promise<StoredReports> {
    const now = this.clock.now();
    const actor = writer.username;
    const rows = items.map((item) => ({ item, row: reportRow(item, round.id, writer, now) }));
    await this.reports.insertReports(
      manager,
      rows.filter(({ item }) => item.stored === undefined).map(({ row }) => row),
    );
    await this.reports.updateReports(
      manager,
      rows.filter(({ item }) => item.stored !== undefined).map(({ row }) => row),
    );
    const added = await this.storeExpenditures(manager, rows, actor, now);
    await this.reports.replaceResults(
      manager,
      rows.filter(({ item }) => item.stored !== undefined).map(({ row }) => row.id),
      rows.flatMap(({ item, row }) => resultRows(item.content, row.id)),
    );
    for (const { item, row } of rows) await this.record(manager, round, item, row, remoteAddress);
    const jobIds: string[] = [];
    const projectIds = items.map(({ projectId }) => projectId);
    await this.events.publish(manager, actualReported({ roundId: round.id, projectIds, actor, jobIds }));
    const reports = rows.map(({ item, row }) => [item.projectId, reportAfter(item, row, added.get(row.id))] as const);
    return { reports: new Map(reports), jobIds };
  }

  private async storeExpenditures(
    manager: EntityManager,
    rows: readonly { readonly item: ReportToStore; readonly row: ProjectReport }[],
    actor: string,
    now: string,
  ): Promise<ReadonlyMap<string, ReportedExpenditure>> {
    const changed = rows.filter(({ item }) => !sameFigures(item));
    const superseded = changed.flatMap(({ item }) => item.stored?.currentExpenditure?.id ?? []);
    await this.reports.supersede(manager, superseded, now);
    const revisions = await this.reports.lastRevisions(
      manager,
      changed.flatMap(({ item, row }) => (item.stored === undefined ? [] : [row.id])),
    );
    const added = changed.flatMap(({ item, row }): ReportedExpenditure[] => {
      if (item.content.expenditure === null) return [];
      return [
        {
          id: newId(),
          reportId: row.id,
          revision: (revisions.get(row.id) ?? 0) + 1,
          ...item.content.expenditure,
          recordedAt: now,
          recordedBy: actor,
          supersededAt: null,
        },
      ];
    });
    await this.reports.insertExpenditures(manager, added);
    return new Map(added.map((row) => [row.reportId, row]));
  }

  private async record(
    manager: EntityManager,
    round: RoundOfReports,
    { projectId, stored, content, indicators }: ReportToStore,
    row: ProjectReport,
    remoteAddress: string | null | undefined,
  ): Promise<void> {
    const changed = recordedChanges(stored?.content ?? NOTHING_REPORTED, content, indicators);
    await this.audit.record(manager, {
      actor: row.updatedBy,
      onBehalfOf: row.updatedFor,
      action: 'reporting.save',
      subject: `report/${round.year}-${round.month}/${projectId}`,
      before: stored === undefined ? null : summary(stored.row.version, stored.content, changed.before),
      after: summary(row.version, content, changed.after),
      remoteAddress,
    });
  }
}

const reportAfter = (
  { stored, content }: ReportToStore,
  row: ProjectReport,
  added: ReportedExpenditure | undefined,
): StoredReport => {
  const kept = content.expenditure === null ? null : (stored?.currentExpenditure ?? null);
  return { row, content, currentExpenditure: added ?? kept };
};

const summary = (
  version: number,
  { expenditure, expectedFullYearFen, results }: ReportContent,
  changed: RecordedSide,
) => ({
  version,
  ...expenditure,
  expectedFullYearFen,
  answers: [...results.values()].filter(({ answer }) => answer !== null).length,
  ...changed,
});

const reportRow = (
  { projectId, stored, content }: ReportToStore,
  roundId: string,
  writer: Writer,
  now: string,
): ProjectReport => ({
  id: stored?.row.id ?? newId(),
  roundId,
  projectId,
  status: stored?.row.status ?? 'draft',
  version: (stored?.row.version ?? 0) + 1,
  expectedFullYearFen: content.expectedFullYearFen,
  reasons: content.reasons,
  reasonNote: content.reasonNote,
  differenceNote: content.differenceNote,
  submittedAt: stored?.row.submittedAt ?? null,
  submittedBy: stored?.row.submittedBy ?? null,
  submittedFor: stored?.row.submittedFor ?? null,
  approvedAt: stored?.row.approvedAt ?? null,
  approvedBy: stored?.row.approvedBy ?? null,
  approvedFor: stored?.row.approvedFor ?? null,
  selfApproved: stored?.row.selfApproved ?? false,
  anomalies: stored?.row.anomalies ?? [],
  changedFields: stored?.row.changedFields ?? null,
  updatedAt: now,
  updatedBy: writer.username,
  updatedFor: writer.onBehalfOf?.get(projectId) ?? null,
  writtenBy: writersOf(stored, content, handsOf(writer.username, writer.onBehalfOf?.get(projectId) ?? null)),
});

/** Who saves what is there already has written nothing of it. */
const writersOf = (stored: StoredReport | undefined, content: ReportContent, hands: readonly string[]): string[] => {
  const isWriting = reportDifferences(stored?.content ?? NOTHING_REPORTED, content).length > 0;
  return [...new Set([...(stored?.row.writtenBy ?? []), ...(isWriting ? hands : [])])];
};

const resultRows = ({ results }: ReportContent, reportId: string): IndicatorResult[] =>
  [...results].map(([lineageId, { answer, ...result }]) => ({
    id: newId(),
    reportId,
    lineageId,
    ...answerColumns(answer),
    ...result,
  }));

function sameFigures({ stored, content }: ReportToStore): boolean {
  const before = stored?.content.expenditure ?? null;
  const after = content.expenditure;
  if (before === null || after === null) return before === after;
  return (
    before.expenditureFen === after.expenditureFen &&
    before.fiscalFen === after.fiscalFen &&
    before.otherFen === after.otherFen
  );
}
