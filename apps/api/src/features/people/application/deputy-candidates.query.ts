import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { AccountRepository, isNotOver, OrganisationDirectory } from '../../identity/index.js';
import type { Candidate } from '../http/people.dto.js';
import { PeopleIdsQuery } from '../persistence/people.query.js';
import { PersonViews } from './person-views.js';

/** Whom a person may appoint as a deputy: people of the same organisation, and above or below it in one line. */
@Injectable()
export class DeputyCandidatesQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly accounts: AccountRepository,
    private readonly organisations: OrganisationDirectory,
    private readonly ids: PeopleIdsQuery,
    private readonly views: PersonViews,
  ) {}

  /** By username; few enough to choose from, the others are found by `search`. */
  async run(user: CurrentUser, search: string | undefined): Promise<Candidate[]> {
    const paths = await this.pathsOf(user);
    if (paths.length === 0) return [];
    const people = await this.views.of(await this.ids.inLine(paths, user.userId, search));
    return people.map(({ id, username, displayName, roles }) => ({
      id,
      username,
      displayName,
      roles: roles.map(({ role, organisationName }) => ({ role, organisationName })),
    }));
  }

  async isCandidate(user: CurrentUser, userId: string): Promise<boolean> {
    const candidate = await this.accounts.byId(this.uow.reader, userId);
    const paths = await this.pathsOf(user);
    if (candidate === null || paths.length === 0) return false;
    return (await this.ids.inLine(paths, user.userId, candidate.username)).includes(userId);
  }

  /** Where the person has business of his own; what he has as a deputy is not his to lend. */
  private async pathsOf({ userId }: CurrentUser): Promise<string[]> {
    const today = this.clock.today();
    const roles = (await this.accounts.rolesOf(this.uow.reader, userId)).filter(
      (role) => role.role !== 'admin' && isNotOver(role, today),
    );
    const places = await this.organisations.byIds(roles.map(({ organisationId }) => organisationId));
    return [...new Set([...places.values()].map(({ path }) => path))];
  }
}
