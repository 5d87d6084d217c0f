import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import type { UndoStep } from '../application/undo-step.js';
import { Indicator } from './indicator.entity.js';
import { Project } from './project.entity.js';
import { RoundTarget } from './round-target.entity.js';
import { ScheduleCheckpoint } from './schedule-checkpoint.entity.js';
import { TargetApproval } from './target-approval.entity.js';
import { TargetVersion } from './target-version.entity.js';

type Row = Omit<UndoStep, 'previous'> & {
  readonly previousId: string | null;
  readonly previousName: string;
  readonly previousCode: string | null;
  readonly previousBudgetFen: number | string | null;
};

const STEPS = `
  select p.id as projectId, p.year as year, p.organisation_id as organisationId, p.name as name, p.code as code,
         p.start_month as startMonth, v.id as versionId, v.version as version, c.version as currentVersion,
         coalesce(c.restored_from, c.version) as versionInForce, prev.id as previousId, prev.name as previousName,
         prev.code as previousCode, prev.initial_budget_fen as previousBudgetFen
  from target_version v
  join project p on p.id = v.project_id
  join target_version c on c.project_id = p.id and c.version = p.current_version
  left join target_version prev on prev.project_id = v.project_id and prev.version = v.version - 1
  where v.import_batch_id = ? order by p.id`;

/** What is read and deleted where an import is undone. Callers hand over some hundred projects at a time. */
@Injectable()
export class UndoRepository {
  /** Ids of the projects that an import wrote, in order. */
  async projectIds(manager: EntityManager, importBatchId: string): Promise<readonly string[]> {
    const sql = 'select distinct project_id as id from target_version where import_batch_id = ? order by project_id';
    const rows = await manager.query<{ id: string }[]>(sql, [importBatchId]);
    return rows.map(({ id }) => id);
  }

  /** What the import did to each project, with the state it is in now. */
  async steps(manager: EntityManager, importBatchId: string): Promise<readonly UndoStep[]> {
    const rows = await manager.query<Row[]>(STEPS, [importBatchId]);
    return rows.map(({ previousId, previousName, previousCode, previousBudgetFen, ...step }) => ({
      ...step,
      previous:
        previousId === null
          ? null
          : {
              versionId: previousId,
              name: previousName,
              code: previousCode,
              initialBudgetFen: previousBudgetFen === null ? null : Number(previousBudgetFen),
            },
    }));
  }

  /** Lineages of the indicators of each of these versions. */
  async lineages(
    manager: EntityManager,
    versionIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const found = new Map<string, string[]>();
    if (versionIds.length === 0) return found;
    const sql = `select target_version_id as versionId, lineage_id as lineageId from indicator
                 where target_version_id in (${placeholders(versionIds.length)})`;
    for (const row of await manager.query<{ versionId: string; lineageId: string }[]>(sql, [...versionIds])) {
      const own = found.get(row.versionId);
      if (own) own.push(row.lineageId);
      else found.set(row.versionId, [row.lineageId]);
    }
    return found;
  }

  /** The projects of a year that have one of these names or codes. */
  async named(
    manager: EntityManager,
    year: number,
    names: readonly string[],
    codes: readonly string[],
  ): Promise<readonly Project[]> {
    const named = await manager.findBy(Project, { year, name: In([...names]) });
    return codes.length === 0 ? named : [...named, ...(await manager.findBy(Project, { year, code: In([...codes]) }))];
  }

  /** Projects by id. */
  async projects(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, Project>> {
    return new Map((await manager.findBy(Project, { id: In([...ids]) })).map((project) => [project.id, project]));
  }

  /** Which of these projects another one continues in the year after. */
  async continued(manager: EntityManager, projectIds: readonly string[]): Promise<readonly string[]> {
    if (projectIds.length === 0) return [];
    const sql = `select distinct continues_project_id as id from project
                 where continues_project_id in (${placeholders(projectIds.length)})`;
    return (await manager.query<{ id: string }[]>(sql, [...projectIds])).map(({ id }) => id);
  }

  /** Deletes projects with all versions of their targets. */
  async remove(manager: EntityManager, projectIds: readonly string[]): Promise<void> {
    const projectId = In([...projectIds]);
    const versions = await manager.find(TargetVersion, { select: { id: true }, where: { projectId } });
    const targetVersionId = In(versions.map(({ id }) => id));
    await manager.delete(Indicator, { targetVersionId });
    await manager.delete(ScheduleCheckpoint, { targetVersionId });
    await manager.delete(TargetVersion, { projectId });
    await manager.delete(RoundTarget, { projectId });
    await manager.delete(TargetApproval, { projectId });
    await manager.delete(Project, { id: projectId });
  }
}
