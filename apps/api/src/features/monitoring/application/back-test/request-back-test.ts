import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { actorAt, EVERYWHERE, type CurrentUser } from '../../../../platform/http/access.js';
import { JobQueue } from '../../../../platform/jobs/job-queue.js';
import { AuditLog } from '../../../audit/index.js';
import { requireWholeCounty } from '../../../reporting/index.js';
import { BACK_TEST_KEY, backTestJob } from '../../jobs/back-test.jobs.js';

/** Has the forecasts tested on the past anew. */
@Injectable()
export class RequestBackTest {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly audit: AuditLog,
  ) {}

  /** A test that has not begun yet is joined. @throws DomainError `forbidden` */
  async run(user: CurrentUser, remoteAddress?: string): Promise<{ jobId: string }> {
    requireWholeCounty(user, 'rounds.manage');
    return this.uow.run(async (manager) => {
      const options = { key: BACK_TEST_KEY, requestedBy: user.username };
      const jobId = await this.jobs.enqueue(manager, backTestJob, {}, options);
      const by = actorAt(user, 'rounds.manage', EVERYWHERE);
      const subject = `job/${jobId}`;
      await this.audit.record(manager, { ...by, action: 'monitoring.back-test', subject, remoteAddress });
      return { jobId };
    });
  }
}
