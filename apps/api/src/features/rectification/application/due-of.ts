import { dueState, type DueState, type WorkCalendar } from '@jixiao/domain';

/** Whether something that is still to be done is near its deadline. */
export const dueOf = (
  { deadline, isWaiting }: { readonly deadline: string | null; readonly isWaiting: boolean },
  today: string,
  calendar: WorkCalendar,
): DueState => (isWaiting ? dueState(deadline, today, calendar) : 'none');

/** Where nobody has loaded a calendar, plain weeks count. */
export const PLAIN_WEEKS: WorkCalendar = { off: new Set(), worked: new Set() };
