import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { PeopleNames } from '../../identity/index.js';
import type { WorkCalendarView } from '../http/work-calendar.dto.js';
import { asShipped, WorkCalendarQuery } from './work-calendar.query.js';

/** The calendar of a year for the page, with who has entered it. */
@Injectable()
export class WorkCalendarViews {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly calendars: WorkCalendarQuery,
    private readonly names: PeopleNames,
  ) {}

  async one(year: number): Promise<WorkCalendarView> {
    const [found] = await this.calendars.years(this.uow.reader, [year]);
    const { days, changedBy, ...calendar } = found ?? asShipped(year);
    const nameOf = await this.names.of(this.uow.reader, [changedBy]);
    return {
      ...calendar,
      days: [...days],
      calendarMissing: days.length === 0,
      changedBy,
      changedByName: nameOf(changedBy),
    };
  }
}
