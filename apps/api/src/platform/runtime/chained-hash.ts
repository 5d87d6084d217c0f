import { createHash } from 'node:crypto';

/** What a chain of hashes begins with, in the place of a hash before the first. */
export const CHAIN_START = '0'.repeat(64);

/**
 * SHA-256 (64 hexadecimal digits) of a row that is tied to all rows before it: of the JSON array that begins with the
 * hash of the row before and goes on with the row's own values, in a fixed order. Text must be well-formed Unicode, for
 * a database stores no other.
 */
export const chainedHash = (previous: string, values: readonly (string | number | null)[]): string =>
  createHash('sha256')
    .update(JSON.stringify([previous, ...values]))
    .digest('hex');
