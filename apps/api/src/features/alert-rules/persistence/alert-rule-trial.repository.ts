import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, Not, type EntityManager } from 'typeorm';
import { insertRows } from '../../../platform/database/bulk-write.js';
import { JobRun } from '../../../platform/jobs/job-run.entity.js';
import { UNENDED } from '../../../platform/jobs/job-rows.repository.js';
import { tryAlertRulesJob } from '../jobs/try-alert-rules.jobs.js';
import { AlertRuleTrialAlert } from './alert-rule-trial-alert.entity.js';
import { AlertRuleTrial } from './alert-rule-trial.entity.js';

@Injectable()
export class AlertRuleTrialRepository {
  /** The job of a person's trial that goes on or waits. */
  underWay(manager: EntityManager, username: string): Promise<JobRun | null> {
    return manager.findOneBy(JobRun, { name: tryAlertRulesJob.name, jobKey: username, status: In([...UNENDED]) });
  }

  /** In place of what an earlier try of the same job has left. */
  async begin(manager: EntityManager, trial: AlertRuleTrial): Promise<void> {
    await this.remove(manager, [trial.id]);
    await manager.insert(AlertRuleTrial, trial);
  }

  async addAlerts(manager: EntityManager, alerts: readonly AlertRuleTrialAlert[]): Promise<void> {
    await insertRows(manager, AlertRuleTrialAlert, alerts);
  }

  async finish(manager: EntityManager, id: string, end: Pick<AlertRuleTrial, 'summary' | 'finishedAt'>): Promise<void> {
    await manager.update(AlertRuleTrial, { id }, end);
  }

  /** Those that came to a result, newest first. */
  recent(manager: EntityManager, limit: number): Promise<AlertRuleTrial[]> {
    return manager.find(AlertRuleTrial, {
      where: { finishedAt: Not(IsNull()) },
      order: { startedAt: 'DESC', id: 'DESC' },
      take: limit,
    });
  }

  finished(manager: EntityManager, id: string): Promise<AlertRuleTrial | null> {
    return manager.findOneBy(AlertRuleTrial, { id, finishedAt: Not(IsNull()) });
  }

  /** Ids of those that were started before an instant; a few, so that nobody waits for their removal. */
  async startedBefore(manager: EntityManager, instant: string, limit: number): Promise<readonly string[]> {
    const rows = await manager.find(AlertRuleTrial, {
      select: { id: true },
      where: { startedAt: LessThan(instant) },
      order: { startedAt: 'ASC' },
      take: limit,
    });
    return rows.map(({ id }) => id);
  }

  async remove(manager: EntityManager, ids: readonly string[]): Promise<void> {
    await manager.delete(AlertRuleTrialAlert, { trialId: In([...ids]) });
    await manager.delete(AlertRuleTrial, { id: In([...ids]) });
  }
}
