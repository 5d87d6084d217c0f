import { Injectable } from '@nestjs/common';
import type { ApprovalState } from '@jixiao/domain';
import type { EntityManager } from 'typeorm';
import { LAST_APPROVAL } from './last-approval.query.js';

/** A project whose targets in force are not approved. */
export interface UnapprovedTargets {
  readonly projectId: string;
  readonly name: string;
  readonly organisationName: string;
  readonly state: ApprovalState;
}

/** The projects of a year whose targets in force are not approved, by unit and name; 人员类 projects need none. */
@Injectable()
export class UnapprovedTargetsQuery {
  async run(manager: EntityManager, year: number): Promise<readonly UnapprovedTargets[]> {
    const sql = `
      select p.id as projectId, p.name as name, o.name as organisationName, coalesce(a.state, 'draft') as state
      from project p
      join organisation o on o.id = p.organisation_id
      join target_version v on v.project_id = p.id and v.version = p.current_version
      ${LAST_APPROVAL}
      where p.year = ? and p.personnel = ? and coalesce(a.state, 'draft') <> 'approved'
      order by o.path, p.name, p.id`;
    return manager.query<UnapprovedTargets[]>(sql, [year, 0]);
  }
}
