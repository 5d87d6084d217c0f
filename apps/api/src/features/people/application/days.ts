const DAY_MS = 24 * 60 * 60 * 1000;

/** The ISO day that lies `days` after another, or before it. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);
