import { Injectable } from '@nestjs/common';
import type { CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { OrganisationAccess, type Organisation } from '../../organisations/index.js';

/** Where a person may give roles to others. */
@Injectable()
export class GrantableOrganisations {
  constructor(private readonly access: OrganisationAccess) {}

  /** @throws DomainError `not-found` where the caller does not manage people there, `organisation-closed` */
  async require(user: CurrentUser, organisationId: string): Promise<Organisation> {
    const organisation = await this.access.require(user, organisationId, 'users.manage');
    if (!organisation.active) throw new DomainError('organisation-closed', { organisation: organisation.name });
    return organisation;
  }
}
