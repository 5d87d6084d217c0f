import type { NoticeKind } from './notice-kinds.js';

export type DeadlineStage = Extract<NoticeKind, `deadline-${string}`>;

const SOON_DAYS = 3;
const NEAR_DAYS = 1;

/**
 * Which reminder of a deadline is due, the latest one only: after some days of downtime nobody is told today that there
 * were three days left.
 * @param daysLeft 0 on the last reporting day, negative afterwards
 */
export function deadlineStage(daysLeft: number): DeadlineStage | null {
  if (daysLeft < 0) return 'deadline-passed';
  if (daysLeft <= NEAR_DAYS) return 'deadline-near';
  return daysLeft <= SOON_DAYS ? 'deadline-soon' : null;
}
