import { QueryFailedError, type DataSource } from 'typeorm';
import { DatabaseConflict, type ConflictKind } from './database-conflict.js';

interface DriverError {
  readonly code?: unknown;
  readonly message?: unknown;
  /** mysql2's mark of an error that ended the connection; some of those have no code. */
  readonly fatal?: unknown;
}

const KIND_BY_CODE: Readonly<Record<string, ConflictKind>> = {
  SQLITE_CONSTRAINT_UNIQUE: 'unique',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'unique',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'reference',
  // Deleting a row that is still referred to (RESTRICT) is reported as a trigger's refusal.
  SQLITE_CONSTRAINT_TRIGGER: 'reference',
  SQLITE_CONSTRAINT_CHECK: 'tooLong',
  SQLITE_BUSY: 'busy',
  SQLITE_BUSY_SNAPSHOT: 'busy',
  SQLITE_LOCKED: 'busy',
  ER_DUP_ENTRY: 'unique',
  ER_NO_REFERENCED_ROW: 'reference',
  ER_NO_REFERENCED_ROW_2: 'reference',
  ER_ROW_IS_REFERENCED: 'reference',
  ER_ROW_IS_REFERENCED_2: 'reference',
  ER_DATA_TOO_LONG: 'tooLong',
  ER_LOCK_DEADLOCK: 'busy',
  ER_LOCK_WAIT_TIMEOUT: 'busy',
  ER_CHECKREAD: 'busy',
  ER_CON_COUNT_ERROR: 'unavailable',
  ER_CONNECTION_KILLED: 'unavailable',
  ER_SERVER_SHUTDOWN: 'unavailable',
  PROTOCOL_CONNECTION_LOST: 'unavailable',
  ECONNREFUSED: 'unavailable',
  ECONNRESET: 'unavailable',
  ETIMEDOUT: 'unavailable',
  EPIPE: 'unavailable',
};

const driverErrorOf = (error: unknown): DriverError | null => {
  if (error instanceof QueryFailedError) return error.driverError as DriverError;
  return error instanceof Error ? (error as DriverError) : null;
};

/** Null where the error is not the database's, or is one that only a programmer can act on. */
export function conflictKindOf(error: unknown): ConflictKind | null {
  if (error instanceof DatabaseConflict) return error.kind;
  const { code, fatal } = driverErrorOf(error) ?? {};
  const kind = typeof code === 'string' ? KIND_BY_CODE[code] : undefined;
  return kind ?? (fatal === true ? 'unavailable' : null);
}

/** Whether a write was refused because a key is taken; where `constraint` is given, that key and no other. */
export const isUniqueViolation = (error: unknown, constraint?: string): boolean =>
  error instanceof DatabaseConflict &&
  error.kind === 'unique' &&
  (constraint === undefined || error.constraint === constraint);

/** Whether a write was refused because something still refers to the row. */
export const isReferenceViolation = (error: unknown): boolean =>
  error instanceof DatabaseConflict && error.kind === 'reference';

/** A driver's error as a `DatabaseConflict` with the constraint's name; any other error as it is. */
export function translateError(error: unknown, dataSource: DataSource): unknown {
  const kind = conflictKindOf(error);
  if (kind === null || error instanceof DatabaseConflict) return error;
  const message = String(driverErrorOf(error)?.message ?? '');
  return new DatabaseConflict(kind, constraintOf(message, dataSource), { cause: error });
}

function constraintOf(message: string, dataSource: DataSource): string | null {
  const named =
    /for key '(?:[^'.]+\.)?([^'.]+)'/.exec(message) ??
    /CONSTRAINT `([^`]+)`/.exec(message) ??
    /CHECK constraint failed: (\w+)/.exec(message);
  if (named?.[1]) return named[1];
  const columns = /UNIQUE constraint failed: (.+)$/.exec(message)?.[1];
  return columns === undefined ? null : constraintOver(columns, dataSource);
}

/** SQLite names the columns of a violated key (`project.year, project.code`), not the key. */
function constraintOver(text: string, dataSource: DataSource): string | null {
  const paths = text.split(', ').map((part) => part.split('.'));
  const table = paths[0]?.[0];
  const columns = paths.map((path) => path[1]).join();
  const metadata = dataSource.entityMetadatas.find((candidate) => candidate.tableName === table);
  if (!metadata) return null;
  if (metadata.primaryColumns.map((column) => column.databaseName).join() === columns) return 'PRIMARY';
  const keys = [...metadata.uniques, ...metadata.indices.filter((index) => index.isUnique)];
  return keys.find((key) => key.columns.map((column) => column.databaseName).join() === columns)?.name ?? null;
}
