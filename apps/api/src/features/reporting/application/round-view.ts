import type { RoundView } from '../http/reporting.dto.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';

/** True from the day after the round's last reporting day (R28). @param today ISO day */
export const isDeadlinePassed = (round: Pick<MonitoringRound, 'closesOn'>, today: string): boolean =>
  today > round.closesOn;

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
