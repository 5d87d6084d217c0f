import { Injectable } from '@nestjs/common';
import { isReferenceViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog, type AuditRecord } from '../../audit/index.js';
import { OrganisationRepository } from '../persistence/organisation.repository.js';
import { OrganisationAccess } from './organisation-access.js';

/** Removes an organisation that nothing refers to, such as one that was added by mistake. */
@Injectable()
export class RemoveOrganisation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: OrganisationAccess,
    private readonly organisations: OrganisationRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError `not-found`; `organisation-root-stays` for the top of what the caller manages; `organisation-in-use` */
  async execute(user: CurrentUser, id: string, remoteAddress: string): Promise<void> {
    const { code, name, kind, parentId } = await this.access.require(user, id, 'settings.manage');
    const parent = parentId === null ? null : await this.organisations.byId(parentId);
    if (parent === null || !holdsAt(user, 'settings.manage', parent.path)) {
      throw new DomainError('organisation-root-stays');
    }
    try {
      await this.uow.run(async (manager) => {
        await this.organisations.remove(manager, id);
        const entry: AuditRecord = {
          actor: user.username,
          action: 'organisations.remove',
          subject: `organisation/${id}`,
        };
        await this.audit.record(manager, { ...entry, before: { code, name, kind, parentId }, remoteAddress });
      });
    } catch (error) {
      if (isReferenceViolation(error)) throw new DomainError('organisation-in-use', { organisation: name });
      throw error;
    }
  }
}
