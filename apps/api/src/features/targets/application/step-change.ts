import { permissionForChangeStep, takeChangeStep, type ChangeStep } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { actorAt, handsOf, type Actor, type CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import type { TargetChangeDetail } from '../http/target-changes.dto.js';
import type { TargetChange } from '../persistence/target-change.entity.js';
import { TargetChangeRepository } from '../persistence/target-change.repository.js';
import { TargetRepository } from '../persistence/target.repository.js';
import { CarryOutChange } from './carry-out-change.js';
import { isOwnChange } from './own-change.js';
import { ProjectAccess } from './project-access.query.js';
import { TargetChangeQuery } from './target-change.query.js';
import { changeStepped, type ProjectOfYear } from './target-work.events.js';

export interface ChangeStepOptions {
  readonly step: ChangeStep;
  readonly message: string | null;
  readonly locale: Locale;
  readonly remoteAddress: string;
}

/**
 * Reviews, approves, rejects or withdraws a proposed change. Whoever proposed it neither reviews nor decides it; nobody
 * else withdraws it.
 */
@Injectable()
export class StepChange {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly targets: TargetRepository,
    private readonly changes: TargetChangeRepository,
    private readonly carryOut: CarryOutChange,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
    private readonly detail: TargetChangeQuery,
  ) {}

  /**
   * @throws DomainError `not-found`, `forbidden`, `change-own`, `change-not-own`, `change-message-needed` where it is
   *   rejected without one, `change-step-refused`, and what `CarryOutChange` refuses an approval for
   */
  async run(user: CurrentUser, changeId: string, options: ChangeStepOptions): Promise<TargetChangeDetail> {
    const { step, message, locale, remoteAddress } = options;
    await this.uow.run(async (manager) => {
      const { change, project, by } = await this.hold(manager, user, changeId, step);
      const next = takeChangeStep(change.state, step);
      if (!next.ok) throw DomainError.of(next.error);
      if (step === 'reject' && message === null) throw new DomainError('change-message-needed');
      const resultVersion =
        step === 'approve' ? await this.carryOut.run(manager, change, { ...by, remoteAddress }) : null;
      await this.changes.update(manager, changeId, {
        state: next.value,
        message: message ?? change.message,
        resultVersion,
        ...this.signature(step, user),
      });
      await this.audit.record(manager, {
        ...by,
        action: `targets.${step}-change`,
        subject: `project/${change.projectId}`,
        before: { changeId, state: change.state },
        after: { changeId, state: next.value, message, resultVersion },
        remoteAddress,
      });
      const proposers = handsOf(change.proposedBy, change.proposedFor);
      const stepped = { changeId, project, step, proposers, message, actor: by.actor };
      await this.events.publish(manager, changeStepped(stepped));
    });
    return this.detail.run(user, changeId, locale);
  }

  private async hold(
    manager: EntityManager,
    user: CurrentUser,
    changeId: string,
    step: ChangeStep,
  ): Promise<{ readonly change: TargetChange; readonly project: ProjectOfYear; readonly by: Actor }> {
    const found = await this.changes.find(manager, changeId);
    if (found === null) throw new DomainError('not-found');
    await this.targets.lockProjects(manager, [found.projectId]);
    const permission = permissionForChangeStep(step);
    const { project, organisation } = await this.access.require(user, found.projectId, permission, manager);
    const by = actorAt(user, permission, organisation.path);
    const isOwn = isOwnChange(found, by);
    if (step === 'withdraw' && !isOwn) throw new DomainError('change-not-own');
    if (step !== 'withdraw' && isOwn) throw new DomainError('change-own');
    return { change: await this.changes.hold(manager, changeId), project, by };
  }

  private signature(step: ChangeStep, { username }: CurrentUser): Partial<TargetChange> {
    const now = this.clock.now();
    return step === 'review' ? { reviewedBy: username, reviewedAt: now } : { decidedBy: username, decidedAt: now };
  }
}
