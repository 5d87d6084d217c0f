import type { QuietHours } from './alert-rule-set.js';

const DAY_MINUTES = 24 * 60;

/**
 * Minutes from a local time until somebody may be sent something: 0 outside the quiet hours and at their end.
 * @param time `HH:MM`; of the quiet hours the beginning counts and the end does not, and they may pass midnight
 * @throws RangeError for anything but a time
 */
export function afterQuietHours(time: string, quiet: QuietHours | null): number {
  if (quiet === null) return 0;
  const [at, from, until] = [minuteOf(time), minuteOf(quiet.from), minuteOf(quiet.until)];
  const sinceBeginning = (at - from + DAY_MINUTES) % DAY_MINUTES;
  const length = (until - from + DAY_MINUTES) % DAY_MINUTES;
  return sinceBeginning < length ? length - sinceBeginning : 0;
}

function minuteOf(time: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hours === undefined || minutes === undefined)
    throw new RangeError(`not a time: ${JSON.stringify(time.slice(0, 20))}`);
  return Number(hours) * 60 + Number(minutes);
}
