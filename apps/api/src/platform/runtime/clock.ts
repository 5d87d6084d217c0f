import { Injectable } from '@nestjs/common';

/** China has one time zone and no summer time, so an offset is enough and no server setting can change a deadline. */
const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The ISO day in China at an instant: a round that closes on the 10th closes at midnight in Beijing, 16:00 UTC. */
export const chinaDay = (instant: Date): string =>
  new Date(instant.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 10);

/** An instant as the clocks in China show it, `2023-06-30 23:59:59`. */
export const chinaTime = (instant: string): string =>
  new Date(Date.parse(instant) + CHINA_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');

/** The instant at which an ISO day begins in China, `2023-06-29T16:00:00.000Z` for `2023-06-30`. */
export const startOfChinaDay = (day: string): string => new Date(Date.parse(day) - CHINA_OFFSET_MS).toISOString();

/** The last instant of an ISO day in China, `2023-06-30T15:59:59.999Z` for `2023-06-30`. */
export const chinaDayEnd = (day: string): string =>
  new Date(Date.parse(day) - CHINA_OFFSET_MS + DAY_MS - 1).toISOString();

/** The present, given to whoever needs it, so that tests can set it. */
@Injectable()
export class Clock {
  /** ISO-8601 instant in UTC with milliseconds, `2023-06-30T15:59:59.000Z`. */
  now(): string {
    return this.date().toISOString();
  }

  /** The calendar day in China, `2023-06-30`. */
  today(): string {
    return chinaDay(this.date());
  }

  /** An instant `ms` milliseconds from now, for leases and deadlines. */
  later(ms: number): string {
    return new Date(this.date().getTime() + ms).toISOString();
  }

  protected date(): Date {
    return new Date();
  }
}
