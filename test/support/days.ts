import { chinaDay } from '../../apps/api/src/platform/runtime/clock.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The ISO day in China so many days from now; negative for the past. */
export const dayFromNow = (days: number): string => chinaDay(new Date(Date.now() + days * DAY_MS));
