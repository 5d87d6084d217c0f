import type { EntityManager } from 'typeorm';

/**
 * The only way to write. Serialised on SQLite (its drivers share one connection), re-entrant within one call chain,
 * and repeated on a deadlock on MySQL; so `work` must have no effect outside the database.
 */
export abstract class UnitOfWork {
  abstract run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** Runs `effect` once the transaction of the present call chain has committed; at once where there is none. */
  abstract afterCommit(effect: () => void): void;
  /** For reading outside a transaction: sees only what is committed. */
  abstract get reader(): EntityManager;
}
