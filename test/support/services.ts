import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe } from '@jest/globals';
import { Redis } from 'ioredis';
import mysql from 'mysql2/promise';
import type { AppConfig } from '../../apps/api/src/config/app-config.js';
import { loadConfig } from '../../apps/api/src/config/load-config.js';
import { startServices } from './start-services.mjs';

/** A pair of database and queue on which a suite runs. */
export interface TestBackend {
  readonly name: 'SQLite + in-process' | 'MariaDB + Redis';
  readonly database: 'sqlite' | 'mysql';
  /** True where SKIP_SERVICES=1 leaves it out. */
  readonly skipped: boolean;
}

/** An empty installation of its own: a folder, or a database and a key prefix on the shared servers. */
export interface FreshConfig {
  readonly config: AppConfig;
  /** The environment that gives this configuration, for processes that a test starts. */
  readonly env: Readonly<Record<string, string>>;
  cleanup(): Promise<void>;
}

interface Addresses {
  readonly mysqlUrl: string;
  readonly redisUrl: string;
}

export const backends = (): readonly TestBackend[] => [
  { name: 'SQLite + in-process', database: 'sqlite', skipped: false },
  { name: 'MariaDB + Redis', database: 'mysql', skipped: process.env.SKIP_SERVICES === '1' },
];

/** The same suite once per backend; the ones that SKIP_SERVICES leaves out count as skipped. */
export function describeBackends(title: string, suite: (backend: TestBackend) => void): void {
  for (const backend of backends()) {
    const define = backend.skipped ? describe.skip : describe;
    define(`${title} on ${backend.name}`, () => suite(backend));
  }
}

let addresses: Promise<Addresses> | undefined;

/** From the environment as `npm test` sets it; a suite that is run by itself starts servers of its own. */
export function services(): Promise<Addresses> {
  addresses ??= startServices().then(({ mysqlUrl, redisUrl }) => {
    if (mysqlUrl === null || redisUrl === null) throw new Error('SKIP_SERVICES=1 leaves out MariaDB and Redis');
    return { mysqlUrl, redisUrl };
  });
  return addresses;
}

/**
 * @param overrides settings beside those that isolate the installation, as environment variables
 * @returns a valid configuration on an empty, not yet migrated database
 */
export async function freshConfig(
  backend: Pick<TestBackend, 'database'>,
  overrides: Readonly<Record<string, string>> = {},
): Promise<FreshConfig> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-test-'));
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  const common = { DATA_DIR: folder, LOG_LEVEL: 'silent', PORT: '0', ...overrides };
  if (backend.database === 'sqlite') {
    return { config: loadConfig(common, folder), env: common, cleanup: async () => removeFolder() };
  }
  const { mysqlUrl, redisUrl } = await services();
  const name = `jixiao_test_${randomBytes(6).toString('hex')}`;
  await onServer(mysqlUrl, `CREATE DATABASE \`${name}\``);
  const url = new URL(mysqlUrl);
  url.pathname = `/${name}`;
  const env = { DATABASE_URL: url.href, REDIS_URL: redisUrl, QUEUE_PREFIX: name, ...common };
  return {
    config: loadConfig(env, folder),
    env,
    cleanup: async () => {
      await onServer(mysqlUrl, `DROP DATABASE IF EXISTS \`${name}\``);
      await deleteKeys(redisUrl, `${name}:*`);
      removeFolder();
    },
  };
}

/**
 * The same on a database that is up to date already, copied from the one that `npm test` has migrated; a suite that is run by
 * itself migrates its own when the program starts.
 */
export async function migratedConfig(
  backend: Pick<TestBackend, 'database'>,
  overrides: Readonly<Record<string, string>> = {},
): Promise<FreshConfig> {
  const fresh = await freshConfig(backend, overrides);
  const { database } = fresh.config;
  const { MIGRATED_SQLITE, MIGRATED_MYSQL } = process.env;
  if (database.backend === 'sqlite' && MIGRATED_SQLITE) copyFileSync(MIGRATED_SQLITE, database.file);
  if (database.backend === 'mysql' && MIGRATED_MYSQL)
    await onServer(database.url, readFileSync(MIGRATED_MYSQL, 'utf8'), new URL(database.url).pathname.slice(1));
  return fresh;
}

/** @param database to begin in; none for what is no part of one */
async function onServer(address: string, sql: string, database?: string): Promise<void> {
  const url = new URL(address);
  const connection = await mysql.createConnection({
    host: url.hostname,
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    ...(database === undefined ? {} : { database }),
    multipleStatements: true,
  });
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}

async function deleteKeys(address: string, pattern: string): Promise<void> {
  const redis = new Redis(address);
  try {
    for await (const keys of redis.scanStream({ match: pattern, count: 1000 }) as AsyncIterable<string[]>) {
      if (keys.length > 0) await redis.del(...keys);
    }
  } finally {
    redis.disconnect();
  }
}
