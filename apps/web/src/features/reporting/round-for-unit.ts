import type { Report, Round } from '../../shared/api/schema.gen.js';

/** The round as it is for the unit of a report: with the deadline that counts for it, which may be later than for others (R28). */
export const roundForUnit = (
  round: Round,
  { closesOn, deadlinePassed }: Pick<Report, 'closesOn' | 'deadlinePassed'>,
): Round => ({ ...round, closesOn, deadlinePassed });
