import { copyFile, link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { AppConfig } from '../../../config/app-config.js';
import { DomainError } from '../../runtime/domain-error.js';
import { MIGRATIONS_TABLE, MIGRATION_NAMES } from '../migrations/index.js';
import { SqliteConnection } from './sqlite-driver.js';
import { lockSqlite } from './sqlite-lock.js';

export interface BackupResult {
  readonly file: string;
  readonly bytes: number;
}

export interface RestoreResult {
  /** Where the replaced database is kept; null where there was none. */
  readonly replaced: string | null;
}

/**
 * Writes the embedded database as it is at this moment into one new file; the server may go on working.
 *
 * @throws DomainError `backup-not-embedded`, `backup-no-database`, `backup-file-exists`, `backup-damaged`
 */
export async function backupDatabase(config: AppConfig, target: string): Promise<BackupResult> {
  const source = embeddedFile(config);
  const file = path.resolve(target);
  if (!(await exists(source))) throw new DomainError('backup-no-database', { file: source });
  if (await exists(file)) throw new DomainError('backup-file-exists', { file });
  await mkdir(path.dirname(file), { recursive: true });
  const unfinished = `${file}.unfinished`;
  await rm(unfinished, { force: true });
  try {
    withConnection(source, (connection) => connection.prepare('VACUUM INTO ?').run(unfinished));
    requireSound(unfinished, source);
    await syncToDisk(unfinished);
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
  return { file, bytes: (await stat(file)).size };
}

/**
 * Replaces the embedded database by a backup, and keeps the replaced one beside it.
 *
 * @throws DomainError `backup-not-embedded`, `backup-not-found`, `backup-damaged`, `backup-of-newer-version`, or
 *   `database-in-use` while a server or a command works with the data
 */
export async function restoreDatabase(config: AppConfig, source: string): Promise<RestoreResult> {
  const file = embeddedFile(config);
  const backup = path.resolve(source);
  if (!(await exists(backup))) throw new DomainError('backup-not-found', { file: backup });
  const release = await lockSqlite(file, 'replace', 0);
  if (!release) throw new DomainError('database-in-use', { file });
  const incoming = `${file}.restoring`;
  try {
    await copyFile(backup, incoming);
    requireSound(incoming, backup);
    await syncToDisk(incoming);
    const replaced = await keepBeside(file);
    await rename(incoming, file);
    return { replaced };
  } finally {
    await rm(incoming, { force: true });
    release();
  }
}

function embeddedFile({ database }: AppConfig): string {
  if (database.backend === 'sqlite') return database.file;
  throw new DomainError('backup-not-embedded');
}

/** The current database stays in place until the new one takes its name, so a crash leaves one or the other. */
async function keepBeside(file: string): Promise<string | null> {
  if (!(await exists(file))) return null;
  const replaced = `${file}.replaced-${new Date().toISOString().replaceAll(/[:.]/g, '')}`;
  foldJournal(file);
  // Where the journal could not be folded in, the database is damaged; it is kept with it, as it was.
  const journal = `${file}-wal`;
  if (await exists(journal)) await rename(journal, `${replaced}-wal`);
  await rm(`${file}-shm`, { force: true });
  await link(file, replaced).catch(() => copyFile(file, replaced));
  return replaced;
}

function foldJournal(file: string): void {
  try {
    withConnection(file, (connection) => connection.pragma('wal_checkpoint(TRUNCATE)'));
  } catch (error) {
    if (!isSqliteError(error)) throw error;
  }
}

/** Sound, of this program, and not of a version whose schema this one does not know. */
function requireSound(file: string, shown: string): void {
  const steps = withSqlite(shown, () => withConnection(file, checkedSteps));
  if (steps === null) throw new DomainError('backup-damaged', { file: shown });
  const unknown = steps.find((step) => !MIGRATION_NAMES.includes(step));
  if (unknown !== undefined) throw new DomainError('backup-of-newer-version', { file: shown, step: unknown });
}

function checkedSteps(connection: SqliteConnection): string[] | null {
  const [verdict] = connection.prepare('PRAGMA integrity_check').all();
  if (verdict?.['integrity_check'] !== 'ok') return null;
  return connection
    .prepare(`SELECT name FROM ${MIGRATIONS_TABLE}`)
    .all()
    .map((row) => String(row['name']));
}

function withSqlite<T>(shown: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!isSqliteError(error)) throw error;
    throw new DomainError('backup-damaged', { file: shown }, [], { cause: error });
  }
}

function withConnection<T>(file: string, action: (connection: SqliteConnection) => T): T {
  const connection = new SqliteConnection(file);
  try {
    return action(connection);
  } finally {
    connection.close();
  }
}

/** SQLITE_NOTADB, SQLITE_CORRUPT, a missing table: all say that the file is not a sound database of this program. */
const isSqliteError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_');

async function syncToDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
