import { SUPERVISING, type Permission } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import { ProjectAccess } from '../../targets/index.js';
import type { ProjectFollowUps } from '../http/project-follow-ups.dto.js';
import { ProjectFollowUpRows } from '../persistence/project-follow-ups.query.js';
import { MeasuresQuery } from './measures.query.js';
import { RectificationViews } from './rectification-views.js';
import { SupervisionsQuery } from './supervisions.query.js';

/** What is done about one project, and what the reader may begin. */
@Injectable()
export class ProjectFollowUpsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly projects: ProjectAccess,
    private readonly rows: ProjectFollowUpRows,
    private readonly rectifications: RectificationViews,
    private readonly measures: MeasuresQuery,
    private readonly supervisions: SupervisionsQuery,
  ) {}

  /** @throws DomainError `not-found` */
  async run(user: CurrentUser, projectId: string): Promise<ProjectFollowUps> {
    const { organisation } = await this.projects.require(user, projectId, 'lights.read');
    const manager = this.uow.reader;
    const rows = await this.rows.of(manager, projectId);
    // One that has moved on into the next year may be of another unit by now, which the reader need not see.
    const seen = rows.rectifications.filter((row) => row.organisationId === organisation.id);
    const measures = await this.measures.views(manager, user, rows.measures);
    const suspended = measures.find(({ kind, state }) => kind === 'suspend' && state === 'posted');
    const may = (anyOf: readonly Permission[]): boolean => anyOf.some((each) => holdsAt(user, each, organisation.path));
    return {
      rectifications: [...(await this.rectifications.of(manager, user, seen))],
      measures,
      supervisions: await this.supervisions.views(manager, user, rows.supervisions),
      suspendedSince: suspended?.effectiveOn ?? null,
      may: [
        ...(may(['rectifications.write', 'rectifications.review']) ? (['rectify'] as const) : []),
        ...(may(['measures.propose']) ? (['propose'] as const) : []),
        ...(may(SUPERVISING) ? (['supervise'] as const) : []),
      ],
    };
  }
}
