import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { DatabaseConflict } from '../database-conflict.js';
import { TransactionContext, type TransactionScope } from '../transaction-context.js';
import { UnitOfWork, type LastStep } from '../unit-of-work.js';

/** How long to wait for another process (a command beside the running server) to finish its transaction. */
const PATIENCE_MS = 30_000;
const PAUSE_MS = 25;

/**
 * All transactions of a process share one connection, on which two overlapping ones would nest and lose work that was
 * reported as saved. So they stand in one queue. Between processes the database's own lock decides: it is taken at the
 * beginning of a transaction and waited for without blocking the process.
 */
export class SqliteUnitOfWork extends UnitOfWork {
  override readonly oneAtATime = true;
  private tail: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly writer: DataSource,
    private readonly readOnly: DataSource,
    private readonly scope: TransactionScope,
  ) {
    super();
  }

  override async run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const current = this.scope.current();
    if (current) return current.join(work);
    const mine = this.tail.then(() => this.transaction(work));
    this.tail = mine.catch(() => undefined);
    return mine;
  }

  override beforeCommit<T = never>(step: LastStep<T>, items: readonly T[] = []): void {
    this.scope.beforeCommit(step, items);
  }

  override afterCommit(effect: () => void): void {
    this.scope.afterCommit(effect);
  }

  override get reader(): EntityManager {
    return this.scope.current()?.manager ?? this.readOnly.manager;
  }

  override get inTransaction(): boolean {
    return this.scope.current() !== null;
  }

  override apart<T>(work: () => Promise<T>): Promise<T> {
    return this.scope.apart(work);
  }

  private async transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.writer.createQueryRunner();
    await this.begin(runner);
    const context = new TransactionContext(runner.manager);
    let result: T;
    try {
      result = await this.scope.inside(context, work);
      await runner.commitTransaction();
    } catch (error) {
      await rollBack(runner);
      throw error;
    }
    this.scope.runEffects(context);
    return result;
  }

  private async begin(runner: QueryRunner): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await runner.startTransaction();
      } catch (error) {
        forget(runner);
        const busy = error instanceof DatabaseConflict && error.kind === 'busy';
        if (!busy || Date.now() > deadline) throw error;
        await sleep(PAUSE_MS);
      }
    }
  }
}

/** Where SQLite has rolled back by itself (a full disk), ROLLBACK fails; the first error is the one that tells. */
const rollBack = (runner: QueryRunner): Promise<void> => runner.rollbackTransaction().catch(() => forget(runner));

/** TypeORM counts a transaction as begun until a statement of its own has ended it; the runner is used again. */
const forget = (runner: QueryRunner): void =>
  void Object.assign(runner, { isTransactionActive: false, transactionDepth: 0 });
