import { RECTIFICATION_STATES } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { PeopleNames } from '../../identity/index.js';
import { OrganisationAccess } from '../../organisations/index.js';
import type {
  OwnerList,
  RectificationDetail,
  RectificationPage,
  RectificationQuery,
  RectificationSummary,
  RectificationSummaryQuery,
} from '../http/rectifications.dto.js';
import { FollowUpRepository } from '../persistence/follow-up.repository.js';
import { RectificationSearch } from '../persistence/rectification-search.query.js';
import { RectificationRepository } from '../persistence/rectification.repository.js';
import { Rectification } from '../persistence/rectification.entity.js';
import { FollowUpAccess } from './follow-up-access.js';
import { HistoryQuery } from './history.query.js';
import { OwnersQuery } from './owners.query.js';
import { RectificationViews } from './rectification-views.js';

/** Rectifications within the reader's reach: as a list, in numbers, and one with its evidence and history. */
@Injectable()
export class RectificationsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organisations: OrganisationAccess,
    private readonly access: FollowUpAccess,
    private readonly search: RectificationSearch,
    private readonly rows: FollowUpRepository,
    private readonly rectifications: RectificationRepository,
    private readonly views: RectificationViews,
    private readonly history: HistoryQuery,
    private readonly owners: OwnersQuery,
    private readonly names: PeopleNames,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found` for an organisation out of reach */
  async page(user: CurrentUser, query: RectificationQuery): Promise<RectificationPage> {
    const manager = this.uow.reader;
    const { ids, total } = await this.search.page(manager, await this.reader(user, query), query);
    const rows = await this.rows.byIds(manager, Rectification, ids);
    const { page, size } = query;
    return { items: [...(await this.views.of(manager, user, rows))], total, page, size };
  }

  /** @throws DomainError `not-found` for an organisation out of reach */
  async summary(user: CurrentUser, query: RectificationSummaryQuery): Promise<RectificationSummary> {
    const counts = await this.search.counts(this.uow.reader, await this.reader(user, query), query);
    const { byState, overdue, recovered, waiting } = counts;
    const states = Object.fromEntries(RECTIFICATION_STATES.map((state) => [state, byState.get(state) ?? 0]));
    return { states: states as RectificationSummary['states'], overdue, recovered, waiting };
  }

  /** @throws DomainError `not-found` */
  async one(user: CurrentUser, id: string): Promise<RectificationDetail> {
    const manager = this.uow.reader;
    const [view] = await this.views.of(manager, user, [await this.access.read(user, Rectification, id)]);
    if (view === undefined) throw new Error(`Rectification ${id} vanished while it was read`);
    const files = (await this.rectifications.filesOf(manager, id)).map((each) => ({
      id: each.id,
      file: each.file,
      bytes: each.bytes,
      uploadedBy: each.uploadedBy,
      uploadedAt: each.uploadedAt,
    }));
    const evidence = await this.names.beside(manager, files, 'uploadedBy');
    return { ...view, evidence, history: await this.history.of(manager, id) };
  }

  /** Who may answer for something at a unit. @throws DomainError `not-found` */
  async ownersOf(user: CurrentUser, organisationId: string): Promise<OwnerList> {
    const { path } = await this.organisations.require(user, organisationId, 'lights.read');
    const owners = await this.owners.of(this.uow.reader, path);
    return { items: owners.map(({ username, displayName }) => ({ username, displayName })) };
  }

  private async reader(user: CurrentUser, { organisationId }: RectificationSummaryQuery) {
    const scope = await this.organisations.scope(user, 'lights.read', organisationId);
    return { user, scope, today: this.clock.today() };
  }
}
