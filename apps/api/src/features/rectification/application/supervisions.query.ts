import { permissionsForSupervisionStep, SUPERVISION_STEPS, takeSupervisionStep } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { PeopleNames } from '../../identity/index.js';
import { OrganisationAccess } from '../../organisations/index.js';
import type {
  SupervisionDetail,
  SupervisionPage,
  SupervisionQuery,
  SupervisionView,
} from '../http/supervisions.dto.js';
import { FollowUpLists } from '../persistence/follow-up-lists.query.js';
import { FollowUpPlaces } from '../persistence/follow-up-places.query.js';
import { FollowUpRepository } from '../persistence/follow-up.repository.js';
import { Supervision } from '../persistence/supervision.entity.js';
import { Deadlines } from './deadlines.js';
import { FollowUpAccess } from './follow-up-access.js';
import { HistoryQuery } from './history.query.js';

const HANDS = ['owner', 'openedBy', 'reportedBy', 'closedBy'] as const;

/** Matters under supervision within the reader's reach, what is due first before all. */
@Injectable()
export class SupervisionsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organisations: OrganisationAccess,
    private readonly access: FollowUpAccess,
    private readonly lists: FollowUpLists,
    private readonly rows: FollowUpRepository,
    private readonly places: FollowUpPlaces,
    private readonly history: HistoryQuery,
    private readonly names: PeopleNames,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found` for an organisation out of reach */
  async page(user: CurrentUser, query: SupervisionQuery): Promise<SupervisionPage> {
    const manager = this.uow.reader;
    const scope = await this.organisations.scope(user, 'lights.read', query.organisationId);
    const reader = { user, scope, today: this.clock.today() };
    const { ids, total } = await this.lists.supervisions(manager, reader, query);
    const rows = await this.rows.byIds(manager, Supervision, ids);
    const { page, size } = query;
    return { items: await this.views(manager, user, rows), total, page, size };
  }

  /** @throws DomainError `not-found` */
  async one(user: CurrentUser, id: string): Promise<SupervisionDetail> {
    const manager = this.uow.reader;
    const [view] = await this.views(manager, user, [await this.access.read(user, Supervision, id)]);
    if (view === undefined) throw new Error(`Supervision ${id} vanished while it was read`);
    return { ...view, history: await this.history.of(manager, id) };
  }

  async views(manager: EntityManager, user: CurrentUser, rows: readonly Supervision[]): Promise<SupervisionView[]> {
    const places = await this.places.of(manager, {
      projectIds: rows.map(({ projectId }) => projectId),
      organisationIds: rows.map(({ organisationId }) => organisationId),
      roundIds: [],
    });
    const due = await this.deadlines.today(manager);
    const views = rows.map((row) => {
      const { projectId, ...shown } = row;
      const { name, path } = places.organisation(row.organisationId);
      return {
        ...shown,
        project: places.project(projectId),
        organisationName: name,
        due: due(row.deadline, row.state === 'open'),
        may: SUPERVISION_STEPS.filter(
          (step) =>
            takeSupervisionStep(row.state, step).ok &&
            permissionsForSupervisionStep(step).some((permission) => holdsAt(user, permission, path)),
        ),
      };
    });
    return this.names.beside(manager, views, ...HANDS);
  }
}
