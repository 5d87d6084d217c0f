import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { JobRegistry } from '../../../platform/jobs/job-registry.js';
import { hasEnded } from '../../../platform/jobs/job-rows.repository.js';
import { JobRun } from '../../../platform/jobs/job-run.entity.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog, type AuditRecord } from '../../audit/index.js';
import { cancellerOf, jobManager, mayCancel, visibleTo } from './may-cancel.js';

/** Cancelling and retrying by a person, with the trail of it in the same transaction. */
@Injectable()
export class ManageJob {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly registry: JobRegistry,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError `not-found` also for another person's job, `forbidden`, `job-ended` */
  async cancel(user: CurrentUser, jobId: string, remoteAddress: string): Promise<void> {
    const run = await this.uow.reader.findOneBy(JobRun, { id: jobId, ...visibleTo(user) });
    if (run === null) throw new DomainError('not-found');
    if (hasEnded(run.status)) throw new DomainError('job-ended', { status: run.status });
    if (!mayCancel(user, run, this.registry)) throw new DomainError('forbidden');
    const by = { ...cancellerOf(user, run, this.registry), remoteAddress };
    const entry: AuditRecord = { ...by, action: 'jobs.cancel', subject: `job/${jobId}` };
    await this.jobs.cancel(jobId, (manager) => this.audit.record(manager, entry));
  }

  /** @throws DomainError `not-found` also for another person's job, `job-not-dead` */
  async retry(user: CurrentUser, jobId: string, remoteAddress: string): Promise<void> {
    if (!(await this.uow.reader.existsBy(JobRun, { id: jobId, ...visibleTo(user) })))
      throw new DomainError('not-found');
    const by = { ...jobManager(user), remoteAddress };
    const entry: AuditRecord = { ...by, action: 'jobs.retry', subject: `job/${jobId}` };
    await this.uow.run(async (manager) => {
      await this.jobs.retry(jobId);
      await this.audit.record(manager, entry);
    });
  }
}
