/** The id that the options gave a mark; null where it has none, as on an axis. */
export const markIdOf = (data: unknown): string | null =>
  typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'string' ? data.id : null;

/** The same of what a tooltip is made for. */
export const markIdOfTip = (params: unknown): string | null =>
  typeof params === 'object' && params !== null && 'data' in params ? markIdOf(params.data) : null;
