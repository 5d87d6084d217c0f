import { takeStep } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { onBehalfOf, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import { ProjectAccess, TargetRepository } from '../../targets/index.js';
import type { ReopeningInput } from '../http/reopenings.dto.js';
import { JudgedInputQuery } from '../persistence/judged-input.query.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import type { ProjectReport } from '../persistence/project-report.entity.js';
import { ReopeningRepository } from '../persistence/reopening.repository.js';
import type { ReportReopening } from '../persistence/report-reopening.entity.js';
import { ReportStepRepository } from '../persistence/report-step.repository.js';
import { ReportRepository } from '../persistence/report.repository.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { reportBefore } from './report-document.js';
import { UNSIGNED, type Signatures } from './signatures.js';
import { reportsStepped } from './reporting.events.js';
import type { StoredReport } from './stored-report.js';

type RoundKey = Pick<MonitoringRound, 'year' | 'month'>;

/**
 * Lets one project of a locked round, or one indicator of it, be corrected until a day. The report goes back to its unit;
 * the round stays locked for everything else, and its seal stands until the round is locked again.
 */
@Injectable()
export class ReopenReport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly rounds: RoundRepository,
    private readonly targets: TargetRepository,
    private readonly reports: ReportRepository,
    private readonly steps: ReportStepRepository,
    private readonly judged: JudgedInputQuery,
    private readonly reopenings: ReopeningRepository,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly liveEvents: LiveEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the id of the reopening
   * @throws DomainError `not-found`, `forbidden`, `round-not-found`, `round-not-locked`, `reopening-day-passed`,
   *   `reopening-exists`, `project-not-in-round` or `indicator-not-in-round` for what was not judged when the round was locked
   */
  async run(user: CurrentUser, key: RoundKey, input: ReopeningInput, remoteAddress?: string): Promise<string> {
    const { projectId, indicatorId = null, reason, expiresOn } = input;
    if (expiresOn < this.clock.today()) throw new DomainError('reopening-day-passed', { expiresOn });
    return this.uow.run(async (manager) => {
      const place = await this.requireProject(manager, user, key.year, projectId);
      const principal = onBehalfOf(user, 'rounds.manage', place);
      const round = await this.rounds.hold(manager, key.year, key.month, 'shared');
      if (round.status !== 'locked') throw new DomainError('round-not-locked', { year: key.year, month: key.month });
      await this.targets.lockProjects(manager, [projectId]);
      if ((await this.reopenings.liveOf(manager, round.id, [projectId])).size > 0) {
        throw new DomainError('reopening-exists');
      }
      const indicatorName = await this.judgedName(manager, round, projectId, indicatorId);
      const stored = (await this.reports.ofRound(manager, round.id, [projectId])).get(projectId);
      const reopening: ReportReopening = {
        id: newId(),
        roundId: round.id,
        projectId,
        lineageId: indicatorId,
        indicatorName,
        reason,
        expiresOn,
        openedBy: user.username,
        openedAt: this.clock.now(),
        contentBefore: stored === undefined ? null : reportBefore(stored),
        closedAt: null,
        closedBy: null,
        closedHow: null,
      };
      await this.reopenings.insert(manager, reopening);
      await this.giveBack(manager, user, principal, reopening, stored);
      await this.announce(manager, key, reopening, principal, remoteAddress);
      return reopening.id;
    });
  }

  /** @returns the path of its organisation */
  private async requireProject(
    manager: EntityManager,
    user: CurrentUser,
    year: number,
    projectId: string,
  ): Promise<string> {
    const { project, organisation } = await this.access.require(user, projectId, 'rounds.manage', manager);
    if (project.year !== year) throw new DomainError('not-found');
    return organisation.path;
  }

  /** Name of the indicator as the round judged it; null for the whole project. */
  private async judgedName(
    manager: EntityManager,
    round: MonitoringRound,
    projectId: string,
    indicatorId: string | null,
  ): Promise<string | null> {
    const judged = (await this.judged.run(manager, round, [projectId])).get(projectId);
    if (judged === undefined) throw new DomainError('project-not-in-round', { year: round.year, month: round.month });
    if (indicatorId === null) return null;
    const indicator = judged.indicators.find(({ id }) => id === indicatorId);
    if (indicator === undefined) throw new DomainError('indicator-not-in-round');
    return indicator.target.name;
  }

  private async giveBack(
    manager: EntityManager,
    { username, displayName }: CurrentUser,
    principal: string | null,
    { roundId, projectId, openedAt, reason }: ReportReopening,
    stored: StoredReport | undefined,
  ): Promise<void> {
    const fromState = stored?.row.status ?? 'draft';
    const step = takeStep(fromState, 'reopen');
    if (!step.ok) throw DomainError.of(step.error);
    const row = { ...(stored?.row ?? emptyRow(roundId, projectId)), ...UNSIGNED };
    const signed = { updatedAt: openedAt, updatedBy: username, updatedFor: principal };
    const moved = { ...row, version: row.version + 1, status: step.value, ...signed };
    if (stored === undefined) await this.reports.insertReports(manager, [moved]);
    else await this.reports.updateReports(manager, [moved]);
    const entry = { step: 'reopen' as const, fromState, toState: step.value, message: reason };
    const actor = { actor: username, actorName: displayName, onBehalfOf: principal, at: openedAt };
    const kept = { id: newId(), reportId: moved.id, version: moved.version, content: null };
    await this.steps.add(manager, [{ ...entry, ...actor, ...kept }]);
  }

  private async announce(
    manager: EntityManager,
    { year, month }: RoundKey,
    { roundId, projectId, openedBy: actor, reason, lineageId, indicatorName, expiresOn }: ReportReopening,
    principal: string | null,
    remoteAddress: string | undefined,
  ): Promise<void> {
    await this.audit.record(manager, {
      actor,
      onBehalfOf: principal,
      action: 'reporting.reopen',
      subject: `report/${year}-${month}/${projectId}`,
      after: { indicatorId: lineageId, indicator: indicatorName, reason, expiresOn },
      remoteAddress,
    });
    const event = { roundId, step: 'reopen' as const, projectIds: [projectId], actor, message: reason };
    await this.events.publish(manager, reportsStepped(event));
    this.uow.afterCommit(() => this.liveEvents.publish({ type: 'lights', year, month, projects: [] }));
  }
}

/** The row of a report of which nothing was ever saved. */
const emptyRow = (
  roundId: string,
  projectId: string,
): Omit<ProjectReport, 'status' | 'updatedAt' | 'updatedBy' | 'updatedFor' | keyof Signatures> => ({
  id: newId(),
  roundId,
  projectId,
  version: 0,
  expectedFullYearFen: null,
  reasons: [],
  reasonNote: null,
  differenceNote: null,
  anomalies: [],
  changedFields: null,
  writtenBy: [],
});
