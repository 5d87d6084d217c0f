import { roundStatus } from '@jixiao/domain';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { requireOpen, type MonitoringRound } from '../../reporting/index.js';

type Window = Pick<MonitoringRound, 'status' | 'opensOn' | 'year' | 'month' | 'reportingEndedAt'>;

/**
 * Whether results of department goals are taken: while the round is open. As with reports, the unit's last day stops nobody,
 * it decides what a blank means (R28). But nobody hands these in and nobody checks them, so that they are final from the
 * moment at which finance has ended reporting for all.
 * @param today ISO day in China
 */
export const takesGoalResults = (round: Window, today: string): boolean =>
  roundStatus(round, today) === 'open' && round.reportingEndedAt === null;

/** @throws DomainError `round-locked`, `round-not-open`, `goal-reporting-ended` */
export function requireTakesGoalResults(round: Window, today: string): void {
  requireOpen(round, today);
  const { year, month } = round;
  if (!takesGoalResults(round, today)) throw new DomainError('goal-reporting-ended', { year, month });
}
