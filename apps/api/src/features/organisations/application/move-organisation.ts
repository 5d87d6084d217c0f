import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { Organisation } from '../persistence/organisation.entity.js';
import { OrganisationRepository } from '../persistence/organisation.repository.js';
import { organisationMoved } from './organisation.events.js';
import { pathBelow } from './organisation-path.js';

/** Puts an organisation, with everything below it, under another one. Who sees it changes with the next request. */
@Injectable()
export class MoveOrganisation {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly events: DomainEvents,
  ) {}

  /**
   * Inside the caller's transaction.
   * @throws DomainError `not-found` where the caller does not manage the new or the present place,
   *   `organisation-root-stays`, `organisation-below-itself`, `organisation-closed`, `organisation-too-deep`
   */
  async run(manager: EntityManager, user: CurrentUser, organisation: Organisation, parentId: string): Promise<void> {
    if (organisation.parentId === parentId) return;
    if (organisation.parentId === null) throw new DomainError('organisation-root-stays');
    const subtree = await this.organisations.subtree(manager, organisation.path);
    await this.organisations.hold(manager, [...subtree.map(({ id }) => id), parentId], 'exclusive');
    await this.managed(manager, user, organisation.parentId);
    const parent = await this.managed(manager, user, parentId);
    if (parent.path.startsWith(organisation.path)) throw new DomainError('organisation-below-itself');
    if (!parent.active) throw new DomainError('organisation-closed', { organisation: parent.name });
    const to = pathBelow(parent.path, organisation.id);
    for (const { id, path } of await this.organisations.subtree(manager, organisation.path)) {
      const below = path.slice(organisation.path.length);
      await this.organisations.change(manager, id, { path: id === organisation.id ? to : longer(to, below) });
    }
    await this.organisations.change(manager, organisation.id, { parentId });
    const { id: organisationId, path: from } = organisation;
    await this.events.publish(manager, organisationMoved({ organisationId, from, to, actor: user.username }));
  }

  private async managed(manager: EntityManager, user: CurrentUser, id: string): Promise<Organisation> {
    const organisation = await this.organisations.byId(id, manager);
    if (organisation === null || !holdsAt(user, 'settings.manage', organisation.path)) {
      throw new DomainError('not-found');
    }
    return organisation;
  }
}

/** @param below ids behind the moved organisation, `id/id/` */
const longer = (path: string, below: string): string => pathBelow(path, below.replace(/\/$/, ''));
