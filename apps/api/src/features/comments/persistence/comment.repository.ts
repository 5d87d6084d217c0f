import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { ProjectComment } from './project-comment.entity.js';

@Injectable()
export class CommentRepository {
  /** All of a project, oldest first. */
  ofProject(manager: EntityManager, projectId: string): Promise<ProjectComment[]> {
    return manager.find(ProjectComment, { where: { projectId }, order: { at: 'ASC', id: 'ASC' } });
  }

  async add(manager: EntityManager, comment: ProjectComment): Promise<void> {
    await manager.insert(ProjectComment, comment);
  }

  /** Which of these projects anything was written to. */
  async commented(manager: EntityManager, projectIds: readonly string[]): Promise<readonly string[]> {
    const rows = await manager.find(ProjectComment, {
      select: { projectId: true },
      where: { projectId: In([...projectIds]) },
    });
    return [...new Set(rows.map(({ projectId }) => projectId))];
  }
}
