import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { actorAt, handsOf, type Actor, type CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import type { TargetChangeDetail, TargetChangeInput } from '../http/target-changes.dto.js';
import type { TargetChange } from '../persistence/target-change.entity.js';
import { TargetChangeRepository } from '../persistence/target-change.repository.js';
import { TargetRepository } from '../persistence/target.repository.js';
import { applyChange } from './apply-change.js';
import { ProjectAccess } from './project-access.query.js';
import { ProjectDocuments } from './project-documents.js';
import { TargetChangeQuery } from './target-change.query.js';
import { changeStepped } from './target-work.events.js';

/**
 * Proposes a change of a project's targets, its spend plan (R4) or the way an indicator is judged (R17). Nothing changes
 * until finance approves it.
 */
@Injectable()
export class ProposeChange {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly targets: TargetRepository,
    private readonly changes: TargetChangeRepository,
    private readonly documents: ProjectDocuments,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
    private readonly detail: TargetChangeQuery,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`, `document-unknown`, `change-impossible` with what of it cannot be */
  async run(
    user: CurrentUser,
    projectId: string,
    input: TargetChangeInput,
    locale: Locale,
    remoteAddress: string,
  ): Promise<TargetChangeDetail> {
    const id = await this.uow.run(async (manager) => {
      await this.targets.lockProjects(manager, [projectId]);
      const { project, organisation } = await this.access.require(user, projectId, 'targets.propose', manager);
      const by = actorAt(user, 'targets.propose', organisation.path);
      const [target] = await this.targets.ofProjects(manager, [projectId]);
      if (target === undefined) throw new DomainError('not-found');
      const { issues } = applyChange(target.content, input.content, target.project.year);
      if (issues.length > 0) throw new DomainError('change-impossible', {}, issues);
      await this.documents.require(manager, projectId, input.documentIds);
      const change = this.row(by, projectId, target.version.version, input);
      await this.changes.insert(manager, change);
      await this.audit.record(manager, {
        ...by,
        action: 'targets.propose-change',
        subject: `project/${projectId}`,
        after: { changeId: change.id, ...input },
        remoteAddress,
      });
      const proposers = handsOf(change.proposedBy, change.proposedFor);
      const stepped = { changeId: change.id, project, step: 'propose' as const, proposers, message: null };
      await this.events.publish(manager, changeStepped({ ...stepped, actor: by.actor }));
      return change.id;
    });
    return this.detail.run(user, id, locale);
  }

  private row(
    { actor, onBehalfOf }: Actor,
    projectId: string,
    basedOn: number,
    input: TargetChangeInput,
  ): TargetChange {
    return {
      id: newId(),
      projectId,
      basedOn,
      content: input.content,
      reason: input.reason,
      documentIds: input.documentIds,
      state: 'proposed',
      proposedBy: actor,
      proposedFor: onBehalfOf,
      proposedAt: this.clock.now(),
      reviewedBy: null,
      reviewedAt: null,
      decidedBy: null,
      decidedAt: null,
      message: null,
      resultVersion: null,
    };
  }
}
