import type { ReportState } from '@jixiao/domain';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { NO_REPORTS, type ReportStates } from '../persistence/report-states.query.js';

/** How many reports are in which state. */
export function countStates(states: readonly ReportState[]): ReportStates {
  const counts = { ...NO_REPORTS };
  for (const state of states) counts[state] += 1;
  return counts;
}

/** What may still be outstanding when a round is to be locked; the counts of the refusal. */
export type Unfinished = Omit<ReportStates, 'accepted' | 'locked'>;

export const unfinishedOf = ({ accepted: _accepted, locked: _locked, ...unfinished }: ReportStates): Unfinished =>
  unfinished;

/** @throws DomainError `round-unfinished` with the counts by state where any report is not accepted */
export function requireFinished(unfinished: Unfinished): void {
  const projects = Object.values(unfinished).reduce((sum, count) => sum + count, 0);
  if (projects > 0) throw new DomainError('round-unfinished', { projects, ...unfinished });
}
