import type { DatabaseConfig } from '../../config/app-config.js';
import type { Database } from './database.js';
import { openMysql } from './dialects/open-mysql.js';
import { openSqlite } from './dialects/open-sqlite.js';
import type { EntityList } from './entity-list.js';
import { TransactionScope } from './transaction-context.js';

/**
 * Connects to the configured database and brings its schema up to date.
 *
 * @param entities every table
 * @param report told of errors that no caller can receive, such as those of effects after a commit
 * @throws CannotOpenDatabase in one line where it cannot be reached or used; there is no fallback
 */
export function openDatabase(
  config: DatabaseConfig,
  entities: EntityList,
  report: (error: unknown) => void,
): Promise<Database> {
  const scope = new TransactionScope(report);
  return config.backend === 'sqlite' ? openSqlite(config, entities, scope) : openMysql(config, entities, scope);
}
