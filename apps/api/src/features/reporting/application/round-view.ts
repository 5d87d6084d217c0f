import { isDeadlinePassed, roundStatus } from '@jixiao/domain';
import type { RoundView } from '../http/reporting.dto.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';

/** A round as everybody sees it; the deadline of a unit that was given more time is another one (`UnitDeadlines`). */
export const roundView = (round: MonitoringRound, today: string): RoundView => ({
  id: round.id,
  year: round.year,
  month: round.month,
  status: roundStatus(round, today),
  opensOn: round.opensOn,
  closesOn: round.closesOn,
  deadlinePassed: isDeadlinePassed(round, today),
  reportingEndedAt: round.reportingEndedAt,
  rulePack: round.rulePackRef,
  lockedAt: round.lockedAt,
});
