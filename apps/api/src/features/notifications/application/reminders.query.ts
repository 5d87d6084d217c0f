import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { RoundRepository, type MonitoringRound } from '../../reporting/index.js';
import { NotificationRepository } from '../persistence/notification.repository.js';
import { noticeKey } from './notify.js';

/** Which units were reminded today, so that nobody asks for it again. */
@Injectable()
export class RemindersQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly notifications: NotificationRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `round-not-found` @returns ids of the units */
  async run({ year, month }: Pick<MonitoringRound, 'year' | 'month'>): Promise<readonly string[]> {
    const round = await this.rounds.require(this.uow.reader, year, month);
    const prefix = noticeKey('reminder', round.id, '');
    const keys = await this.notifications.keysLike(this.uow.reader, prefix);
    return [...keys].flatMap((key) => {
      const [organisationId = '', day] = key.slice(prefix.length).split(':');
      return day === this.clock.today() ? [organisationId] : [];
    });
  }
}
