import type { Alert } from '../../shared/api/schema.gen.js';

/** How near the last day for an answer is, in working days. */
export type Nearness = { readonly key: 'left' | 'late'; readonly n: number } | { readonly key: 'today'; readonly n: 0 };

/** Null where nobody waits for an answer. */
export function nearnessOf({ daysLeft, isOverdue }: Pick<Alert, 'daysLeft' | 'isOverdue'>): Nearness | null {
  if (daysLeft === null) return null;
  if (isOverdue) return { key: 'late', n: Math.max(1, -daysLeft) };
  return daysLeft <= 0 ? { key: 'today', n: 0 } : { key: 'left', n: daysLeft };
}
