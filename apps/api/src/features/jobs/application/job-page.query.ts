import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type FindOptionsWhere } from 'typeorm';
import type { z } from 'zod';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import { problemOf } from '../../../platform/http/problem.filter.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { JobRegistry } from '../../../platform/jobs/job-registry.js';
import { JobRun } from '../../../platform/jobs/job-run.entity.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { PeopleNames } from '../../identity/index.js';
import type { JobPage, JobQuery, JobView } from '../http/jobs.dto.js';
import { mayCancel, visibleTo } from './may-cancel.js';

/** Who manages jobs at the root sees all of them, everybody else his own. */
@Injectable()
export class JobPageQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly registry: JobRegistry,
    private readonly catalogue: MessageCatalogue,
    private readonly names: PeopleNames,
  ) {}

  /**
   * Newest first, without the parts of large jobs, which are summed in the job itself, and without what has succeeded and is
   * read in a log of its own.
   */
  async read(user: CurrentUser, query: z.output<typeof JobQuery>, locale: Locale): Promise<z.output<typeof JobPage>> {
    const { status, page, size } = query;
    const [runs, total] = await this.uow.reader.findAndCount(JobRun, {
      where: this.listed(user, status),
      order: { createdAt: 'DESC', id: 'DESC' },
      skip: (page - 1) * size,
      take: size,
    });
    return { items: await this.views(user, runs, locale), total };
  }

  private listed(user: CurrentUser, status: JobView['status'] | undefined): FindOptionsWhere<JobRun>[] {
    const asked = { ...visibleTo(user), parentId: IsNull(), ...(status === undefined ? {} : { status }) };
    const logged = [...this.registry.namesWithOwnLog()];
    const others = { ...asked, name: Not(In(logged)) };
    if (status === 'succeeded') return [others];
    return [others, { status: Not('succeeded'), ...asked, name: In(logged) }];
  }

  /** @throws DomainError `not-found` also for another person's job */
  async one(user: CurrentUser, id: string, locale: Locale): Promise<JobView> {
    const run = await this.uow.reader.findOneBy(JobRun, { id, ...visibleTo(user) });
    if (run === null) throw new DomainError('not-found');
    const [view] = await this.views(user, [run], locale);
    if (view === undefined) throw new DomainError('not-found');
    return view;
  }

  private views(user: CurrentUser, runs: readonly JobRun[], locale: Locale): Promise<JobView[]> {
    const views = runs.map((run) => this.view(user, run, locale));
    return this.names.beside(this.uow.reader, views, 'requestedBy');
  }

  private view(user: CurrentUser, run: JobRun, locale: Locale): Omit<JobView, 'requestedByName'> {
    const { failure } = run;
    const refusal = failure && new DomainError(failure.code, failure.params, failure.issues);
    // What a job reports from inside a transaction may not be in the ledger before its end.
    const { done, total } = (run.status === 'running' && this.jobs.liveProgress(run.id)) || run;
    return {
      id: run.id,
      name: run.name,
      key: run.jobKey,
      status: run.status,
      attempts: run.attempts,
      maxAttempts: run.maxAttempts,
      done,
      total,
      error: run.error,
      failure: refusal && problemOf(this.catalogue, refusal, locale),
      mayCancel: mayCancel(user, run, this.registry),
      requestedBy: run.requestedBy,
      createdAt: run.createdAt,
      startedAt: run.startedAt,
      finishedAt: run.finishedAt,
    };
  }
}
