import type { ReviewItem } from './review.api.js';

/** What a reviewer does with a waiting report. */
export type ReviewStep = 'approve' | 'accept' | 'return';

/** The step that leads a waiting report on. */
export const stepFor = ({ status }: Pick<ReviewItem, 'status'>): 'approve' | 'accept' =>
  status === 'submitted' ? 'approve' : 'accept';

/** Those of the chosen reports that a step is possible with: one's own may be returned, but not approved. */
export const takersOf = (items: readonly ReviewItem[], step: ReviewStep): ReviewItem[] =>
  items.filter((item) => step === 'return' || (stepFor(item) === step && item.refusal === null));

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long a report has been waiting, in whole days from the second day on, else in hours. */
export function waitedFor(since: string, now: number): { readonly unit: 'day' | 'hour'; readonly n: number } {
  const passed = Math.max(0, now - Date.parse(since));
  if (passed >= DAY_MS) return { unit: 'day', n: Math.floor(passed / DAY_MS) };
  return { unit: 'hour', n: Math.floor(passed / HOUR_MS) };
}

/** The report to look at after this one has left the queue: the next below, else the last; null where none is left. */
export function nextAfter(items: readonly ReviewItem[], projectId: string): string | null {
  const at = items.findIndex((item) => item.projectId === projectId);
  const rest = items.filter((item) => item.projectId !== projectId);
  return (rest[at] ?? rest.at(-1))?.projectId ?? null;
}
