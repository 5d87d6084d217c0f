import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { PeopleNames } from '../../identity/index.js';
import type { TargetVersionList } from '../http/targets.dto.js';
import type { TargetApproval } from '../persistence/target-approval.entity.js';
import { approvalState, TargetApprovalRepository } from '../persistence/target-approval.repository.js';
import { ProjectAccess } from './project-access.query.js';

interface VersionRow {
  readonly version: number;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly name: string;
  readonly code: string | null;
  readonly importBatchId: string | null;
  readonly restoredFrom: number | null;
  readonly changeId: string | null;
  readonly sourceFile: string | null;
  readonly indicatorCount: number | string;
  readonly initialBudgetFen: number | string | null;
}

const SQL = `
  select v.version as version, v.created_at as createdAt, v.created_by as createdBy, b.file as sourceFile,
         v.name as name, v.code as code, v.import_batch_id as importBatchId, v.restored_from as restoredFrom,
         v.change_id as changeId,
         v.initial_budget_fen as initialBudgetFen,
         (select count(*) from indicator i where i.target_version_id = v.id) as indicatorCount
  from target_version v left join import_batch b on b.id = v.import_batch_id
  where v.project_id = ? order by v.version desc`;

/** Every version that a project's targets have had, newest first. */
@Injectable()
export class TargetVersionsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly approvals: TargetApprovalRepository,
    private readonly names: PeopleNames,
  ) {}

  async run(user: CurrentUser, projectId: string): Promise<z.output<typeof TargetVersionList>> {
    await this.access.require(user, projectId, 'lights.read');
    const decided = new Map<number, TargetApproval>();
    for (const row of await this.approvals.ofProject(this.uow.reader, projectId)) decided.set(row.version, row);
    const rows = await this.uow.reader.query<VersionRow[]>(SQL, [projectId]);
    const items = rows.map((row) => ({
      ...row,
      approval: approvalState(decided.get(row.restoredFrom ?? row.version)),
      indicatorCount: Number(row.indicatorCount),
      initialBudgetFen: row.initialBudgetFen === null ? null : Number(row.initialBudgetFen),
    }));
    return { items: await this.names.beside(this.uow.reader, items, 'createdBy') };
  }
}
