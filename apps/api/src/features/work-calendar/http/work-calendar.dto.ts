import { CALENDAR_DAY_KINDS } from '@jixiao/domain';
import { z } from 'zod';

const Day = z.object({
  day: z.string().max(20).describe('ISO day'),
  kind: z.enum(CALENDAR_DAY_KINDS).describe('`off`: a holiday; `worked`: a weekend that is made up for'),
  name: z.string().trim().max(100),
});

const Source = z.string().trim().max(300).describe('Where the days come from, as a notice');

export const WorkCalendarInput = z
  .strictObject({
    source: Source,
    days: z.array(Day).max(400),
    version: z.int().min(0).describe('The version that was changed; 0 for a year that nobody has entered'),
  })
  .meta({ id: 'WorkCalendarInput' });
export type WorkCalendarInput = z.output<typeof WorkCalendarInput>;

export const WorkCalendarView = z
  .object({
    year: z.int(),
    origin: z.enum(['entered', 'shipped', 'none']),
    calendarMissing: z.boolean().describe('Plain weeks count: Monday to Friday'),
    source: Source,
    days: z.array(Day).describe('In calendar order'),
    version: z.int(),
    changedAt: z.string().nullable(),
    changedBy: z.string().nullable(),
    changedByName: z.string().nullable(),
  })
  .meta({ id: 'WorkCalendar' });
export type WorkCalendarView = z.input<typeof WorkCalendarView>;
