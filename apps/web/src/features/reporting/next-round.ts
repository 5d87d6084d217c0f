import { lastDayOf } from '@jixiao/domain';
import type { Round } from '../../shared/api/schema.gen.js';

export interface RoundDraft {
  year: number;
  month: number;
  opensOn: string;
  closesOn: string;
}

const QUARTER = 3;
const DECEMBER = 12;
/** Days after the end of the period by which units report, unless finance sets another deadline. */
const DAYS_TO_REPORT = 15;
const DAY_MS = 86_400_000;

const addDays = (isoDay: string, days: number): string =>
  new Date(Date.parse(`${isoDay}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Usual window of a round: from the day after its period for half a month. */
export function windowOf(year: number, month: number): Pick<RoundDraft, 'opensOn' | 'closesOn'> {
  const last = lastDayOf({ year, month });
  return { opensOn: addDays(last, 1), closesOn: addDays(last, DAYS_TO_REPORT) };
}

/** The round that usually comes next: the quarter after the newest one. */
export function nextRound(rounds: readonly Pick<Round, 'year' | 'month'>[], thisYear: number): RoundDraft {
  const newest = [...rounds].sort((a, b) => b.year - a.year || b.month - a.month)[0];
  if (!newest) return { year: thisYear, month: QUARTER, ...windowOf(thisYear, QUARTER) };
  const month = (Math.floor(newest.month / QUARTER) + 1) * QUARTER;
  const [year, at] = month > DECEMBER ? [newest.year + 1, QUARTER] : [newest.year, month];
  return { year, month: at, ...windowOf(year, at) };
}
