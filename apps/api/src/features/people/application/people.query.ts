import { Inject, Injectable } from '@nestjs/common';
import type { AppConfig } from '../../../config/app-config.js';
import { APP_CONFIG } from '../../../config/config.module.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { SessionRepository } from '../../identity/index.js';
import { OrganisationAccess } from '../../organisations/index.js';
import type { PeopleQuery, PersonDetail, PersonPage } from '../http/people.dto.js';
import { PeopleIdsQuery } from '../persistence/people.query.js';
import { DelegationViews } from './delegation-views.js';
import { Duties } from './duties.js';
import { ManagedPeople } from './managed-people.js';
import { PersonViews } from './person-views.js';

const MINUTE_MS = 60_000;

/** The people whom an administrator manages. */
@Injectable()
export class PeoplePageQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly access: OrganisationAccess,
    private readonly managed: ManagedPeople,
    private readonly ids: PeopleIdsQuery,
    private readonly views: PersonViews,
    private readonly delegations: DelegationViews,
    private readonly duties: Duties,
    private readonly sessions: SessionRepository,
    @Inject(APP_CONFIG) private readonly config: Pick<AppConfig, 'session'>,
  ) {}

  /** @throws DomainError `not-found` for an organisation out of reach */
  async list(user: CurrentUser, query: PeopleQuery): Promise<PersonPage> {
    const { organisationId } = query;
    const chosen =
      organisationId === undefined ? null : await this.access.require(user, organisationId, 'users.manage');
    const { ids, total } = await this.ids.managed(scopeOf(user, 'users.manage'), query, chosen?.path ?? null);
    return { items: await this.views.of(ids), total };
  }

  /** @throws DomainError `not-found` */
  async one(user: CurrentUser, userId: string): Promise<PersonDetail> {
    await this.managed.require(user, userId);
    const [person] = await this.views.of([userId]);
    if (person === undefined) throw new DomainError('not-found');
    const conflicts = await this.duties.conflicts(person.roles);
    const usedSince = this.clock.later(-this.config.session.idleMinutes * MINUTE_MS);
    const sessions = await this.sessions.goodOf(this.uow.reader, userId, this.clock.now(), usedSince);
    return {
      ...person,
      sessions: sessions.length,
      delegations: await this.delegations.currentOf(userId),
      warnings: conflicts.filter((conflict) => conflict !== 'admin-with-business'),
    };
  }
}
