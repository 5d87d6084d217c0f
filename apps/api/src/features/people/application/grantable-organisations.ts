import type { Role } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { OrganisationAccess, type Organisation } from '../../organisations/index.js';
import type { RoleInput } from '../http/people.dto.js';
import { reachesRoot } from './reaches-root.js';

/** 财政审核人, 审计: who oversees the units. */
const OVERSEERS: readonly Role[] = ['financeReviewer', 'auditor'];

/** Where a person may give which roles to others. */
@Injectable()
export class GrantableOrganisations {
  constructor(private readonly access: OrganisationAccess) {}

  /**
   * @throws DomainError `not-found` where the caller does not manage people there, `organisation-closed`;
   *   `role-beyond-reach` for finance and audit at anything but a finance bureau, which only an administrator of the whole
   *   county gives: one of a department would make himself the check upon it
   */
  async require(user: CurrentUser, { role, organisationId }: RoleInput): Promise<Organisation> {
    const organisation = await this.access.require(user, organisationId, 'users.manage');
    const isOverseer = OVERSEERS.includes(role) && organisation.kind !== 'financeBureau';
    if (isOverseer && !reachesRoot(scopeOf(user, 'users.manage'))) throw new DomainError('role-beyond-reach');
    if (!organisation.active) throw new DomainError('organisation-closed', { organisation: organisation.name });
    return organisation;
  }
}
