import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, Caller, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import { JobPageQuery } from '../application/job-page.query.js';
import { ManageJob } from '../application/manage-job.js';
import { JobPage, JobQuery, JobView } from './jobs.dto.js';

@Controller('jobs')
export class JobsController {
  constructor(
    private readonly jobs: JobPageQuery,
    private readonly manage: ManageJob,
  ) {}

  @Get()
  @Allow()
  @Answers(JobPage)
  list(
    @Caller() user: CurrentUser,
    @Query({ schema: JobQuery }) query: z.output<typeof JobQuery>,
  ): Promise<z.output<typeof JobPage>> {
    return this.jobs.read(user, query);
  }

  @Get(':id')
  @Allow()
  @Answers(JobView)
  one(@Caller() user: CurrentUser, @Param('id', { schema: Id }) id: string): Promise<JobView> {
    return this.jobs.one(user, id);
  }

  @Post(':id/cancel')
  @Allow('jobs.manage')
  @Answers(JobView)
  async cancel(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @RemoteAddress() remoteAddress: string,
  ): Promise<JobView> {
    await this.manage.cancel(user, id, remoteAddress);
    return this.jobs.one(user, id);
  }

  @Post(':id/retry')
  @Allow('jobs.manage')
  @Answers(JobView)
  async retry(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @RemoteAddress() remoteAddress: string,
  ): Promise<JobView> {
    await this.manage.retry(user, id, remoteAddress);
    return this.jobs.one(user, id);
  }
}
