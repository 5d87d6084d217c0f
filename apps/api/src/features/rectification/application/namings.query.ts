import { NAMING_STEPS } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { PeopleNames } from '../../identity/index.js';
import { OrganisationAccess } from '../../organisations/index.js';
import type { NamingPage, NamingQuery, NamingView } from '../http/named-units.dto.js';
import { FollowUpLists } from '../persistence/follow-up-lists.query.js';
import { FollowUpPlaces } from '../persistence/follow-up-places.query.js';
import { FollowUpRepository } from '../persistence/follow-up.repository.js';
import { NamedUnit } from '../persistence/named-unit.entity.js';
import { FollowUpAccess } from './follow-up-access.js';
import { mayTakeNamingStep } from './name-unit.js';

const HANDS = ['proposedBy', 'decidedBy', 'recordedBy'] as const;

/** The list for 通报 and 约谈 within the reader's reach, the newest round first. */
@Injectable()
export class NamingsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organisations: OrganisationAccess,
    private readonly access: FollowUpAccess,
    private readonly lists: FollowUpLists,
    private readonly rows: FollowUpRepository,
    private readonly places: FollowUpPlaces,
    private readonly names: PeopleNames,
  ) {}

  /** @throws DomainError `not-found` for an organisation out of reach */
  async page(user: CurrentUser, query: NamingQuery): Promise<NamingPage> {
    const manager = this.uow.reader;
    const scope = await this.organisations.scope(user, 'lights.read', query.organisationId);
    const { ids, total } = await this.lists.namings(manager, scope, query);
    const { page, size } = query;
    return { items: await this.views(user, await this.rows.byIds(manager, NamedUnit, ids)), total, page, size };
  }

  /** @throws DomainError `not-found` */
  async one(user: CurrentUser, id: string): Promise<NamingView> {
    const [view] = await this.views(user, [await this.access.read(user, NamedUnit, id)]);
    if (view === undefined) throw new Error(`Named unit ${id} vanished while it was read`);
    return view;
  }

  private async views(user: CurrentUser, rows: readonly NamedUnit[]): Promise<NamingView[]> {
    const manager = this.uow.reader;
    const places = await this.places.of(manager, {
      projectIds: [],
      organisationIds: rows.map(({ organisationId }) => organisationId),
      roundIds: rows.map(({ roundId }) => roundId),
    });
    const views = rows.map((row) => {
      const { roundId, proposedFor: _proposedFor, ...shown } = row;
      const round = places.round(roundId);
      if (round === null) throw new Error(`There is no round ${roundId}`);
      const { name, path } = places.organisation(row.organisationId);
      const may = NAMING_STEPS.filter((step) => mayTakeNamingStep(row, user, path, step));
      return { ...shown, round, organisationName: name, may };
    });
    return this.names.beside(manager, views, ...HANDS);
  }
}
