/**
 * An empty database that is up to date, made once for a whole run by the product's own `migrate`. Suites begin on copies of
 * it: to migrate anew took each of them some seconds on MariaDB. Plain Node, for `test/run.mjs` calls it before Jest starts.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import mysql from 'mysql2/promise';

const CLI = fileURLToPath(new URL('../../apps/api/dist/cli.js', import.meta.url));

/**
 * @param {string | null} mysqlUrl null where the servers are left out
 * @returns {Promise<{ env: Record<string, string>, remove: () => void }>} where the suites find what to copy
 */
export async function makeMigratedDatabases(mysqlUrl) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-migrated-'));
  const [sqlite, sql] = await Promise.all([ofSqlite(folder), mysqlUrl === null ? null : ofMysql(folder, mysqlUrl)]);
  const env = { MIGRATED_SQLITE: sqlite, ...(sql === null ? {} : { MIGRATED_MYSQL: sql }) };
  return { env, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

async function ofSqlite(folder) {
  await migrate({ DATA_DIR: folder });
  return path.join(folder, 'jixiao.db');
}

async function ofMysql(folder, address) {
  const name = 'jixiao_migrated';
  const url = new URL(address);
  url.pathname = '/';
  const connection = await mysql.createConnection({ uri: url.href, multipleStatements: true });
  try {
    await connection.query(`DROP DATABASE IF EXISTS ${name}; CREATE DATABASE ${name}`);
    url.pathname = `/${name}`;
    await migrate({ DATA_DIR: mkdtempSync(path.join(folder, 'mysql-')), DATABASE_URL: url.href });
    await connection.query(`USE ${name}`);
    const file = path.join(folder, 'migrated.sql');
    writeFileSync(file, await statementsOf(connection));
    return file;
  } finally {
    await connection.query(`DROP DATABASE IF EXISTS ${name}`);
    await connection.end();
  }
}

/** The tables with the rows that the migrations have put into them. */
async function statementsOf(connection) {
  const statements = ['SET FOREIGN_KEY_CHECKS = 0'];
  const [tables] = await connection.query({ sql: 'SHOW TABLES', rowsAsArray: true });
  for (const [table] of tables) {
    const [[[, create]]] = await connection.query({ sql: `SHOW CREATE TABLE \`${table}\``, rowsAsArray: true });
    statements.push(create);
    const [rows] = await connection.query({ sql: `SELECT * FROM \`${table}\``, rowsAsArray: true, dateStrings: true });
    if (rows.length > 0) statements.push(mysql.format('INSERT INTO ?? VALUES ?', [table, rows]));
  }
  return statements.join(';\n');
}

function migrate(env) {
  const child = spawn(process.execPath, [CLI, 'migrate'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (part) => (said += part));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`migrate ended with ${code}: ${said}`))));
  });
}
