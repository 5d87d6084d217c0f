/** How long the file of an export is kept. What was in it stays in the ledger of papers. */
export const KEPT_DAYS = 30;
const DAY_MS = 24 * 3_600_000;

/** When the file of an export that was asked for then is removed. */
export const expiryOf = (requestedAt: string): string =>
  new Date(Date.parse(requestedAt) + KEPT_DAYS * DAY_MS).toISOString();

/** What was asked for before that has had its time. */
export const requestedBefore = (now: string): string => new Date(Date.parse(now) - KEPT_DAYS * DAY_MS).toISOString();
