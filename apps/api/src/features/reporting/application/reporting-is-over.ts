import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import type { RoundException } from '../persistence/round-exception.entity.js';

/** Whether no unit reports into a round any more: it was ended for all, or the last day of each has passed (R28). */
export const reportingIsOver = (
  { closesOn, reportingEndedAt }: Pick<MonitoringRound, 'closesOn' | 'reportingEndedAt'>,
  granted: readonly Pick<RoundException, 'closesOn'>[],
  today: string,
): boolean =>
  reportingEndedAt !== null || [closesOn, ...granted.map((one) => one.closesOn)].every((day) => today > day);
