import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { OrganisationRepository } from '../../organisations/index.js';
import { RoundRepository, type MonitoringRound } from '../../reporting/index.js';
import { NotificationRepository } from '../persistence/notification.repository.js';
import { noticeKey } from './notify.js';
import { MAY_REMIND } from './remind-units.js';

/** Which units within a person's reach were reminded today, so that nobody asks for it again. */
@Injectable()
export class RemindersQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organisations: OrganisationRepository,
    private readonly rounds: RoundRepository,
    private readonly notifications: NotificationRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `round-not-found` @returns ids of the units */
  async run(user: CurrentUser, { year, month }: Pick<MonitoringRound, 'year' | 'month'>): Promise<readonly string[]> {
    const round = await this.rounds.require(this.uow.reader, year, month);
    const prefix = noticeKey('reminder', round.id, '');
    const keys = await this.notifications.keysLike(this.uow.reader, prefix);
    const reminded = [...keys].flatMap((key) => {
      const [organisationId = '', day] = key.slice(prefix.length).split(':');
      return day === this.clock.today() ? [organisationId] : [];
    });
    const units = await this.organisations.byIds(reminded);
    return reminded.filter((id) => {
      const path = units.get(id)?.path;
      return path !== undefined && MAY_REMIND.some((permission) => holdsAt(user, permission, path));
    });
  }
}
