import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';

/** @throws DomainError `round-locked` or `round-not-open` where nothing may be written into the round */
export function requireOpen({ status, year, month }: Pick<MonitoringRound, 'status' | 'year' | 'month'>): void {
  if (status === 'locked') throw new DomainError('round-locked', { year, month });
  if (status === 'notOpen') throw new DomainError('round-not-open', { year, month });
}
