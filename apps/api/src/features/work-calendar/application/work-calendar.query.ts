import { workCalendarOf, type CalendarDay, type WorkCalendar } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WorkCalendarRepository } from '../persistence/work-calendar.repository.js';
import { statutoryYear } from './statutory-holidays.js';

/** A year as it counts: entered by somebody, else as shipped, else `none`, and plain weeks count. */
export interface YearInForce {
  readonly year: number;
  readonly origin: 'entered' | 'shipped' | 'none';
  readonly source: string;
  readonly days: readonly CalendarDay[];
  /** 0 where nobody has entered the year. */
  readonly version: number;
  readonly changedAt: string | null;
  readonly changedBy: string | null;
}

/** Years together, with those of them that have no calendar, whose weeks are counted plain. */
export type CalendarOfYears = WorkCalendar & { readonly missing: readonly number[] };

/** Holidays and make-up days as they count (R27). */
@Injectable()
export class WorkCalendarQuery {
  constructor(private readonly calendars: WorkCalendarRepository) {}

  /** By one statement for any number of years. */
  async of(manager: EntityManager, years: readonly number[]): Promise<CalendarOfYears> {
    const inForce = await this.years(manager, years);
    const missing = inForce.filter(({ days }) => days.length === 0).map(({ year }) => year);
    return { ...workCalendarOf(inForce.flatMap(({ days }) => days)), missing };
  }

  async years(manager: EntityManager, years: readonly number[]): Promise<readonly YearInForce[]> {
    const stored = new Map((await this.calendars.find(manager, years)).map((each) => [each.year, each]));
    return years.map((year) => {
      const entered = stored.get(year);
      return entered === undefined ? asShipped(year) : { ...entered, origin: 'entered' };
    });
  }
}

/** A year that nobody has entered. */
export function asShipped(year: number): YearInForce {
  const shipped = statutoryYear(year);
  const unchanged = { year, version: 0, changedAt: null, changedBy: null };
  if (shipped === null) return { ...unchanged, origin: 'none', source: '', days: [] };
  return { ...unchanged, origin: 'shipped', ...shipped };
}
