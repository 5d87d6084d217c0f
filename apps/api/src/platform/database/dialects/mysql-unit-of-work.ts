import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { DatabaseConflict } from '../database-conflict.js';
import { TransactionContext, type TransactionScope } from '../transaction-context.js';
import { lossOf } from '../translated-errors.js';
import { UnitOfWork, type LastStep } from '../unit-of-work.js';

const MAX_TRIES = 6;
const FIRST_PAUSE_MS = 20;

/**
 * Transactions run side by side, each on a connection of its own, READ COMMITTED. A deadlock or a lock timeout undoes
 * the whole work and repeats it, with growing pauses of random length so that the same two do not meet again.
 */
export class MysqlUnitOfWork extends UnitOfWork {
  override readonly oneAtATime = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly scope: TransactionScope,
  ) {
    super();
  }

  override async run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const current = this.scope.current();
    if (current) return current.join(work);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.transaction(work);
      } catch (error) {
        const busy = error instanceof DatabaseConflict && error.kind === 'busy';
        if (!busy || attempt === MAX_TRIES) throw error;
        await sleep(FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + Math.random()));
      }
    }
  }

  override beforeCommit<T = never>(step: LastStep<T>, items: readonly T[] = []): void {
    this.scope.beforeCommit(step, items);
  }

  override afterCommit(effect: () => void): void {
    this.scope.afterCommit(effect);
  }

  override get reader(): EntityManager {
    return this.scope.current()?.manager ?? this.dataSource.manager;
  }

  override get inTransaction(): boolean {
    return this.scope.current() !== null;
  }

  override apart<T>(work: () => Promise<T>): Promise<T> {
    return this.scope.apart(work);
  }

  private async transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const context = new TransactionContext(runner.manager);
    let result: T;
    try {
      await runner.startTransaction();
      result = await this.scope.inside(context, work);
      const loss = lossOf(runner);
      if (loss) throw loss;
      await runner.commitTransaction();
    } catch (error) {
      await rollBack(runner);
      // What the work threw may follow from the loss; the loss decides whether it is tried again.
      throw lossOf(runner) ?? error;
    } finally {
      await runner.release();
    }
    this.scope.runEffects(context);
    return result;
  }
}

/** Where the connection is gone the server has rolled back by itself; the first error is the one that tells. */
async function rollBack(runner: QueryRunner): Promise<void> {
  if (!runner.isTransactionActive) return;
  await runner.rollbackTransaction().catch((error: unknown) => {
    if (!lossOf(runner)) throw error;
  });
}
