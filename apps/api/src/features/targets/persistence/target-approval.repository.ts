import type { ApprovalState } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { insertRows } from '../../../platform/database/bulk-write.js';
import { CHUNK_OF_PROJECTS, inChunks } from '../application/in-chunks.js';
import type { StoredTarget } from '../application/stored-target.js';
import { TargetApproval } from './target-approval.entity.js';

/** A version that brings back an older one has that one's approval: its content is the same. */
export const approvedVersion = ({ version, restoredFrom }: StoredTarget['version']): number => restoredFrom ?? version;

export const approvalState = (approval: TargetApproval | undefined): ApprovalState => approval?.state ?? 'draft';

/** The approvals of target versions: what was decided last of each. */
@Injectable()
export class TargetApprovalRepository {
  async insert(manager: EntityManager, rows: readonly TargetApproval[]): Promise<void> {
    await insertRows(manager, TargetApproval, rows);
  }

  /** What was decided last of the given versions, by project; a project without any decision is left out. */
  async ofTargets(
    manager: EntityManager,
    targets: readonly Pick<StoredTarget, 'project' | 'version'>[],
  ): Promise<ReadonlyMap<string, TargetApproval>> {
    const last = new Map<string, TargetApproval>();
    for await (const some of inChunks(targets, CHUNK_OF_PROJECTS)) {
      const versionOf = new Map(some.map(({ project, version }) => [project.id, approvedVersion(version)]));
      for (const row of await this.decisionsOn(manager, versionOf)) last.set(row.projectId, row);
    }
    return last;
  }

  /** Which of these versions, one of each of some hundred projects, are approved. @returns ids of the projects */
  async approvedAmong(
    manager: EntityManager,
    versions: readonly { readonly projectId: string; readonly version: number }[],
  ): Promise<ReadonlySet<string>> {
    const versionOf = new Map(versions.map(({ projectId, version }) => [projectId, version]));
    const last = new Map((await this.decisionsOn(manager, versionOf)).map((row) => [row.projectId, row]));
    return new Set([...last.values()].filter(({ state }) => state === 'approved').map(({ projectId }) => projectId));
  }

  /** The decisions on one version of each project, in their order. */
  private async decisionsOn(
    manager: EntityManager,
    versionOf: ReadonlyMap<string, number>,
  ): Promise<readonly TargetApproval[]> {
    const where = { projectId: In([...versionOf.keys()]) };
    const rows = await manager.find(TargetApproval, { where, order: { id: 'ASC' } });
    return rows.filter((row) => versionOf.get(row.projectId) === row.version);
  }

  /** The decisions on every version of a project, in their order. */
  ofProject(manager: EntityManager, projectId: string): Promise<TargetApproval[]> {
    return manager.find(TargetApproval, { where: { projectId }, order: { id: 'ASC' } });
  }
}
