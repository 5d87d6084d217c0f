import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { IdentityModule } from '../identity/index.js';
import { JobPageQuery } from './application/job-page.query.js';
import { ManageJob } from './application/manage-job.js';
import { EventsController } from './http/events.controller.js';
import { JobsController } from './http/jobs.controller.js';

/** What people see of background work; the work itself is platform/jobs. */
@Module({
  imports: [AuditModule, IdentityModule],
  controllers: [JobsController, EventsController],
  providers: [JobPageQuery, ManageJob],
})
export class JobsModule {}
