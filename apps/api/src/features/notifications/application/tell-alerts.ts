import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ALERT_OCCASIONS, AlertOccasionsQuery, type AlertOccasion } from '../../alerts/index.js';
import { RoundRepository, type MonitoringRound } from '../../reporting/index.js';
import { NotificationRepository } from '../persistence/notification.repository.js';
import { alertNotices } from './alert-notices.js';
import { AlertRecipients } from './alert-recipients.js';
import { Notify, noticeKey, type Notice } from './notify.js';

/** Tells everybody whom it concerns what happened to the alerts of a round on a day. */
@Injectable()
export class TellAlerts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly occasions: AlertOccasionsQuery,
    private readonly recipients: AlertRecipients,
    private readonly notifications: NotificationRepository,
    private readonly notify: Notify,
  ) {}

  /** May run again at any time: nobody is told the same twice. */
  async run(roundId: string, day: string): Promise<void> {
    await this.uow.run(async (manager) => {
      const round = await this.rounds.byId(manager, roundId);
      if (round === null) return;
      for (const occasion of ALERT_OCCASIONS) await this.tell(manager, round, occasion, day);
    });
  }

  private async tell(
    manager: EntityManager,
    round: MonitoringRound,
    occasion: AlertOccasion,
    day: string,
  ): Promise<void> {
    const happenings = await this.occasions.ofDay(manager, round.id, occasion, day);
    if (happenings.length === 0) return;
    const toldOf = await this.recipients.of(manager, occasion, happenings);
    const single: Notice[] = [];
    const gathered: Notice[] = [];
    const known = await this.notifications.figuresOf(manager, noticeKey(`alert-${occasion}-many`, round.id, day));
    for (const [userId, own] of toldOf) {
      const { notices, isGathered } = alertNotices(occasion, day, own);
      const addressed = notices.map((notice): Notice => ({ ...notice, recipients: [{ userId }] }));
      if (!isGathered) single.push(...addressed);
      // Told anew only where there are more.
      else if (known.get(userId)?.alerts !== own.length) gathered.push(...addressed);
    }
    await this.notify.tell(manager, round, single, 'never');
    await this.notify.tell(manager, round, gathered, 'asNew');
  }
}
