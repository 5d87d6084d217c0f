import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { IdentityModule } from '../identity/index.js';
import { ChangeWorkCalendar } from './application/change-work-calendar.js';
import { WorkCalendarViews } from './application/work-calendar-views.js';
import { WorkCalendarQuery } from './application/work-calendar.query.js';
import { Workdays } from './application/workdays.js';
import { WorkCalendarController } from './http/work-calendar.controller.js';
import { WorkCalendarRepository } from './persistence/work-calendar.repository.js';

@Module({
  imports: [AuditModule, IdentityModule],
  controllers: [WorkCalendarController],
  providers: [ChangeWorkCalendar, WorkCalendarQuery, WorkCalendarRepository, WorkCalendarViews, Workdays],
  exports: [WorkCalendarQuery, Workdays],
})
export class WorkCalendarModule {}
