import { DataSource } from 'typeorm';
import type { DatabaseConfig } from '../../../config/app-config.js';
import { CannotOpenDatabase } from '../cannot-open-database.js';
import { Database } from '../database.js';
import { MIGRATIONS, MIGRATIONS_TABLE } from '../migrations/index.js';
import { refuseNewerSchema } from '../migrations/refuse-newer-schema.js';
import type { EntityList } from '../entity-list.js';
import { SnakeNaming } from '../snake-naming.js';
import type { TransactionScope } from '../transaction-context.js';
import { translateErrorsOf } from '../translated-errors.js';
import { SqliteConnection } from './sqlite-driver.js';
import { lockSqlite } from './sqlite-lock.js';
import { SqliteUnitOfWork } from './sqlite-unit-of-work.js';

type SqliteConfig = Extract<DatabaseConfig, { backend: 'sqlite' }>;

const LOCK_PATIENCE_MS = 60_000;
/** The unit of work waits for other processes itself, without blocking; within SQLite only the shortest waits. */
const WRITER_TIMEOUT_MS = 20;
const READER_TIMEOUT_MS = 2_000;

/** A writing and a read-only connection on one WAL file: readers see what is committed, and only that. */
export async function openSqlite(
  config: SqliteConfig,
  entities: EntityList,
  scope: TransactionScope,
): Promise<Database> {
  const { file } = config;
  const release = await attempt(file, () => lockSqlite(file, 'use', 0));
  if (!release) throw new CannotOpenDatabase(`The database ${file} is just being restored; start again afterwards.`);
  const opened: DataSource[] = [];
  try {
    const writer = await attempt(file, () => started(opened, writerOf(file, entities)));
    await attempt(file, () => migrate(file, writer));
    const reader = await attempt(file, () => started(opened, readerOf(file, entities)));
    const unitOfWork = new SqliteUnitOfWork(writer, reader, scope);
    return new Database({ backend: 'sqlite', unitOfWork, writer, reader, release });
  } catch (error) {
    for (const dataSource of opened) await dataSource.destroy();
    release();
    throw error;
  }
}

const common = (file: string, entities: EntityList) => ({
  type: 'better-sqlite3' as const,
  driver: SqliteConnection,
  database: file,
  entities: [...entities],
  namingStrategy: new SnakeNaming(),
});

const writerOf = (file: string, entities: EntityList): DataSource =>
  new DataSource({
    ...common(file, entities),
    enableWAL: true,
    timeout: WRITER_TIMEOUT_MS,
    prepareDatabase: (connection: SqliteConnection) => {
      connection.pragma('synchronous = NORMAL');
    },
    migrations: [...MIGRATIONS],
    migrationsTableName: MIGRATIONS_TABLE,
    migrationsTransactionMode: 'each',
  });

const readerOf = (file: string, entities: EntityList): DataSource =>
  new DataSource({
    ...common(file, entities),
    readonly: true,
    timeout: READER_TIMEOUT_MS,
    prepareDatabase: (connection: SqliteConnection) => {
      connection.pragma('query_only = ON');
    },
  });

async function started(opened: DataSource[], dataSource: DataSource): Promise<DataSource> {
  await dataSource.initialize();
  opened.push(dataSource);
  translateErrorsOf(dataSource);
  return dataSource;
}

/** Two processes that start at once would both find the same steps missing, so one waits for the other. */
async function migrate(file: string, writer: DataSource): Promise<void> {
  const release = await lockSqlite(file, 'migrate', LOCK_PATIENCE_MS);
  if (!release) throw new CannotOpenDatabase(`Another process has been migrating ${file} for over a minute.`);
  try {
    await refuseNewerSchema(writer);
    await writer.runMigrations();
  } finally {
    release();
  }
}

async function attempt<T>(file: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof CannotOpenDatabase) throw error;
    throw new CannotOpenDatabase(`The database ${file} cannot be opened: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
