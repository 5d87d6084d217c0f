import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { AuditLog } from '../../audit/index.js';

/** Cancelling and retrying by a person, with the trail of it in the same transaction. */
@Injectable()
export class ManageJob {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError `not-found`, `job-ended` */
  cancel(user: CurrentUser, jobId: string, remoteAddress: string): Promise<void> {
    return this.change(user, jobId, remoteAddress, 'jobs.cancel', () => this.jobs.cancel(jobId));
  }

  /** @throws DomainError `not-found`, `job-not-dead` */
  retry(user: CurrentUser, jobId: string, remoteAddress: string): Promise<void> {
    return this.change(user, jobId, remoteAddress, 'jobs.retry', () => this.jobs.retry(jobId));
  }

  private async change(
    user: CurrentUser,
    jobId: string,
    remoteAddress: string,
    action: string,
    work: () => Promise<void>,
  ): Promise<void> {
    await this.uow.run(async (manager) => {
      await work();
      await this.audit.record(manager, { actor: user.username, action, subject: `job/${jobId}`, remoteAddress });
    });
  }
}
