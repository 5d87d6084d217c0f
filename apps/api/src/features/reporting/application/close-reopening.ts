import { isEditable } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { actorAt, type ActorFrom, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { ProjectAccess, TargetRepository } from '../../targets/index.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { ReopeningRepository } from '../persistence/reopening.repository.js';
import { ReportAttachmentRepository } from '../persistence/report-attachment.repository.js';
import type { ReportReopening } from '../persistence/report-reopening.entity.js';
import { ReportRepository } from '../persistence/report.repository.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { contentOfDocument, reportDocument } from './report-document.js';
import { UNSIGNED } from './signatures.js';
import { StoreReports, type ReportToStore } from './store-reports.js';
import { NOTHING_REPORTED, type StoredReport } from './stored-report.js';

const BY_SYSTEM: ActorFrom = { actor: 'system', onBehalfOf: null, remoteAddress: null };

/** Ends reopenings that come to nothing: the report and its evidence are put back as sealed, and its lights follow. */
@Injectable()
export class CloseReopening {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly rounds: RoundRepository,
    private readonly targets: TargetRepository,
    private readonly reports: ReportRepository,
    private readonly store: StoreReports,
    private readonly reopenings: ReopeningRepository,
    private readonly attachments: ReportAttachmentRepository,
    private readonly audit: AuditLog,
    private readonly liveEvents: LiveEvents,
    private readonly clock: Clock,
  ) {}

  /** Finance takes a reopening back, at any state of the report. @throws DomainError `not-found`, `forbidden`, `reopening-closed` */
  async withdraw(
    user: CurrentUser,
    key: Pick<MonitoringRound, 'year' | 'month'>,
    id: string,
    remoteAddress: string | null = null,
  ): Promise<void> {
    await this.uow.run(async (manager) => {
      const found = await this.reopenings.byId(manager, id);
      if (found === null) throw new DomainError('not-found');
      const { organisation } = await this.access.require(user, found.projectId, 'rounds.manage', manager);
      const by = { ...actorAt(user, 'rounds.manage', organisation.path), remoteAddress };
      const round = await this.rounds.hold(manager, key.year, key.month, 'shared');
      if (found.roundId !== round.id) throw new DomainError('not-found');
      const reopening = await this.hold(manager, found);
      if (reopening === null) throw new DomainError('reopening-closed');
      await this.putBack(manager, round, reopening, await this.reportOf(manager, reopening), by);
      await this.record(manager, round, reopening, { how: 'withdrawn', ...by });
    });
  }

  /**
   * Ends what nobody handed in until its last day. What was handed in waits for finance, who accepts or withdraws it.
   * @returns how many were ended
   */
  async expire(): Promise<number> {
    let ended = 0;
    for (const found of await this.reopenings.expired(this.uow.reader, this.clock.today())) {
      if (await this.expireOne(found)) ended += 1;
    }
    return ended;
  }

  private expireOne(found: ReportReopening): Promise<boolean> {
    return this.uow.run(async (manager) => {
      const round = await this.rounds.holdById(manager, found.roundId, 'shared');
      const reopening = await this.hold(manager, found);
      if (reopening === null) return false;
      const report = await this.reportOf(manager, reopening);
      if (!isEditable(report.row.status)) return false;
      await this.putBack(manager, round, reopening, report, BY_SYSTEM);
      await this.record(manager, round, reopening, { how: 'expired', ...BY_SYSTEM });
      return true;
    });
  }

  /** The reopening as it is once its project is held; null where it was ended meanwhile. */
  private async hold(manager: EntityManager, { id, projectId }: ReportReopening): Promise<ReportReopening | null> {
    await this.targets.lockProjects(manager, [projectId]);
    const reopening = await this.reopenings.byId(manager, id);
    return reopening?.closedAt === null ? reopening : null;
  }

  private async reportOf(manager: EntityManager, { roundId, projectId }: ReportReopening): Promise<StoredReport> {
    const stored = (await this.reports.ofRound(manager, roundId, [projectId])).get(projectId);
    if (stored === undefined) throw new Error(`The reopened report of project ${projectId} is not there`);
    return stored;
  }

  /** A report that was made by the reopening stays as an empty draft, for corrections of its figures refer to it. */
  private async putBack(
    manager: EntityManager,
    round: MonitoringRound,
    { roundId, projectId, openedAt, contentBefore: before }: ReportReopening,
    stored: StoredReport,
    by: ActorFrom,
  ): Promise<void> {
    const content = before === null ? NOTHING_REPORTED : contentOfDocument(before.content);
    const isChanged = JSON.stringify(reportDocument(stored.content)) !== JSON.stringify(reportDocument(content));
    const { row } = isChanged ? await this.restored(manager, round, { projectId, stored, content }, by) : stored;
    const { content: _content, ...state } = before ?? { status: 'draft' as const, ...UNSIGNED, content: null };
    const at = this.clock.now();
    await this.attachments.putBack(manager, { roundId, projectId }, openedAt, { by: by.actor, at });
    // Who puts it back has written nothing of it.
    const { writtenBy } = stored.row;
    const signed = { updatedAt: at, updatedBy: by.actor, updatedFor: by.onBehalfOf, writtenBy };
    await this.reports.updateReports(manager, [{ ...row, ...state, ...signed, version: row.version + 1 }]);
  }

  private async restored(
    manager: EntityManager,
    round: MonitoringRound,
    item: Omit<ReportToStore, 'indicators'>,
    { actor, onBehalfOf, remoteAddress }: ActorFrom,
  ): Promise<StoredReport> {
    const [target] = await this.targets.ofProjects(manager, [item.projectId], round.id);
    const restoring = { ...item, indicators: target?.content.indicators ?? [] };
    const principals = new Map(onBehalfOf === null ? [] : [[item.projectId, onBehalfOf]]);
    const writer = { username: actor, onBehalfOf: principals };
    const { reports } = await this.store.run(manager, round, [restoring], writer, remoteAddress);
    const report = reports.get(item.projectId);
    if (report === undefined) throw new Error(`The report of project ${item.projectId} was not stored`);
    return report;
  }

  private async record(
    manager: EntityManager,
    { year, month }: MonitoringRound,
    { id, projectId, reason }: ReportReopening,
    end: ActorFrom & { readonly how: 'withdrawn' | 'expired' },
  ): Promise<void> {
    const closed = { closedAt: this.clock.now(), closedBy: end.actor, closedHow: end.how };
    await this.reopenings.close(manager, [id], closed);
    await this.audit.record(manager, {
      actor: end.actor,
      onBehalfOf: end.onBehalfOf,
      action: end.how === 'withdrawn' ? 'reporting.withdraw-reopening' : 'reporting.expire-reopening',
      subject: `report/${year}-${month}/${projectId}`,
      before: { reason },
      remoteAddress: end.remoteAddress,
    });
    this.uow.afterCommit(() => this.liveEvents.publish({ type: 'lights', year, month, projects: [] }));
  }
}
