import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Libsql from 'libsql';

/**
 * Locks between processes on the embedded database, held on empty SQLite files beside it (`jixiao.db.lock`), because the
 * operating system releases those of a killed process by itself; a file with a process number would stay.
 *
 * `use`: many at once, held as long as a process works with the data. `migrate`: one at a time, beside users.
 * `replace`: alone, excludes users. `serve`: one server at a time, whatever others hold; on a file of its own.
 */
export type LockMode = 'use' | 'migrate' | 'replace' | 'serve';

const STATEMENTS: Readonly<Record<LockMode, string>> = {
  use: 'BEGIN; SELECT count(*) FROM sqlite_master',
  migrate: 'BEGIN IMMEDIATE',
  replace: 'BEGIN EXCLUSIVE',
  serve: 'BEGIN IMMEDIATE',
};
const PAUSE_MS = 25;

/**
 * @param file the database's own file
 * @param patienceMs how long to wait for others, without blocking the process
 * @returns the release, or null where others kept the lock
 */
export async function lockSqlite(file: string, mode: LockMode, patienceMs: number): Promise<(() => void) | null> {
  mkdirSync(path.dirname(file), { recursive: true });
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const release = tryLock(mode === 'serve' ? `${file}.server.lock` : `${file}.lock`, mode);
    if (release || Date.now() >= deadline) return release;
    await sleep(PAUSE_MS);
  }
}

function tryLock(file: string, mode: LockMode): (() => void) | null {
  const connection = new Libsql(file, { timeout: 0 });
  try {
    connection.exec(STATEMENTS[mode]);
    return () => {
      // Closing alone would keep the lock until the garbage collector has found the connection's statements.
      connection.exec('ROLLBACK');
      connection.close();
    };
  } catch (error) {
    connection.close();
    if ((error as { code?: unknown }).code === 'SQLITE_BUSY') return null;
    throw error;
  }
}
