import { chinaDay } from '../../apps/api/src/platform/runtime/clock.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The ISO day in China so many days from now; negative for the past. */
export const dayFromNow = (days: number): string => chinaDay(new Date(Date.now() + days * DAY_MS));

/** As sentences write it: `2026年12月8日`. */
export const written = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
