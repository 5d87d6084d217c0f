import type { Permission } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { ProjectAccess, TargetRepository, type StoredTarget } from '../../targets/index.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { ReportRepository } from '../persistence/report.repository.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { requireOpen } from './require-open.js';
import type { StoredReport } from './stored-report.js';

/** Which report of which round. */
export interface ReportKey {
  readonly year: number;
  readonly month: number;
  readonly projectId: string;
}

export interface HeldReport {
  readonly round: MonitoringRound;
  readonly target: StoredTarget;
  readonly stored: StoredReport | undefined;
}

/** Brings up the report that a caller wants to change, after every check that does not depend on its content. */
@Injectable()
export class ReportAccess {
  constructor(
    private readonly access: ProjectAccess,
    private readonly rounds: RoundRepository,
    private readonly targets: TargetRepository,
    private readonly reports: ReportRepository,
  ) {}

  /**
   * Holds the round and the project until the transaction ends, so that two saves of one report come one after the other.
   * @throws DomainError `not-found`, `forbidden`, `round-not-found`, `round-locked`, `round-not-open`, or `report-changed`
   *   where somebody else saved since `version` was read
   */
  async hold(
    manager: EntityManager,
    user: CurrentUser,
    permission: Permission,
    { year, month, projectId }: ReportKey,
    version: number,
  ): Promise<HeldReport> {
    const { project } = await this.access.require(user, projectId, permission, manager);
    if (project.year !== year) throw new DomainError('not-found');
    const round = await this.rounds.hold(manager, year, month, 'shared');
    requireOpen(round);
    await this.targets.lockProjects(manager, [projectId]);
    const [target] = await this.targets.ofProjects(manager, [projectId], round.id);
    if (target === undefined) throw new DomainError('not-found');
    const stored = (await this.reports.ofRound(manager, round.id, [projectId])).get(projectId);
    const current = stored?.row.version ?? 0;
    if (version !== current) throw new DomainError('report-changed', { version, current });
    return { round, target, stored };
  }
}
