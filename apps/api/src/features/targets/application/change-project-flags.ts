import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { actorAt, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { AuditLog } from '../../audit/index.js';
import type { ProjectDetail, ProjectFlagsInput } from '../http/targets.dto.js';
import { TargetRepository } from '../persistence/target.repository.js';
import { ProjectAccess } from './project-access.query.js';
import { ProjectDetailQuery } from './project-detail.query.js';
import { approvalsMoved } from './target-work.events.js';
import { targetsChanged } from './targets-changed.event.js';

/** Sets 重点, the transfer-payment level or 人员类 of a project; what is left out stays. */
@Injectable()
export class ChangeProjectFlags {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly targets: TargetRepository,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
    private readonly detail: ProjectDetailQuery,
  ) {}

  async run(
    user: CurrentUser,
    projectId: string,
    input: ProjectFlagsInput,
    remoteAddress: string,
  ): Promise<ProjectDetail> {
    await this.uow.run(async (manager) => {
      await this.targets.lockProjects(manager, [projectId]);
      const { project, organisation } = await this.access.require(user, projectId, 'targets.manage', manager);
      const before = { key: project.key, transferLevel: project.transferLevel, personnel: project.personnel };
      const after = { ...before, ...given(input) };
      if (JSON.stringify(before) === JSON.stringify(after)) return;
      const actor = user.username;
      await this.targets.updateProject(manager, projectId, { ...after, updatedAt: this.clock.now() });
      const subject = `project/${projectId}`;
      await this.audit.record(manager, {
        ...actorAt(user, 'targets.manage', organisation.path),
        action: 'targets.change-flags',
        subject,
        before,
        after,
        remoteAddress,
      });
      await this.events.publish(manager, targetsChanged({ projectIds: [projectId], actor }));
      await this.events.publish(manager, approvalsMoved({ projects: [project], by: 'other', actor, message: null }));
    });
    return this.detail.run(user, projectId);
  }
}

const given = (input: ProjectFlagsInput): Partial<ProjectFlagsInput> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
