import { dueState, type DueState, type WorkCalendar } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/runtime/clock.js';
import { WorkCalendarQuery } from '../../work-calendar/index.js';

/** How a deadline stands today; `none` where nothing is to be done by it any more. */
export type DueOf = (deadline: string | null, isWaiting: boolean) => DueState;

/** Tells what is near its deadline, by the working days that count today. */
@Injectable()
export class Deadlines {
  constructor(
    private readonly calendars: WorkCalendarQuery,
    private readonly clock: Clock,
  ) {}

  /** By one statement, for any number of deadlines. */
  async today(manager: EntityManager): Promise<DueOf> {
    const today = this.clock.today();
    const year = Number(today.slice(0, 4));
    const calendar: WorkCalendar = await this.calendars.of(manager, [year, year + 1]);
    return (deadline, isWaiting) => (isWaiting ? dueState(deadline, today, calendar) : 'none');
  }
}
