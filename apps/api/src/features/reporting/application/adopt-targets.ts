import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { actorAt, EVERYWHERE, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { RoundTargetRepository, TargetRepository, targetsChanged } from '../../targets/index.js';
import type { AdoptedTargets, AdoptTargetsInput } from '../http/reporting.dto.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { requireOpen } from './require-open.js';
import { requireWholeCounty } from './require-whole-county.js';

/**
 * Has an open round judged by the newest targets of some projects, because it opened on wrong ones: the repair of a wrong
 * import, not a way to lower targets (R27), so it is finance's, with a reason that the trail keeps. What was reported of
 * an indicator that vanishes stays with its lineage.
 */
@Injectable()
export class AdoptTargets {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly targets: TargetRepository,
    private readonly pins: RoundTargetRepository,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `forbidden`, `round-not-found`, `round-locked`, `round-not-open`, `not-found` for a project that is
   *   not of the round's year
   */
  async run(
    user: CurrentUser,
    { year, month }: { readonly year: number; readonly month: number },
    { projectIds, reason }: AdoptTargetsInput,
    remoteAddress?: string,
  ): Promise<AdoptedTargets> {
    requireWholeCounty(user, 'rounds.manage');
    return this.uow.run(async (manager) => {
      const round = await this.rounds.hold(manager, year, month, 'shared');
      requireOpen(round, this.clock.today());
      const items = await this.adopt(manager, round, [...new Set(projectIds)]);
      if (items.length === 0) return { items };
      await this.audit.recordMany(
        manager,
        items.map(({ projectId, before, version }) => ({
          ...actorAt(user, 'rounds.manage', EVERYWHERE),
          action: 'reporting.adopt-targets',
          subject: `report/${year}-${month}/${projectId}`,
          before: { version: before },
          after: { version, reason },
          remoteAddress,
        })),
      );
      const changed = items.map(({ projectId }) => projectId);
      await this.events.publish(manager, targetsChanged({ projectIds: changed, actor: user.username }));
      return { items };
    });
  }

  private async adopt(
    manager: EntityManager,
    round: MonitoringRound,
    projectIds: readonly string[],
  ): Promise<AdoptedTargets['items']> {
    await this.targets.lockProjects(manager, projectIds);
    const before = await this.targets.ofProjects(manager, projectIds, round.id);
    const ofYear = before.filter(({ project }) => project.year === round.year);
    if (ofYear.length < projectIds.length) throw new DomainError('not-found');
    const items = ofYear
      .map(({ project, version }) => ({
        projectId: project.id,
        before: version.version,
        version: project.currentVersion,
      }))
      .filter((item) => item.before !== item.version);
    const rows = items.map(({ projectId, version }) => ({ roundId: round.id, projectId, version }));
    await this.pins.pin(manager, rows);
    return items;
  }
}
