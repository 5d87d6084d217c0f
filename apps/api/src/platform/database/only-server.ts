import type { DatabaseConfig } from '../../config/app-config.js';
import { CannotOpenDatabase } from './cannot-open-database.js';
import { lockSqlite } from './dialects/sqlite-lock.js';

/** A server that is just stopping may take so long. */
const PATIENCE_MS = 3_000;

/**
 * Makes this process the one server on an embedded database: live events, cancelling and the pauses after failed
 * sign-ins live in a server's memory, so that two would each know half. Commands work beside it. A database server
 * carries any number.
 *
 * @returns the release; a process that ends releases by itself
 * @throws CannotOpenDatabase where another server has the data
 */
export async function becomeOnlyServer(database: DatabaseConfig): Promise<() => void> {
  if (database.backend !== 'sqlite') return () => undefined;
  const release = await lockSqlite(database.file, 'serve', PATIENCE_MS);
  if (release) return release;
  throw new CannotOpenDatabase(
    `Another server is running on ${database.file}; stop it, or set DATA_DIR to another folder. ` +
      'For several servers on the same data set DATABASE_URL and REDIS_URL.',
  );
}
