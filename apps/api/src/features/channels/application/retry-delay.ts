const LONGEST_MS = 60 * 60 * 1000;

/**
 * Milliseconds until the next try: doubles with each that failed, up to an hour.
 * @param firstMs after the first
 * @param failures tries that failed, from 1
 */
export const retryDelay = (firstMs: number, failures: number): number =>
  Math.min(firstMs * 2 ** Math.min(failures - 1, 30), LONGEST_MS);
