import { roundStatus } from '@jixiao/domain';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';

/**
 * Whether a round takes reports is a matter of its lock and its first day; its deadline does not stop anybody, what comes
 * late is taken and shown as such (R28).
 * @param today ISO day in China
 * @throws DomainError `round-locked` or `round-not-open` where nothing may be written into the round
 */
export function requireOpen(
  round: Pick<MonitoringRound, 'status' | 'opensOn' | 'year' | 'month'>,
  today: string,
): void {
  const { year, month, opensOn } = round;
  const status = roundStatus(round, today);
  if (status === 'locked') throw new DomainError('round-locked', { year, month });
  if (status === 'notOpen') throw new DomainError('round-not-open', { year, month, opensOn });
}
