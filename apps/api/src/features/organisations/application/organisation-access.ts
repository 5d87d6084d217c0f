import { Injectable } from '@nestjs/common';
import type { Permission } from '@jixiao/domain';
import { holdsAt, holdsEverywhere, scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { Organisation, OrganisationKind } from '../persistence/organisation.entity.js';
import { OrganisationRepository } from '../persistence/organisation.repository.js';

/** Whether a person may do something at an organisation. */
@Injectable()
export class OrganisationAccess {
  constructor(private readonly organisations: OrganisationRepository) {}

  /** @throws DomainError `not-found` also for an organisation outside the person's reach, so that nobody learns of it */
  async require(user: CurrentUser, organisationId: string, permission: Permission): Promise<Organisation> {
    const organisation = await this.organisations.byId(organisationId);
    if (organisation === null || !holdsAt(user, permission, organisation.path)) throw new DomainError('not-found');
    return organisation;
  }

  /**
   * A finance bureau has people who oversee others, so that only who sets up the whole county makes one.
   * @throws DomainError `organisation-kind-refused`
   */
  requireKind(user: CurrentUser, kind: OrganisationKind): void {
    if (kind !== 'financeBureau' || holdsEverywhere(user, 'settings.manage')) return;
    throw new DomainError('organisation-kind-refused');
  }

  /**
   * Path prefixes to read within: the whole reach of the permission, or only the chosen organisation's subtree.
   * @throws DomainError `not-found` where the chosen organisation is out of reach
   */
  async scope(user: CurrentUser, permission: Permission, organisationId?: string): Promise<readonly string[]> {
    if (organisationId === undefined) return scopeOf(user, permission);
    return [(await this.require(user, organisationId, permission)).path];
  }
}
