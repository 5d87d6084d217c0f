import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { PeopleNames } from '../../identity/index.js';
import { belowPaths, OrganisationAccess } from '../../organisations/index.js';
import type { TargetChangePage, TargetChangeQueryInput, TargetChangeView } from '../http/target-changes.dto.js';
import { TargetChange } from '../persistence/target-change.entity.js';
import { ProjectAccess } from './project-access.query.js';
import { changeView, PROPOSAL_HANDS } from './target-change.query.js';

/** What is listed of one project. */
const MOST_OF_PROJECT = 200;

const FROM = `from target_change c join project p on p.id = c.project_id join organisation o on o.id = p.organisation_id`;

/** Proposed changes: the queue of those that wait, the oldest first, and all of one project, the newest first. */
@Injectable()
export class TargetChangesQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organisations: OrganisationAccess,
    private readonly projects: ProjectAccess,
    private readonly names: PeopleNames,
  ) {}

  /** @throws DomainError `not-found` for an organisation out of reach */
  async page(user: CurrentUser, query: TargetChangeQueryInput): Promise<TargetChangePage> {
    const { year, state, page, size } = query;
    const scope = belowPaths('o.path', await this.organisations.scope(user, 'lights.read', query.organisationId));
    const parts = [scope.sql];
    const params: (string | number)[] = [...scope.params];
    if (year !== undefined) {
      parts.push('p.year = ?');
      params.push(year);
    }
    if (state === 'undecided') parts.push("c.state in ('proposed', 'reviewed')");
    else if (state !== undefined) {
      parts.push('c.state = ?');
      params.push(state);
    }
    const where = `${FROM} where ${parts.join(' and ')}`;
    const manager = this.uow.reader;
    const [count] = await manager.query<{ total: number | string }[]>(`select count(*) as total ${where}`, params);
    const sql = `select c.id as id ${where} order by c.id limit ? offset ?`;
    const rows = await manager.query<{ id: string }[]>(sql, [...params, size, (page - 1) * size]);
    const items = await this.views(
      user,
      rows.map(({ id }) => id),
    );
    return { items, total: Number(count?.total ?? 0), page, size };
  }

  /** @throws DomainError `not-found` */
  async ofProject(user: CurrentUser, projectId: string): Promise<{ items: TargetChangeView[] }> {
    const place = await this.projects.require(user, projectId, 'lights.read');
    const rows = await this.uow.reader.find(TargetChange, {
      where: { projectId },
      order: { id: 'DESC' },
      take: MOST_OF_PROJECT,
    });
    const views = rows.map((row) => changeView(row, place));
    return { items: await this.names.beside(this.uow.reader, views, ...PROPOSAL_HANDS) };
  }

  private async views(user: CurrentUser, ids: readonly string[]): Promise<TargetChangeView[]> {
    const rows = await this.uow.reader.find(TargetChange, { where: { id: In([...ids]) }, order: { id: 'ASC' } });
    const views: ReturnType<typeof changeView>[] = [];
    for (const row of rows) {
      views.push(changeView(row, await this.projects.require(user, row.projectId, 'lights.read')));
    }
    return this.names.beside(this.uow.reader, views, ...PROPOSAL_HANDS);
  }
}
