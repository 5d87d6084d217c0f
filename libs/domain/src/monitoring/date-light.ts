import type { Period } from '../kernel/period.js';
import { lastDayOf } from '../kernel/period.js';
import type { IndicatorVerdict } from './indicator-context.js';
import { grey } from './indicator-context.js';

/**
 * R21, as of the round's last day. `doneOn` is null for "not done yet"; a day after the round's end, which reporting
 * refuses, is not done yet as of that day.
 */
export function dateLight(dueDate: string, doneOn: string | null, period: Period): IndicatorVerdict {
  const lastDay = lastDayOf(period);
  if (doneOn === null || doneOn > lastDay) {
    return dueDate <= lastDay ? { light: 'red', reason: 'overdue' } : grey('not-due');
  }
  return doneOn <= dueDate ? { light: 'green', reason: 'done-in-time' } : { light: 'red', reason: 'done-late' };
}
