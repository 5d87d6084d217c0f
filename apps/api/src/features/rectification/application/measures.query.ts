import { MEASURE_STEPS } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { PeopleNames } from '../../identity/index.js';
import { OrganisationAccess } from '../../organisations/index.js';
import type { MeasurePage, MeasureQuery, MeasureView } from '../http/budget-measures.dto.js';
import { BudgetMeasure } from '../persistence/budget-measure.entity.js';
import { FollowUpLists } from '../persistence/follow-up-lists.query.js';
import { FollowUpPlaces } from '../persistence/follow-up-places.query.js';
import { FollowUpRepository } from '../persistence/follow-up.repository.js';
import { FollowUpAccess } from './follow-up-access.js';
import { mayTakeMeasureStep } from './step-measure.js';

const HANDS = ['proposedBy', 'decidedBy', 'postedBy', 'liftedBy'] as const;

/** Measures within the reader's reach, the newest first. */
@Injectable()
export class MeasuresQuery {
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
  async page(user: CurrentUser, query: MeasureQuery): Promise<MeasurePage> {
    const manager = this.uow.reader;
    const scope = await this.organisations.scope(user, 'lights.read', query.organisationId);
    const { ids, total, postedFen } = await this.lists.measures(manager, user, scope, query);
    const rows = await this.rows.byIds(manager, BudgetMeasure, ids);
    const { page, size } = query;
    return { items: await this.views(manager, user, rows), total, postedFen, page, size };
  }

  /** @throws DomainError `not-found` */
  async one(user: CurrentUser, id: string): Promise<MeasureView> {
    const row = await this.access.read(user, BudgetMeasure, id);
    const [view] = await this.views(this.uow.reader, user, [row]);
    if (view === undefined) throw new Error(`Measure ${id} vanished while it was read`);
    return view;
  }

  async views(manager: EntityManager, user: CurrentUser, rows: readonly BudgetMeasure[]): Promise<MeasureView[]> {
    const places = await this.places.of(manager, {
      projectIds: rows.map(({ projectId }) => projectId),
      organisationIds: rows.map(({ organisationId }) => organisationId),
      roundIds: rows.map(({ roundId }) => roundId),
    });
    const views = rows.map((row) => {
      const { projectId, roundId, proposedFor: _proposedFor, ...shown } = row;
      const project = places.project(projectId);
      if (project === null) throw new Error(`There is no project ${projectId}`);
      const { name, path } = places.organisation(row.organisationId);
      return {
        ...shown,
        project,
        organisationName: name,
        round: places.round(roundId),
        may: MEASURE_STEPS.filter((step) => mayTakeMeasureStep(row, user, path, step)),
      };
    });
    return this.names.beside(manager, views, ...HANDS);
  }
}
