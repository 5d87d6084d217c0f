import type { Permission } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { placeholders } from '../../../platform/database/placeholders.js';
import { holdsAt, onBehalfOf, type CurrentUser } from '../../../platform/http/access.js';
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

/** Where a project belongs. */
export interface ProjectPlace {
  readonly year: number;
  readonly organisationId: string;
  /** Of its organisation. */
  readonly path: string;
  /** Whether one person may fill in and approve there. */
  readonly selfApproval: boolean;
}

/** Ids per statement: below the parameter limits of both databases. */
const CHUNK = 1000;

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

  /** Where each of these projects belongs; one that does not exist, or whose lights the caller may not read, is left out. */
  async places(
    manager: EntityManager,
    user: CurrentUser,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, ProjectPlace>> {
    const places = new Map<string, ProjectPlace>();
    for (let start = 0; start < projectIds.length; start += CHUNK) {
      const some = projectIds.slice(start, start + CHUNK);
      const sql = `select p.id as id, p.year as year, o.id as organisationId, o.path as path, o.self_approval as selfApproval
                   from project p join organisation o on o.id = p.organisation_id
                   where p.id in (${placeholders(some.length)})`;
      const rows = await manager.query<(ProjectPlace & { readonly id: string })[]>(sql, some);
      for (const { id, selfApproval, ...place } of rows) {
        if (holdsAt(user, 'lights.read', place.path)) places.set(id, { ...place, selfApproval: Boolean(selfApproval) });
      }
    }
    return places;
  }

  /**
   * For whom the caller acts with each of these projects as a deputy; one that he may touch in his own name is left out.
   * Asks the database only where anybody has lent the caller something.
   */
  async principals(
    manager: EntityManager,
    user: CurrentUser,
    permission: Permission,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const principals = new Map<string, string>();
    if (user.deputyship === undefined) return principals;
    for (const [id, { path }] of await this.places(manager, user, projectIds)) {
      const principal = onBehalfOf(user, permission, path);
      if (principal !== null) principals.set(id, principal);
    }
    return principals;
  }

  private async find(manager: EntityManager, projectId: string): Promise<AccessibleProject | null> {
    const project = await manager.findOneBy(Project, { id: projectId });
    if (project === null) return null;
    const sql = 'select id, code, name, path from organisation where id = ?';
    const [organisation] = await manager.query<OrganisationOfProject[]>(sql, [project.organisationId]);
    return organisation === undefined ? null : { project, organisation };
  }
}
