import { measureStepNeedsText, permissionForMeasureStep, takeMeasureStep, type MeasureStep } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { handsOf, holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import type { MeasureStepInput } from '../http/budget-measures.dto.js';
import { BudgetMeasure } from '../persistence/budget-measure.entity.js';
import { FollowUpRepository } from '../persistence/follow-up.repository.js';
import { FollowUpAccess } from './follow-up-access.js';
import { isOwnHand } from './own-hand.js';
import { PostMeasure } from './post-measure.js';
import { measureStepped } from './rectification.events.js';

/** Decides, withdraws, posts or lifts a measure. */
@Injectable()
export class StepMeasure {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: FollowUpAccess,
    private readonly rows: FollowUpRepository,
    private readonly post: PostMeasure,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError what `FollowUpAccess.hold` does, `measure-step-refused`, `text-needed`, `measure-own` where
   *   somebody decides what he proposed, `measure-not-own` where he withdraws what he did not, what `PostMeasure` refuses
   */
  async run(user: CurrentUser, id: string, input: MeasureStepInput, remoteAddress?: string): Promise<void> {
    const { step, version } = input;
    const text = input.text ?? null;
    await this.uow.run(async (manager) => {
      const anyOf = [permissionForMeasureStep(step)];
      const { row, unit, by } = await this.access.hold(manager, user, BudgetMeasure, { id, version, anyOf });
      const next = takeMeasureStep(row.kind, row.state, step);
      if (!next.ok) throw DomainError.of(next.error);
      if (measureStepNeedsText(step) && text === null) throw new DomainError('text-needed');
      const fault = faultOfHand(row, user, unit.path, step);
      if (fault !== null) throw new DomainError(fault);
      const at = this.clock.now();
      const signed =
        step === 'post'
          ? await this.post.run(manager, row, input, { ...by, remoteAddress: remoteAddress ?? null })
          : step === 'lift'
            ? { liftedBy: by.actor, liftedAt: at, message: text }
            : { decidedBy: by.actor, decidedAt: at, message: text };
      const measure = await this.rows.change(manager, BudgetMeasure, row, { ...signed, state: next.value });
      await this.audit.record(manager, {
        ...by,
        action: `measures.${step}`,
        subject: `measure/${id}`,
        before: { state: row.state },
        after: { state: measure.state, text, effectiveOn: measure.effectiveOn, adjustmentId: measure.adjustmentId },
        remoteAddress,
      });
      await this.events.publish(manager, measureStepped({ measure, step, actor: by.actor, text }));
    });
  }
}

/** Two people have a hand in each measure: one proposes, another one decides. */
function faultOfHand(
  { proposedBy, proposedFor }: BudgetMeasure,
  user: CurrentUser,
  path: string,
  step: MeasureStep,
): 'measure-own' | 'measure-not-own' | null {
  if (step === 'post' || step === 'lift') return null;
  const isOwn = isOwnHand(user, permissionForMeasureStep(step), path, handsOf(proposedBy, proposedFor));
  if (step === 'withdraw') return isOwn ? null : 'measure-not-own';
  return isOwn ? 'measure-own' : null;
}

export const mayTakeMeasureStep = (row: BudgetMeasure, user: CurrentUser, path: string, step: MeasureStep): boolean =>
  takeMeasureStep(row.kind, row.state, step).ok &&
  holdsAt(user, permissionForMeasureStep(step), path) &&
  faultOfHand(row, user, path, step) === null;
