import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, type CurrentUser } from '../../../platform/http/access.js';
import { AuditLog } from '../../audit/index.js';
import type { Organisation } from '../persistence/organisation.entity.js';
import { OrganisationRepository } from '../persistence/organisation.repository.js';
import { OrganisationAccess } from './organisation-access.js';

/** Finance lets the one person of a unit approve what he fills in, or no longer does. */
@Injectable()
export class AllowSelfApproval {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: OrganisationAccess,
    private readonly organisations: OrganisationRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError `not-found` where the caller does not manage rounds there */
  async run(
    user: CurrentUser,
    id: string,
    { allowed, reason }: { readonly allowed: boolean; readonly reason: string },
    remoteAddress?: string,
  ): Promise<Organisation> {
    const organisation = await this.access.require(user, id, 'rounds.manage');
    await this.uow.run(async (manager) => {
      await this.organisations.allowSelfApproval(manager, id, allowed);
      await this.audit.record(manager, {
        ...actorAt(user, 'rounds.manage', organisation.path),
        action: 'organisations.self-approval',
        subject: `organisation/${id}`,
        before: { allowed: organisation.selfApproval },
        after: { allowed, reason },
        remoteAddress,
      });
    });
    return { ...organisation, selfApproval: allowed };
  }
}
