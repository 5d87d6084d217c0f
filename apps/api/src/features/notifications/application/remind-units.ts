import type { Permission } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAmong, holdsAt, type Actor, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog, type AuditRecord } from '../../audit/index.js';
import { nearestHolders, PeopleDirectory } from '../../identity/index.js';
import { OrganisationRepository } from '../../organisations/index.js';
import {
  owedBy,
  ReportProgressQuery,
  requireOpen,
  RoundRepository,
  UnitDeadlines,
  type MonitoringRound,
} from '../../reporting/index.js';
import { NotificationRepository } from '../persistence/notification.repository.js';
import { Notify, noticeKey, type Notice } from './notify.js';

/** Any of these suffices for a unit within its reach. */
export const MAY_REMIND: readonly Permission[] = ['rounds.manage', 'reports.approve'];

export type NotReminded = 'reminder-today-already' | 'reminder-nothing-owed' | 'reminder-nobody';

export interface Reminded {
  readonly reminded: readonly string[];
  readonly skipped: readonly { readonly organisationId: string; readonly code: NotReminded }[];
}

/** 催报: tells the clerks of some units what they still owe, once a day per unit and round. */
@Injectable()
export class RemindUnits {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organisations: OrganisationRepository,
    private readonly rounds: RoundRepository,
    private readonly progress: ReportProgressQuery,
    private readonly deadlines: UnitDeadlines,
    private readonly people: PeopleDirectory,
    private readonly notifications: NotificationRepository,
    private readonly notify: Notify,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Whoever manages rounds or approves reports reminds within his reach.
   * @throws DomainError `not-found` for an organisation out of reach, `round-not-found`, `round-not-open`, `round-locked`
   */
  async run(
    user: CurrentUser,
    { year, month }: Pick<MonitoringRound, 'year' | 'month'>,
    organisationIds: readonly string[],
    remoteAddress?: string,
  ): Promise<Reminded> {
    const by = await this.requireReach(user, organisationIds);
    return this.uow.run(async (manager) => {
      // Alone with the round, so that two who press the button at once do not both remind.
      const round = await this.rounds.hold(manager, year, month, 'exclusive');
      requireOpen(round, this.clock.today());
      const { notices, ...answer } = await this.decide(manager, user, round, organisationIds);
      if (notices.length === 0) return answer;
      await this.notify.tell(manager, round, notices, 'never');
      const subject = `round/${year}-${month}`;
      const entry: AuditRecord = { ...by, action: 'notifications.remind', subject, after: answer };
      await this.audit.record(manager, { ...entry, remoteAddress });
      return answer;
    });
  }

  /** @returns who reminds, and for whom: all the units are one act */
  private async requireReach(user: CurrentUser, organisationIds: readonly string[]): Promise<Actor> {
    const found = await this.organisations.byIds(organisationIds);
    const paths = organisationIds.map((id) => {
      const path = found.get(id)?.path;
      if (path === undefined || !MAY_REMIND.some((permission) => holdsAt(user, permission, path))) {
        throw new DomainError('not-found');
      }
      return path;
    });
    return actorAmong(user, MAY_REMIND, paths);
  }

  private async decide(
    manager: EntityManager,
    user: CurrentUser,
    round: MonitoringRound,
    organisationIds: readonly string[],
  ): Promise<Reminded & { readonly notices: readonly Notice[] }> {
    const ids = [...new Set(organisationIds)];
    const units = new Map((await this.progress.of(manager, round, ids)).map((unit) => [unit.organisationId, unit]));
    const deadlineOf = await this.deadlines.of(manager, round, ids);
    const clerks = await this.people.holders(manager, 'reports.submit');
    const sent = await this.notifications.keysLike(manager, noticeKey('reminder', round.id, ''));
    const notices: Notice[] = [];
    const reminded: string[] = [];
    const skipped: { organisationId: string; code: NotReminded }[] = [];
    for (const organisationId of ids) {
      const unit = units.get(organisationId);
      const about = `${organisationId}:${this.clock.today()}`;
      const recipients = unit === undefined ? [] : nearestHolders(clerks, unit.path);
      if (unit === undefined || owedBy(unit) === 0) skipped.push({ organisationId, code: 'reminder-nothing-owed' });
      else if (recipients.length === 0) skipped.push({ organisationId, code: 'reminder-nobody' });
      else if (sent.has(noticeKey('reminder', round.id, about))) {
        skipped.push({ organisationId, code: 'reminder-today-already' });
      } else {
        const { closesOn } = deadlineOf(organisationId);
        const params = { by: user.displayName, unit: unit.name, projects: owedBy(unit), closesOn };
        notices.push({ kind: 'reminder', recipients, params, about, unitId: organisationId });
        reminded.push(organisationId);
      }
    }
    return { notices, reminded, skipped };
  }
}
