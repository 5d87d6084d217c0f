import { createHash } from 'node:crypto';
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
import { mysqlAddress, mysqlDriver, SingleConnection, type MysqlAddress } from './mysql-driver.js';
import { MysqlUnitOfWork } from './mysql-unit-of-work.js';

type MysqlConfig = Extract<DatabaseConfig, { backend: 'mysql' }>;

const LOCK_PATIENCE_S = 60;

/** One pool on MySQL or MariaDB. */
export async function openMysql(config: MysqlConfig, entities: EntityList, scope: TransactionScope): Promise<Database> {
  const address = mysqlAddress(config.url);
  const first = await attempt(address, () => SingleConnection.open(address));
  let dataSource: DataSource | null = null;
  try {
    const isMariaDb = String(await first.value('SELECT VERSION()')).includes('MariaDB');
    dataSource = dataSourceOf(address, config.poolSize, isMariaDb ? 'mariadb' : 'mysql', entities);
    keepLongTypes(dataSource);
    await dataSource.initialize();
    translateErrorsOf(dataSource);
    await migrate(first, dataSource, address);
  } catch (error) {
    if (dataSource?.isInitialized) await dataSource.destroy();
    throw inOneLine(address, error);
  } finally {
    first.close();
  }
  const unitOfWork = new MysqlUnitOfWork(dataSource, scope);
  return new Database({
    backend: 'mysql',
    unitOfWork,
    writer: dataSource,
    reader: dataSource,
    release: () => undefined,
  });
}

/** The two servers report defaults and types differently, and TypeORM must know which one it talks to. */
const dataSourceOf = (address: MysqlAddress, poolSize: number, type: 'mysql' | 'mariadb', entities: EntityList) =>
  new DataSource({
    type,
    driver: mysqlDriver,
    host: address.host,
    port: address.port,
    username: address.user,
    password: address.password,
    database: address.database,
    charset: 'UTF8MB4_BIN',
    poolSize,
    // Whole numbers and their sums as numbers, as SQLite gives them; money is below 2^53.
    supportBigNumbers: true,
    bigNumberStrings: false,
    // A stack trace for each statement, in case it fails, costs more than the statement's own work.
    extra: { decimalNumbers: true, connectTimeout: 10_000, enableKeepAlive: true, trace: false },
    entities: [...entities],
    namingStrategy: new SnakeNaming(),
    migrations: [...MIGRATIONS],
    migrationsTableName: MIGRATIONS_TABLE,
    // MySQL commits at every change of the schema, so a migration is one step and a transaction would promise too much.
    migrationsTransactionMode: 'none',
  });

/** Unlimited on SQLite but 64 kB on MySQL, too little for a document's warnings or a piece of a file. */
const LONGER_TYPES: ReadonlyMap<unknown, string> = new Map([
  ['text', 'mediumtext'],
  ['blob', 'mediumblob'],
]);

function keepLongTypes(dataSource: DataSource): void {
  const { driver } = dataSource;
  const normalize = driver.normalizeType.bind(driver);
  driver.normalizeType = (column) => LONGER_TYPES.get(column.type) ?? normalize(column);
}

/** Two processes that start at once would both find the same steps missing, so one waits for the other. */
async function migrate(lock: SingleConnection, dataSource: DataSource, address: MysqlAddress): Promise<void> {
  // Lock names are of the whole server, not of one database, and have at most 64 characters.
  const name = `jixiao-${createHash('sha256').update(address.database).digest('hex').slice(0, 40)}`;
  if (Number(await lock.value('SELECT GET_LOCK(?, ?)', [name, LOCK_PATIENCE_S])) !== 1) {
    throw new CannotOpenDatabase('Another process has been migrating the database for over a minute.');
  }
  await refuseNewerSchema(dataSource);
  await dataSource.runMigrations();
  await lock.value('SELECT RELEASE_LOCK(?)', [name]);
}

async function attempt<T>(address: MysqlAddress, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw inOneLine(address, error);
  }
}

function inOneLine({ host, port, database }: MysqlAddress, error: unknown): CannotOpenDatabase {
  if (error instanceof CannotOpenDatabase) return error;
  const { message, code } = error as { message?: string; code?: string };
  const why = message || code || 'no reason given';
  return new CannotOpenDatabase(`The database ${database} on ${host}:${port} cannot be used: ${why}`, { cause: error });
}
