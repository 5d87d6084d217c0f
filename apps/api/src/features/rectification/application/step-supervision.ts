import {
  permissionsForSupervisionStep,
  supervisionStepNeedsText,
  takeSupervisionStep,
  type SupervisionState,
} from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { SupervisionStepInput } from '../http/supervisions.dto.js';
import { FollowUpRepository } from '../persistence/follow-up.repository.js';
import { Supervision } from '../persistence/supervision.entity.js';
import { FollowUpAccess } from './follow-up-access.js';
import { KeepStep } from './keep-step.js';
import { supervisionStepped } from './rectification.events.js';

/** Reports, returns, closes or extends a matter under supervision. */
@Injectable()
export class StepSupervision {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: FollowUpAccess,
    private readonly rows: FollowUpRepository,
    private readonly keep: KeepStep,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError what `FollowUpAccess.hold` does, `supervision-step-refused`, `text-needed`, `deadline-not-later`
   */
  async run(user: CurrentUser, id: string, input: SupervisionStepInput, remoteAddress?: string): Promise<void> {
    const { step, version } = input;
    const text = input.text ?? null;
    await this.uow.run(async (manager) => {
      const anyOf = permissionsForSupervisionStep(step);
      const { row, by } = await this.access.hold(manager, user, Supervision, { id, version, anyOf });
      const next = takeSupervisionStep(row.state, step);
      if (!next.ok) throw DomainError.of(next.error);
      if (supervisionStepNeedsText(step, row.state) && text === null) throw new DomainError('text-needed');
      const change = this.changeOf(row, { ...input, text }, next.value, by.actor);
      const supervision = await this.rows.change(manager, Supervision, row, change);
      await this.keep.run(manager, id, by, {
        step,
        text,
        params: step === 'extend' ? { from: row.deadline, to: supervision.deadline } : null,
        action: `supervisions.${step}`,
        subject: `supervision/${id}`,
        before: { state: row.state, deadline: row.deadline },
        after: { state: supervision.state, deadline: supervision.deadline, text },
        remoteAddress,
      });
      await this.events.publish(manager, supervisionStepped({ supervision, step, actor: by.actor, text }));
    });
  }

  private changeOf(
    row: Supervision,
    { step, text, deadline }: SupervisionStepInput & { readonly text: string | null },
    state: SupervisionState,
    actor: string,
  ): Partial<Supervision> {
    const now = this.clock.now();
    switch (step) {
      case 'report':
        return { state, report: text, reportedBy: actor, reportedAt: now, message: null };
      case 'return':
        return { state, message: text };
      case 'close':
        return { state, closedBy: actor, closedAt: now, message: text };
      case 'extend':
        if (!deadline || deadline <= row.deadline) {
          throw new DomainError('deadline-not-later', { deadline: row.deadline });
        }
        return { deadline };
    }
  }
}
