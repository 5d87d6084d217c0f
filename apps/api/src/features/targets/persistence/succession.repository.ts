import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { lockRows } from '../../../platform/database/row-locks.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { Project } from './project.entity.js';

const ONE_SUCCESSOR = 'uq_project_continues';

/**
 * Which project continues which one of the year before: each at most one, each by at most one. Once it is said it stays,
 * whatever names and codes the two get afterwards.
 */
@Injectable()
export class SuccessionRepository {
  /** The project of the year before that this one continues: as was said, else by its code (R3); null where there is none. */
  async predecessor(manager: EntityManager, { year, code, continuesProjectId }: Project): Promise<Project | null> {
    if (continuesProjectId !== null) return manager.findOneBy(Project, { id: continuesProjectId });
    const before = code === null ? null : await manager.findOneBy(Project, { year: year - 1, code });
    if (before === null || (await manager.existsBy(Project, { continuesProjectId: before.id }))) return null;
    return before;
  }

  /**
   * Says that a project continues one of the year before.
   * @throws DomainError `project-continued` where another one continues that, or this one continues another
   */
  async link(manager: EntityManager, projectId: string, beforeId: string, updatedAt: string): Promise<void> {
    await lockRows(manager, 'project', [projectId], 'exclusive');
    const { continuesProjectId } = await manager.findOneByOrFail(Project, { id: projectId });
    if (continuesProjectId === beforeId) return;
    if (continuesProjectId !== null) throw new DomainError('project-continued');
    try {
      await manager.update(Project, { id: projectId }, { continuesProjectId: beforeId, updatedAt });
    } catch (error) {
      if (isUniqueViolation(error, ONE_SUCCESSOR)) throw new DomainError('project-continued', {}, [], { cause: error });
      throw error;
    }
  }
}
