import {
  permissionForRectificationStep,
  rectificationStepNeedsText,
  takeRectificationStep,
  type RectificationState,
} from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { StepActor } from '../../alerts/index.js';
import type { RectificationStepInput } from '../http/rectifications.dto.js';
import { FollowUpRepository } from '../persistence/follow-up.repository.js';
import { RectificationRepository } from '../persistence/rectification.repository.js';
import { Rectification } from '../persistence/rectification.entity.js';
import { EndRectification } from './end-rectification.js';
import { FollowUpAccess } from './follow-up-access.js';
import { KeepStep } from './keep-step.js';
import { MeasureEffects } from './measure-effects.js';
import { isOwnSubmission } from './rectification-views.js';
import { rectificationStepped } from './rectification.events.js';

/** Moves a rectification on (R27): what people do with it; its end follows from the next round's light. */
@Injectable()
export class StepRectification {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: FollowUpAccess,
    private readonly rows: FollowUpRepository,
    private readonly rectifications: RectificationRepository,
    private readonly end: EndRectification,
    private readonly effects: MeasureEffects,
    private readonly keep: KeepStep,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError what `FollowUpAccess.hold` does, `rectification-step-refused`, `text-needed`,
   *   `rectification-incomplete` where it is started without owner, measures or deadline, `rectification-no-evidence`,
   *   `rectification-own` where somebody accepts what he handed in, `deadline-not-later`
   */
  async run(user: CurrentUser, id: string, input: RectificationStepInput, remoteAddress?: string): Promise<void> {
    const { step, version } = input;
    const text = input.text ?? null;
    await this.uow.run(async (manager) => {
      const anyOf = [permissionForRectificationStep(step)];
      const { row, unit, by } = await this.access.hold(manager, user, Rectification, { id, version, anyOf });
      const next = takeRectificationStep(row.state, step);
      if (!next.ok) throw DomainError.of(next.error);
      if (rectificationStepNeedsText(step) && text === null) throw new DomainError('text-needed');
      if (step === 'accept' && isOwnSubmission(row, user, unit.path)) throw new DomainError('rectification-own');
      const signed = { ...by, actorName: user.displayName };
      const after = await this.take(manager, row, { ...input, text }, next.value, signed);
      await this.keep.run(manager, id, by, {
        step,
        text,
        params: step === 'extend' ? { from: row.deadline, to: after.deadline } : null,
        action: `rectifications.${step}`,
        subject: `rectification/${id}`,
        before: { state: row.state, deadline: row.deadline },
        after: { state: after.state, deadline: after.deadline, text },
        remoteAddress,
      });
      const { actor } = by;
      await this.events.publish(manager, rectificationStepped({ rectification: after, step, actor, text }));
      if (step === 'accept' && after.state === 'accepted') await this.effects.ofAccepted(manager, after);
    });
  }

  private async take(
    manager: EntityManager,
    row: Rectification,
    { step, text, deadline }: RectificationStepInput & { readonly text: string | null },
    state: RectificationState,
    by: StepActor,
  ): Promise<Rectification> {
    const { actor, onBehalfOf } = by;
    const now = this.clock.now();
    const change = (fields: Partial<Rectification>) =>
      this.rows.change(manager, Rectification, row, { state, ...fields });
    switch (step) {
      case 'start':
        if (row.owner === null || row.measures === null || row.deadline === null) {
          throw new DomainError('rectification-incomplete');
        }
        return change({});
      case 'note':
        return change({});
      case 'submit':
        if ((await this.rectifications.filesOf(manager, row.id)).length === 0) {
          throw new DomainError('rectification-no-evidence');
        }
        return change({ submittedBy: actor, submittedFor: onBehalfOf, submittedAt: now });
      case 'return':
        return change({ message: text });
      case 'accept': {
        const accepted = { acceptedBy: actor, acceptedAt: now, message: null };
        // Of a unit as a whole there is no light that could tell.
        return row.projectId === null ? this.end.run(manager, row, 'evidence', accepted, by) : change(accepted);
      }
      case 'extend':
        if (!deadline || (row.deadline !== null && deadline <= row.deadline)) {
          throw new DomainError('deadline-not-later', { deadline: row.deadline ?? '' });
        }
        return change({ deadline });
      case 'waive':
        return this.end.run(manager, row, 'waived', { message: text }, by);
    }
  }
}
