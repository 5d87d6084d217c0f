import { addWorkingDays, type WorkCalendar } from '../alerts/work-calendar.js';

/** 已逾期, 即将到期, 按期; `none` where there is no deadline, or nothing is to be done by it any more. */
export const DUE_STATES = ['overdue', 'soon', 'inTime', 'none'] as const;
export type DueState = (typeof DUE_STATES)[number];

/** Working days before a deadline from which it is near. */
export const SOON_DAYS = 3;

/** How a deadline stands on a day; the deadline itself still counts as in time. ISO days. */
export function dueState(deadline: string | null, today: string, calendar: WorkCalendar): DueState {
  if (deadline === null) return 'none';
  if (deadline < today) return 'overdue';
  return deadline <= addWorkingDays(today, SOON_DAYS, calendar) ? 'soon' : 'inTime';
}
