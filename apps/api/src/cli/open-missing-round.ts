import { lastDayOf } from '@jixiao/domain';
import { OpenRound, RoundRepository } from '../features/reporting/index.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/runtime/clock.js';
import { note } from './output.js';
import { OPERATOR, type Program } from './with-app.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Days that units have to report in a round that nobody has opened by a date of his own. */
const WINDOW_DAYS = 20;

/** Opens the round where there is none yet, from today until 20 days after today or after the period, whichever is later. */
export async function openMissingRound(program: Program, year: number, month: number): Promise<void> {
  const { reader } = program.get(UnitOfWork);
  if ((await program.get(RoundRepository).find(reader, year, month)) !== null) return;
  const today = program.get(Clock).today();
  const lastDay = lastDayOf({ year, month });
  const closesOn = daysAfter(today > lastDay ? today : lastDay, WINDOW_DAYS);
  await program.get(OpenRound).run(OPERATOR, { year, month, opensOn: today, closesOn });
  note(`jixiao: opened the round ${year}-${month}; units report until ${closesOn}`);
}

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);
