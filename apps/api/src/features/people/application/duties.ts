import { dutyConflicts, type DutyConflict } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { OrganisationDirectory, type UserRole } from '../../identity/index.js';

type HeldRole = Pick<UserRole, 'role' | 'organisationId'>;
export type DutyWarning = Exclude<DutyConflict, 'admin-with-business'>;

/** What separation of duties says to roles that one person holds, or would hold. */
@Injectable()
export class Duties {
  constructor(private readonly organisations: OrganisationDirectory) {}

  async conflicts(roles: readonly HeldRole[]): Promise<readonly DutyConflict[]> {
    const places = await this.organisations.byIds(roles.map(({ organisationId }) => organisationId));
    return dutyConflicts(
      roles.flatMap(({ role, organisationId }) => {
        const path = places.get(organisationId)?.path;
        return path === undefined ? [] : [{ role, path }];
      }),
    );
  }

  /** @returns what should be told but does not stop it @throws DomainError `duties-mixed` */
  async check(roles: readonly HeldRole[]): Promise<DutyWarning[]> {
    const conflicts = await this.conflicts(roles);
    if (conflicts.includes('admin-with-business')) throw new DomainError('duties-mixed');
    return conflicts.filter((conflict) => conflict !== 'admin-with-business');
  }
}
