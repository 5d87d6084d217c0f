import type { Role } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { holdsEverywhere, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { OrganisationAccess, type Organisation } from '../../organisations/index.js';
import type { RoleInput } from '../http/people.dto.js';

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
    checkRole(user, role, organisation);
    if (!organisation.active) throw new DomainError('organisation-closed', { organisation: organisation.name });
    return organisation;
  }

  /** For roles that go from one person to another. @throws DomainError `not-found`, `role-beyond-reach` */
  async requireAll(user: CurrentUser, roles: readonly RoleInput[]): Promise<void> {
    for (const { role, organisationId } of roles) {
      checkRole(user, role, await this.access.require(user, organisationId, 'users.manage'));
    }
  }
}

function checkRole(user: CurrentUser, role: Role, { kind }: Organisation): void {
  const isOverseer = OVERSEERS.includes(role) && kind !== 'financeBureau';
  if (isOverseer && !holdsEverywhere(user, 'users.manage')) throw new DomainError('role-beyond-reach');
}
