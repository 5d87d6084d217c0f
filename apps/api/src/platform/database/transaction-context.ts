import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';
import type { LastStep } from './unit-of-work.js';

/** One transaction as its call chain sees it. */
export class TransactionContext {
  private open = true;
  private readonly effects: (() => void)[] = [];
  private readonly lastSteps = new Map<LastStep<never>, unknown[]>();
  private failure: { readonly error: unknown } | null = null;

  constructor(readonly manager: EntityManager) {}

  get isOpen(): boolean {
    return this.open;
  }

  /**
   * A nested unit of work. There is no partial rollback: where it fails, the whole transaction fails, even if the
   * caller goes on, so that nothing is ever half saved.
   */
  async join<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await work(this.manager);
    } catch (error) {
      this.failure ??= { error };
      throw error;
    }
  }

  beforeCommit<T>(step: LastStep<T>, items: readonly T[]): void {
    const gathered = this.lastSteps.get(step);
    if (gathered === undefined) this.lastSteps.set(step, [...items]);
    else for (const item of items) gathered.push(item);
  }

  /** A step that asks for another, or for itself, is followed by it. */
  async runLastSteps(): Promise<void> {
    for (const [step, items] of this.lastSteps) {
      this.lastSteps.delete(step);
      await step(this.manager, items as never[]);
    }
  }

  afterCommit(effect: () => void): void {
    this.effects.push(effect);
  }

  throwNestedFailure(): void {
    if (this.failure) throw this.failure.error;
  }

  /** A call that was not awaited and comes late must not write into a transaction that has ended. */
  close(): void {
    this.open = false;
  }

  takeEffects(): readonly (() => void)[] {
    return this.effects.splice(0);
  }
}

/** What both databases' units of work share: who is inside which transaction, and what follows a commit. */
export class TransactionScope {
  private readonly storage = new AsyncLocalStorage<TransactionContext>();

  constructor(private readonly report: (error: unknown) => void) {}

  /** The transaction of the present call chain, null outside of one. */
  current(): TransactionContext | null {
    const context = this.storage.getStore();
    return context?.isOpen ? context : null;
  }

  /** Runs `work` as if nobody were inside a transaction. */
  apart<T>(work: () => Promise<T>): Promise<T> {
    return this.storage.exit(work);
  }

  /** Runs `work` as the inside of a transaction, which is closed to further calls when it ends. */
  async inside<T>(context: TransactionContext, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.storage.run(context, async () => {
        const result = await work(context.manager);
        context.throwNestedFailure();
        await context.runLastSteps();
        context.throwNestedFailure();
        return result;
      });
    } finally {
      context.close();
    }
  }

  /** The transaction is stored by now, so an effect that fails is reported and hinders neither the others nor the caller. */
  runEffects(context: TransactionContext): void {
    for (const effect of context.takeEffects()) this.storage.exit(() => this.runEffect(effect));
  }

  /** At the end of the present transaction, inside it. */
  beforeCommit<T>(step: LastStep<T>, items: readonly T[]): void {
    const current = this.current();
    if (!current) throw new Error('There is no transaction to end');
    current.beforeCommit(step, items);
  }

  /** After the commit of the present transaction; at once where there is none. */
  afterCommit(effect: () => void): void {
    const current = this.current();
    if (current) current.afterCommit(effect);
    else this.runEffect(effect);
  }

  private runEffect(effect: () => void): void {
    try {
      effect();
    } catch (error) {
      this.report(error);
    }
  }
}
