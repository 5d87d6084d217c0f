import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, Not, type EntityManager } from 'typeorm';
import { insertRows } from '../../../platform/database/bulk-write.js';
import { JobRun } from '../../../platform/jobs/job-run.entity.js';
import { UNENDED } from '../../../platform/jobs/job-rows.repository.js';
import { simulateJob } from '../jobs/simulate.jobs.js';
import { RuleSimulationChange } from './rule-simulation-change.entity.js';
import { RuleSimulation } from './rule-simulation.entity.js';

@Injectable()
export class RuleSimulationRepository {
  /** The job of a person's simulation that goes on or waits. */
  underWay(manager: EntityManager, username: string): Promise<JobRun | null> {
    return manager.findOneBy(JobRun, { name: simulateJob.name, jobKey: username, status: In([...UNENDED]) });
  }

  /** In place of what an earlier try of the same job has left. */
  async begin(manager: EntityManager, simulation: RuleSimulation): Promise<void> {
    await this.remove(manager, [simulation.id]);
    await manager.insert(RuleSimulation, simulation);
  }

  async addChanges(manager: EntityManager, changes: readonly RuleSimulationChange[]): Promise<void> {
    await insertRows(manager, RuleSimulationChange, changes);
  }

  async finish(manager: EntityManager, id: string, end: Pick<RuleSimulation, 'summary' | 'finishedAt'>): Promise<void> {
    await manager.update(RuleSimulation, { id }, end);
  }

  /** Those that came to a result, newest first. */
  recent(manager: EntityManager, limit: number): Promise<RuleSimulation[]> {
    return manager.find(RuleSimulation, {
      where: { finishedAt: Not(IsNull()) },
      order: { startedAt: 'DESC', id: 'DESC' },
      take: limit,
    });
  }

  finished(manager: EntityManager, id: string): Promise<RuleSimulation | null> {
    return manager.findOneBy(RuleSimulation, { id, finishedAt: Not(IsNull()) });
  }

  /** Ids of those that were started before an instant; a few, so that nobody waits for their removal. */
  async startedBefore(manager: EntityManager, instant: string, limit: number): Promise<readonly string[]> {
    const rows = await manager.find(RuleSimulation, {
      select: { id: true },
      where: { startedAt: LessThan(instant) },
      order: { startedAt: 'ASC' },
      take: limit,
    });
    return rows.map(({ id }) => id);
  }

  async remove(manager: EntityManager, ids: readonly string[]): Promise<void> {
    await manager.delete(RuleSimulationChange, { simulationId: In([...ids]) });
    await manager.delete(RuleSimulation, { id: In([...ids]) });
  }
}
