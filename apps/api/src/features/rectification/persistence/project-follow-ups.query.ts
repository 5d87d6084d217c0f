import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BudgetMeasure } from './budget-measure.entity.js';
import { Rectification } from './rectification.entity.js';
import { Supervision } from './supervision.entity.js';

/** What is shown of one project. */
const MOST = 100;

export interface FollowUpsOfProject {
  readonly rectifications: readonly Rectification[];
  readonly measures: readonly BudgetMeasure[];
  readonly supervisions: readonly Supervision[];
}

/** All that is done about one project, the newest first. */
@Injectable()
export class ProjectFollowUpRows {
  async of(manager: EntityManager, projectId: string): Promise<FollowUpsOfProject> {
    const newest = { order: { id: 'DESC' }, take: MOST } as const;
    return {
      rectifications: await manager.find(Rectification, {
        ...newest,
        where: [{ projectId }, { carriedFromId: projectId }],
      }),
      measures: await manager.find(BudgetMeasure, { ...newest, where: { projectId } }),
      supervisions: await manager.find(Supervision, { ...newest, where: { projectId } }),
    };
  }
}
