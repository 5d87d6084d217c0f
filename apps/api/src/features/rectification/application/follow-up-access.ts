import type { Permission } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, holdsAt, type Actor, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { FollowUpPlaces, type PlacedOrganisation } from '../persistence/follow-up-places.query.js';
import { FollowUpRepository, type FollowUp, type FollowUpKind } from '../persistence/follow-up.repository.js';

export interface HeldFollowUp<E> {
  readonly row: E;
  readonly unit: PlacedOrganisation;
  readonly by: Actor;
}

interface Asked {
  readonly id: string;
  /** That the caller has seen; left out by those who do not change what it says. */
  readonly version?: number;
  /** Permissions of which any one allows it. */
  readonly anyOf: readonly Permission[];
}

/** The one place that decides whether a caller may touch a row of this slice. */
@Injectable()
export class FollowUpAccess {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: FollowUpRepository,
    private readonly places: FollowUpPlaces,
  ) {}

  /** @throws DomainError `not-found` for a row that is not there or out of sight, so that nobody learns of it */
  async read<E extends FollowUp>(user: CurrentUser, kind: FollowUpKind<E>, id: string): Promise<E> {
    const row = await this.rows.find(this.uow.reader, kind, id);
    if (row === null) throw new DomainError('not-found');
    const { path } = await this.places.organisation(this.uow.reader, row.organisationId);
    if (!holdsAt(user, 'lights.read', path)) throw new DomainError('not-found');
    return row;
  }

  /**
   * Holds the row until the transaction ends.
   * @throws DomainError what `read` does, `forbidden` where he may do none of it, `follow-up-changed` where somebody else
   *   changed it since
   */
  async hold<E extends FollowUp>(
    manager: EntityManager,
    user: CurrentUser,
    kind: FollowUpKind<E>,
    { id, version, anyOf }: Asked,
  ): Promise<HeldFollowUp<E>> {
    const row = await this.rows.hold(manager, kind, id);
    if (row === null) throw new DomainError('not-found');
    const unit = await this.places.organisation(manager, row.organisationId);
    const by = this.require(user, unit, anyOf);
    if (version !== undefined && row.version !== version)
      throw new DomainError('follow-up-changed', { version, current: row.version });
    return { row, unit, by };
  }

  /** @throws DomainError `not-found` for a unit out of sight, `forbidden` for one where he may do none of it */
  require(user: CurrentUser, { path }: PlacedOrganisation, anyOf: readonly Permission[]): Actor {
    if (!holdsAt(user, 'lights.read', path)) throw new DomainError('not-found');
    if (!anyOf.some((permission) => holdsAt(user, permission, path))) throw new DomainError('forbidden');
    return actorAt(user, anyOf, path);
  }
}
