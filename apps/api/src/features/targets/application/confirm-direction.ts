import { directionDoubt } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { actorAt, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import type { ProjectDetail } from '../http/targets.dto.js';
import { TargetRepository } from '../persistence/target.repository.js';
import { ProjectAccess } from './project-access.query.js';
import { ProjectDetailQuery } from './project-detail.query.js';
import { targetsChanged } from './targets-changed.event.js';

/**
 * Finance accepts the printed direction of an indicator although R41 doubts it: until then its light is grey
 * `direction-to-confirm`. The target stays as it is, so open rounds are judged anew by it as well.
 */
@Injectable()
export class ConfirmDirection {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly targets: TargetRepository,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
    private readonly detail: ProjectDetailQuery,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`, `direction-not-doubted` where there is nothing to confirm */
  async run(user: CurrentUser, projectId: string, indicatorId: string, remoteAddress: string): Promise<ProjectDetail> {
    await this.uow.run(async (manager) => {
      await this.targets.lockProjects(manager, [projectId]);
      const { organisation } = await this.access.require(user, projectId, 'targets.approve', manager);
      const [target] = await this.targets.ofProjects(manager, [projectId]);
      const indicator = target?.content.indicators.find(({ lineageId }) => lineageId === indicatorId);
      if (indicator === undefined) throw new DomainError('not-found');
      const { name, rawValue, direction } = indicator;
      if (directionDoubt({ name, value: indicator }) === null) throw new DomainError('direction-not-doubted', { name });
      if ((await this.targets.confirmDirection(manager, indicatorId, rawValue)) === 0) return;
      await this.targets.updateProject(manager, projectId, { updatedAt: this.clock.now() });
      const actor = user.username;
      await this.audit.record(manager, {
        ...actorAt(user, 'targets.approve', organisation.path),
        action: 'targets.confirm-direction',
        subject: `project/${projectId}`,
        after: { indicatorId, name, rawValue, direction },
        remoteAddress,
      });
      await this.events.publish(manager, targetsChanged({ projectIds: [projectId], actor }));
    });
    return this.detail.run(user, projectId);
  }
}
