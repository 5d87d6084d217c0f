import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { FollowUpRepository } from '../persistence/follow-up.repository.js';
import { RectificationRepository, type LeftBehind } from '../persistence/rectification.repository.js';
import { Rectification } from '../persistence/rectification.entity.js';
import { BY_SYSTEM, KeepStep } from './keep-step.js';
import { rectificationStepped } from './rectification.events.js';

/** Takes rectifications that are not over on into the next year, with the project that continues their own (跨年). */
@Injectable()
export class CarryRectifications {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: FollowUpRepository,
    private readonly rectifications: RectificationRepository,
    private readonly keep: KeepStep,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** What years are over by the calendar. May run as often as one likes, by any number of processes. */
  async ofPastYears(): Promise<void> {
    const year = Number(this.clock.today().slice(0, 4));
    if ((await this.rectifications.leftBehind(this.uow.reader, year)).length === 0) return;
    await this.uow.run((manager) => this.run(manager, year));
  }

  /** @param beforeYear projects of earlier years are over */
  async run(manager: EntityManager, beforeYear: number): Promise<void> {
    for (const left of await this.rectifications.leftBehind(manager, beforeYear)) await this.carry(manager, left);
  }

  private async carry(manager: EntityManager, { id, successorId, organisationId }: LeftBehind): Promise<void> {
    const row = await this.rows.hold(manager, Rectification, id);
    if (row === null) return;
    const moved =
      successorId === null
        ? {}
        : { projectId: successorId, organisationId, carriedFromId: row.carriedFromId ?? row.projectId };
    const after = await this.rows.change(manager, Rectification, row, { ...moved, carriedOver: true });
    await this.keep.run(manager, id, BY_SYSTEM, {
      step: 'carry',
      params: { successor: successorId },
      action: 'rectifications.carry-over',
      subject: `rectification/${id}`,
      before: { projectId: row.projectId },
      after: { projectId: after.projectId },
    });
    const { actor } = BY_SYSTEM;
    const carried = { rectification: after, step: 'carry' as const, actor, text: null };
    await this.events.publish(manager, rectificationStepped(carried));
  }
}
