import mysql, { type Connection, type Pool, type PoolConnection, type PoolOptions } from 'mysql2';
import { isBesideStatement } from '../prepared-values.js';

/**
 * The same rules in every session, whatever the server's own settings are: values that do not fit are refused instead
 * of cut, and a lock is waited for no longer than a person would.
 */
const SESSION = [
  "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
  'SET SESSION innodb_lock_wait_timeout = 10',
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
];

/** mysql2 as TypeORM uses it, with every new connection of the pool prepared before its first query. */
export const mysqlDriver = {
  createPool(options: PoolOptions): Pool {
    const pool = mysql.createPool(options);
    pool.on('connection', (connection) => {
      // Queued on the connection before any query of the program; a failure ends the connection, not the process.
      for (const sql of SESSION) connection.query(sql, (error) => error && connection.destroy());
      preparing(connection);
    });
    return pool;
  },
};

/** TypeORM knows `query` alone; values that were made for it go by a prepared statement. */
function preparing(connection: PoolConnection): void {
  const query = connection.query.bind(connection) as (...args: unknown[]) => unknown;
  const execute = connection.execute.bind(connection) as (...args: unknown[]) => unknown;
  const either = (...args: unknown[]): unknown => (isBesideStatement(args[1]) ? execute : query)(...args);
  Object.assign(connection, { query: either });
}

export interface MysqlAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export function mysqlAddress(text: string): MysqlAddress {
  const url = new URL(text);
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? 3306 : Number(url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
  };
}

/** One connection outside the pool, for what must not wait for the pool. */
export class SingleConnection {
  private constructor(private readonly connection: Connection) {}

  static async open(address: MysqlAddress): Promise<SingleConnection> {
    const connection = mysql.createConnection({ ...address, connectTimeout: 10_000 });
    await new Promise<void>((resolve, reject) => {
      connection.connect((error) => (error ? reject(error) : resolve()));
    });
    return new SingleConnection(connection);
  }

  /** The first column of the first row. */
  async value(sql: string, parameters: readonly (string | number)[] = []): Promise<unknown> {
    const [rows] = await this.connection.promise().query<mysql.RowDataPacket[]>(sql, [...parameters]);
    const first = rows[0];
    return first === undefined ? undefined : Object.values(first)[0];
  }

  close(): void {
    this.connection.destroy();
  }
}
