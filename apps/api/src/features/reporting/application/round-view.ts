import type { RoundView } from '../http/reporting.dto.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';

/** True from the day after the round's last reporting day, or once reporting was ended before it (R28). @param today ISO day */
export const isDeadlinePassed = (
  { closesOn, reportingEndedAt }: Pick<MonitoringRound, 'closesOn' | 'reportingEndedAt'>,
  today: string,
): boolean => reportingEndedAt !== null || today > closesOn;

export const roundView = (round: MonitoringRound, today: string): RoundView => ({
  id: round.id,
  year: round.year,
  month: round.month,
  status: round.status,
  opensOn: round.opensOn,
  closesOn: round.closesOn,
  deadlinePassed: isDeadlinePassed(round, today),
  rulePack: round.rulePackRef,
  lockedAt: round.lockedAt,
});
