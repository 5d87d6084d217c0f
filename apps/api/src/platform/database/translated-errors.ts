import type { DataSource, QueryRunner } from 'typeorm';
import { DatabaseConflict } from './database-conflict.js';
import { translateError } from './errors.js';

/** By query runner: the deadlock, lock timeout or lost connection that it has met. */
const losses = new WeakMap<QueryRunner, DatabaseConflict>();
const instrumented = new WeakSet<QueryRunner>();

/**
 * What has ended a transaction on the server's side. MySQL rolls back at a deadlock and would run what follows without
 * a transaction, so a transaction with a loss must not go on even where the caller swallowed the error.
 */
export const lossOf = (runner: QueryRunner): DatabaseConflict | undefined => losses.get(runner);

/** Makes every query of a data source, inside and outside transactions, fail with `DatabaseConflict` where it is one. */
export function translateErrorsOf(dataSource: DataSource): void {
  const create = dataSource.createQueryRunner.bind(dataSource);
  dataSource.createQueryRunner = (mode) => instrument(create(mode), dataSource);
}

function instrument(runner: QueryRunner, dataSource: DataSource): QueryRunner {
  if (instrumented.has(runner)) return runner;
  instrumented.add(runner);
  const query: QueryRunner['query'] = runner.query.bind(runner);
  runner.query = async (sql: string, parameters?: unknown[], structured?: boolean) => {
    try {
      return await (structured === true ? query(sql, parameters, true) : query(sql, parameters));
    } catch (error) {
      const translated = translateError(error, dataSource);
      if (isLoss(translated)) losses.set(runner, translated);
      throw translated;
    }
  };
  return runner;
}

const isLoss = (error: unknown): error is DatabaseConflict =>
  error instanceof DatabaseConflict && (error.kind === 'busy' || error.kind === 'unavailable');
