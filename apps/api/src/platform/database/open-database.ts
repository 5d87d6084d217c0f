import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { DatabaseConfig } from '../../config/app-config.js';
import type { Database } from './database.js';
import { openMysql } from './dialects/open-mysql.js';
import { openSqlite } from './dialects/open-sqlite.js';
import { TransactionScope } from './transaction-context.js';

export type Entities = readonly (EntityTarget<ObjectLiteral> & (abstract new () => unknown))[];

/**
 * Connects to the configured database and brings its schema up to date.
 *
 * @param entities every table, given by the composition root: the platform knows no feature
 * @param report told of errors that no caller can receive, such as those of effects after a commit
 * @throws CannotOpenDatabase in one line where it cannot be reached or used; there is no fallback
 */
export function openDatabase(
  config: DatabaseConfig,
  entities: Entities,
  report: (error: unknown) => void,
): Promise<Database> {
  const scope = new TransactionScope(report);
  return config.backend === 'sqlite' ? openSqlite(config, entities, scope) : openMysql(config, entities, scope);
}
