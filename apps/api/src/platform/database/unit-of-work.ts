import type { EntityManager } from 'typeorm';

/** The end of a transaction, with everything that was handed to it on the way. */
export type LastStep<T> = (manager: EntityManager, items: readonly T[]) => Promise<void>;

/**
 * The only way to write. Serialised on SQLite (its drivers share one connection), re-entrant within one call chain,
 * and repeated on a deadlock on MySQL; so `work` must have no effect outside the database.
 */
export abstract class UnitOfWork {
  abstract run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /**
   * Runs `step` inside the present transaction, after all other work of it and before its commit: for rows that everybody
   * writes to and that therefore should be held as shortly as possible. Steps run in the order in which they were first
   * asked for. One that is asked for again (the same function) runs once, with the items of all calls in their order; where
   * it has run already, it runs again for what came later. An error in it fails the transaction.
   * @throws Error where there is no transaction
   */
  abstract beforeCommit<T = never>(step: LastStep<T>, items?: readonly T[]): void;
  /** Runs `effect` once the transaction of the present call chain has committed; at once where there is none. */
  abstract afterCommit(effect: () => void): void;
  /**
   * For reading: sees only what is committed. Inside a transaction it is that transaction's own manager, for work that
   * holds one connection and waits for a second would hold up the whole pool once enough of it runs at the same time.
   */
  abstract get reader(): EntityManager;
  /** Whether the present call chain is inside a transaction. */
  abstract get inTransaction(): boolean;
  /** Whether a second transaction of this process waits until the first has ended, as on SQLite. */
  abstract readonly oneAtATime: boolean;
  /**
   * Begins work that is no part of the present transaction, whose fate it does not share. Never wait for it inside one:
   * where transactions run one at a time it begins afterwards, elsewhere it needs a connection that others may hold.
   */
  abstract apart<T>(work: () => Promise<T>): Promise<T>;
}
