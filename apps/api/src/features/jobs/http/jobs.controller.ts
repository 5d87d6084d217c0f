import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
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
    @ReaderLocale() locale: Locale,
  ): Promise<z.output<typeof JobPage>> {
    return this.jobs.read(user, query, locale);
  }

  @Get(':id')
  @Allow()
  @Answers(JobView)
  one(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @ReaderLocale() locale: Locale,
  ): Promise<JobView> {
    return this.jobs.one(user, id, locale);
  }

  /** The use case decides: whoever asked for some kinds of job may cancel them. */
  @Post(':id/cancel')
  @Allow()
  @Answers(JobView)
  async cancel(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @RemoteAddress() remoteAddress: string,
    @ReaderLocale() locale: Locale,
  ): Promise<JobView> {
    await this.manage.cancel(user, id, remoteAddress);
    return this.jobs.one(user, id, locale);
  }

  @Post(':id/retry')
  @Allow('jobs.manage')
  @Answers(JobView)
  async retry(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @RemoteAddress() remoteAddress: string,
    @ReaderLocale() locale: Locale,
  ): Promise<JobView> {
    await this.manage.retry(user, id, remoteAddress);
    return this.jobs.one(user, id, locale);
  }
}
