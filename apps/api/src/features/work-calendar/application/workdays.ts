import { addWorkingDays, workingDaysBetween } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WorkCalendarQuery } from './work-calendar.query.js';

/** Fewer than any year has, so that this many lie within one more. */
const FEWEST_IN_A_YEAR = 150;

/** Deadlines in working days by the calendars in force (R27). A year without one counts plain weeks. */
@Injectable()
export class Workdays {
  constructor(private readonly calendars: WorkCalendarQuery) {}

  /**
   * The day that is so many working days after another, which itself does not count.
   * @throws RangeError for no ISO day, or a number of days that is none
   */
  async add(manager: EntityManager, day: string, days: number): Promise<string> {
    const more = Math.ceil(days / FEWEST_IN_A_YEAR);
    return addWorkingDays(day, days, await this.calendars.of(manager, yearsFrom(yearOf(day), more)));
  }

  /** Working days after one day up to another, which counts if it is one; negative where that is the earlier one. */
  async between(manager: EntityManager, from: string, to: string): Promise<number> {
    const [first, last] = [yearOf(from), yearOf(to)].sort((a, b) => a - b) as [number, number];
    return workingDaysBetween(from, to, await this.calendars.of(manager, yearsFrom(first, last - first)));
  }
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** A year and so many after it. */
const yearsFrom = (first: number, more: number): number[] => Array.from({ length: more + 1 }, (_, at) => first + at);
