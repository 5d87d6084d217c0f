import type { Permission } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { Project } from '../persistence/project.entity.js';

export interface OrganisationOfProject {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly path: string;
}

export interface AccessibleProject {
  readonly project: Project;
  readonly organisation: OrganisationOfProject;
}

/** The one place that decides whether a caller may touch a project. */
@Injectable()
export class ProjectAccess {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * @throws DomainError `not-found` for a project that does not exist or whose lights the caller may not read, so that
   *   nobody learns of it; `forbidden` for one that he may read but not do this with.
   */
  async require(
    user: CurrentUser,
    projectId: string,
    permission: Permission,
    manager: EntityManager = this.uow.reader,
  ): Promise<AccessibleProject> {
    const found = await this.find(manager, projectId);
    if (found === null) throw new DomainError('not-found');
    if (holdsAt(user, permission, found.organisation.path)) return found;
    throw new DomainError(holdsAt(user, 'lights.read', found.organisation.path) ? 'forbidden' : 'not-found');
  }

  private async find(manager: EntityManager, projectId: string): Promise<AccessibleProject | null> {
    const project = await manager.findOneBy(Project, { id: projectId });
    if (project === null) return null;
    const sql = 'select id, code, name, path from organisation where id = ?';
    const [organisation] = await manager.query<OrganisationOfProject[]>(sql, [project.organisationId]);
    return organisation === undefined ? null : { project, organisation };
  }
}
