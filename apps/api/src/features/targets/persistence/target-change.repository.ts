import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { lockRows } from '../../../platform/database/row-locks.js';
import { CHUNK_OF_PROJECTS, inChunks } from '../application/in-chunks.js';
import { ProjectDocument } from './project-document.entity.js';
import { TargetChange } from './target-change.entity.js';

/** Proposed changes of targets, and the documents that support changes of a project. */
@Injectable()
export class TargetChangeRepository {
  find(manager: EntityManager, id: string): Promise<TargetChange | null> {
    return manager.findOneBy(TargetChange, { id });
  }

  /** The change, held until the transaction ends, so that it is decided once. */
  async hold(manager: EntityManager, id: string): Promise<TargetChange> {
    await lockRows(manager, 'target_change', [id], 'exclusive');
    return manager.findOneByOrFail(TargetChange, { id });
  }

  async insert(manager: EntityManager, change: TargetChange): Promise<void> {
    await manager.insert(TargetChange, change);
  }

  async update(manager: EntityManager, id: string, change: Partial<TargetChange>): Promise<void> {
    await manager.update(TargetChange, { id }, change);
  }

  /** The documents of a project, newest first. */
  async documentsOf(manager: EntityManager, projectIds: readonly string[]): Promise<readonly ProjectDocument[]> {
    const all: ProjectDocument[] = [];
    for await (const ids of inChunks(projectIds, CHUNK_OF_PROJECTS))
      all.push(...(await manager.find(ProjectDocument, { where: { projectId: In([...ids]) }, order: { id: 'DESC' } })));
    return all;
  }

  async insertDocument(manager: EntityManager, document: ProjectDocument): Promise<void> {
    await manager.insert(ProjectDocument, document);
  }

  /** Which of some hundred projects have a proposed change, whatever became of it, or a document. */
  async changed(manager: EntityManager, projectIds: readonly string[]): Promise<readonly string[]> {
    if (projectIds.length === 0) return [];
    const list = placeholders(projectIds.length);
    const sql = `select project_id as id from target_change where project_id in (${list})
                 union select project_id from project_document where project_id in (${list})`;
    const rows = await manager.query<{ id: string }[]>(sql, [...projectIds, ...projectIds]);
    return rows.map(({ id }) => id);
  }
}
