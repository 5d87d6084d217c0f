import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { z } from 'zod';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { holds, type CurrentUser } from '../../../platform/http/access.js';
import { JobRun } from '../../../platform/jobs/job-run.entity.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { JobPage, JobQuery, JobView } from '../http/jobs.dto.js';

/** Who manages jobs sees all of them, everybody else his own. */
@Injectable()
export class JobPageQuery {
  constructor(private readonly uow: UnitOfWork) {}

  /** Newest first, without the parts of large jobs: those are summed in the job itself. */
  async read(user: CurrentUser, query: z.output<typeof JobQuery>): Promise<z.output<typeof JobPage>> {
    const { status, page, size } = query;
    const [runs, total] = await this.uow.reader.findAndCount(JobRun, {
      where: { ...visibleTo(user), parentId: IsNull(), ...(status === undefined ? {} : { status }) },
      order: { createdAt: 'DESC', id: 'DESC' },
      skip: (page - 1) * size,
      take: size,
    });
    return { items: runs.map(asView), total };
  }

  /** @throws DomainError `not-found` also for another person's job */
  async one(user: CurrentUser, id: string): Promise<JobView> {
    const run = await this.uow.reader.findOneBy(JobRun, { id, ...visibleTo(user) });
    if (run === null) throw new DomainError('not-found');
    return asView(run);
  }
}

const visibleTo = (user: CurrentUser) => (holds(user, 'jobs.manage') ? {} : { requestedBy: user.username });

const asView = (run: JobRun): JobView => ({
  id: run.id,
  name: run.name,
  key: run.jobKey,
  status: run.status,
  attempts: run.attempts,
  maxAttempts: run.maxAttempts,
  done: run.done,
  total: run.total,
  error: run.error,
  requestedBy: run.requestedBy,
  createdAt: run.createdAt,
  startedAt: run.startedAt,
  finishedAt: run.finishedAt,
});
