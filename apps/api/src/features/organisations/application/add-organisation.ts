import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import { Organisation, type OrganisationKind } from '../persistence/organisation.entity.js';
import { OrganisationRepository } from '../persistence/organisation.repository.js';
import { pathBelow } from './organisation-path.js';

export interface NewOrganisation {
  readonly code: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  /** Null for the root of the tree. */
  readonly parentCode: string | null;
  /** Username of the person who adds it, or `system`. */
  readonly addedBy: string;
  /** Username of the person whose deputy that is. */
  readonly onBehalfOf?: string | null;
  readonly remoteAddress?: string | null;
}

@Injectable()
export class AddOrganisation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organisations: OrganisationRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws DomainError `organisation-code-taken`; `organisation-unknown` and `organisation-closed` for the parent;
   *   `organisation-too-deep`
   */
  execute(input: NewOrganisation): Promise<Organisation> {
    return this.uow.run(async (manager) => {
      if ((await this.organisations.byCode(input.code, manager)) !== null) {
        throw new DomainError('organisation-code-taken', { organisation: input.code });
      }
      const parent = await this.parentOf(manager, input.parentCode);
      const id = newId();
      const organisation = Object.assign(new Organisation(), {
        id,
        code: input.code,
        name: input.name,
        kind: input.kind,
        parentId: parent?.id ?? null,
        path: pathBelow(parent?.path ?? '/', id),
        selfApproval: false,
        active: true,
      });
      await this.organisations.add(manager, organisation);
      const { code, name, kind } = input;
      const after = { code, name, kind, parentCode: input.parentCode };
      const subject = `organisation/${id}`;
      const { addedBy: actor, onBehalfOf, remoteAddress } = input;
      const by = { actor, onBehalfOf, remoteAddress };
      await this.audit.record(manager, { ...by, action: 'organisations.add', subject, after });
      return organisation;
    });
  }

  private async parentOf(manager: EntityManager, code: string | null): Promise<Organisation | null> {
    if (code === null) return null;
    const found = await this.organisations.byCode(code, manager);
    if (found === null) throw new DomainError('organisation-unknown', { organisation: code });
    await this.organisations.hold(manager, [found.id], 'shared');
    const parent = (await this.organisations.byId(found.id, manager)) ?? found;
    if (!parent.active) throw new DomainError('organisation-closed', { organisation: parent.name });
    return parent;
  }
}
