import { DomainError } from '../runtime/domain-error.js';

/**
 * What the database refused, in the same words on SQLite and MySQL.
 * `unique`: a second row with the same key. `reference`: a row that another refers to is missing, or is still referred
 * to. `tooLong`: text longer than its column. `busy`: a lock or a deadlock that outlasted all retries, worth trying
 * again later. `unavailable`: no connection.
 */
export type ConflictKind = 'unique' | 'reference' | 'tooLong' | 'busy' | 'unavailable';

const CODES: Readonly<Record<ConflictKind, string>> = {
  unique: 'already-exists',
  reference: 'still-referenced',
  tooLong: 'text-too-long',
  busy: 'busy',
  unavailable: 'database-unavailable',
};

/** A refusal of the database. Use cases that expect one ask for its `constraint` and throw their own, better one. */
export class DatabaseConflict extends DomainError {
  constructor(
    readonly kind: ConflictKind,
    /** Name of the violated constraint; null where the database does not tell (foreign keys on SQLite) or has none. */
    readonly constraint: string | null,
    options?: ErrorOptions,
  ) {
    super(CODES[kind], constraint === null ? {} : { constraint }, [], options);
  }
}
