import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import type { OrganisationChanges } from '../http/organisations.dto.js';
import type { Organisation } from '../persistence/organisation.entity.js';
import { OrganisationRepository } from '../persistence/organisation.repository.js';
import { MoveOrganisation } from './move-organisation.js';
import { OrganisationAccess } from './organisation-access.js';
import { organisationClosing } from './organisation.events.js';

/** Code, name and kind of an organisation, its place in the tree, and whether it is in use. */
@Injectable()
export class ChangeOrganisation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly access: OrganisationAccess,
    private readonly organisations: OrganisationRepository,
    private readonly move: MoveOrganisation,
    private readonly events: DomainEvents,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws DomainError `not-found`, `organisation-code-taken`, `organisation-kind-refused`; what `MoveOrganisation` throws; for closing
   *   `organisation-root-stays`, `organisation-has-units`, `organisation-has-people` and what other slices have against it
   */
  async execute(
    user: CurrentUser,
    id: string,
    changes: OrganisationChanges,
    remoteAddress: string,
  ): Promise<Organisation> {
    await this.access.require(user, id, 'settings.manage');
    const { code, kind, parentId, active } = changes;
    return this.uow.run(async (manager) => {
      const before = await this.held(manager, id);
      if (kind !== undefined && kind !== before.kind) this.access.requireKind(user, kind);
      if (parentId !== undefined) await this.move.run(manager, user, before, parentId);
      if (code !== undefined) await this.checkCode(manager, id, code);
      if (active === false && before.active) await this.checkClosing(manager, before);
      if (active === true && !before.active) await this.checkOpening(manager, before);
      await this.organisations.change(manager, id, changed(before, changes));
      const after = await this.held(manager, id);
      await this.audit.record(manager, {
        actor: user.username,
        action: 'organisations.change',
        subject: `organisation/${id}`,
        before: stateOf(before),
        after: stateOf(after),
        remoteAddress,
      });
      return after;
    });
  }

  private async held(manager: EntityManager, id: string): Promise<Organisation> {
    await this.organisations.hold(manager, [id], 'exclusive');
    const organisation = await this.organisations.byId(id, manager);
    if (organisation === null) throw new DomainError('not-found');
    return organisation;
  }

  private async checkCode(manager: EntityManager, id: string, code: string): Promise<void> {
    const other = await this.organisations.byCode(code, manager);
    if (other !== null && other.id !== id) throw new DomainError('organisation-code-taken', { organisation: code });
  }

  private async checkClosing(manager: EntityManager, { id, path, name, parentId }: Organisation): Promise<void> {
    if (parentId === null) throw new DomainError('organisation-root-stays');
    const below = await this.organisations.subtree(manager, path);
    if (below.some((one) => one.id !== id && one.active)) {
      throw new DomainError('organisation-has-units', { organisation: name });
    }
    if (await this.organisations.hasPeople(manager, id, this.clock.today())) {
      throw new DomainError('organisation-has-people', { organisation: name });
    }
    await this.events.publish(manager, organisationClosing({ organisationId: id, name }));
  }

  private async checkOpening(manager: EntityManager, { parentId }: Organisation): Promise<void> {
    const parent = parentId === null ? null : await this.organisations.byId(parentId, manager);
    if (parent?.active === false) throw new DomainError('organisation-closed', { organisation: parent.name });
  }
}

const changed = (before: Organisation, changes: OrganisationChanges) => ({
  code: changes.code ?? before.code,
  name: changes.name ?? before.name,
  kind: changes.kind ?? before.kind,
  active: changes.active ?? before.active,
});

const stateOf = ({ code, name, kind, parentId, active }: Organisation) => ({ code, name, kind, parentId, active });
