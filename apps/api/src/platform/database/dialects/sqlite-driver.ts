import { pathToFileURL } from 'node:url';
import Libsql from 'libsql';
import { ValueOutOfRange } from '../value-out-of-range.js';

type Bindable = string | number | bigint | null | Uint8Array;
type Row = Record<string, unknown>;
type InnerStatement = ReturnType<InstanceType<typeof Libsql>['prepare']>;

interface OpenOptions {
  readonly readonly?: boolean;
  /** How long a statement blocks (this thread) on another process's lock, in milliseconds. */
  readonly timeout?: number;
}

/**
 * libsql behind the few calls that TypeORM's better-sqlite3 driver makes. Bare libsql takes a lone object parameter for
 * named parameters, ends the whole process on a boolean or a Date, binds whole numbers as floating point (7 / 2 = 3.5),
 * gives blobs back as ArrayBuffer and ignores `readonly`.
 */
export class SqliteConnection {
  private readonly inner: InstanceType<typeof Libsql>;
  private readonly readonly: boolean;

  constructor(file: string, options: OpenOptions = {}) {
    this.readonly = options.readonly === true;
    const target = this.readonly ? `${pathToFileURL(file).href}?mode=ro` : file;
    this.inner = new Libsql(target, { timeout: options.timeout ?? 5_000 });
  }

  prepare(sql: string): SqliteStatement {
    return new SqliteStatement(this.inner.prepare(this.readonly ? sql : lockingAtBegin(sql)));
  }

  pragma(text: string): unknown {
    return this.inner.pragma(text);
  }

  exec(sql: string): void {
    this.inner.exec(sql);
  }

  get inTransaction(): boolean {
    return this.inner.inTransaction;
  }

  close(): void {
    this.inner.close();
  }
}

class SqliteStatement {
  constructor(private readonly inner: InnerStatement) {}

  get reader(): boolean {
    return this.inner.reader;
  }

  all(...values: readonly unknown[]): Row[] {
    return this.inner.all(values.map(bindable)).map(withBuffers);
  }

  run(...values: readonly unknown[]): { readonly changes: number; readonly lastInsertRowid: number | bigint } {
    return this.inner.run(values.map(bindable));
  }
}

/**
 * A transaction that reads first and writes later fails at once (SQLITE_BUSY_SNAPSHOT) where another process wrote in
 * between, and waiting does not help. On the writing connection every transaction therefore takes the lock at its start.
 */
const lockingAtBegin = (sql: string): string => (sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE TRANSACTION' : sql);

function bindable(value: unknown): Bindable {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value === 'number') return bindableNumber(value);
  if (typeof value === 'bigint' || typeof value === 'string' || value instanceof Uint8Array) return value;
  throw new TypeError(
    `Neither text nor number (${value instanceof Date ? 'Date' : typeof value}): make it text before it is stored`,
  );
}

function bindableNumber(value: number): number | bigint {
  if (Number.isSafeInteger(value)) return BigInt(value);
  if (Number.isInteger(value)) throw new ValueOutOfRange('Whole number of 2^53 or more', value);
  if (!Number.isFinite(value)) throw new ValueOutOfRange('Not a finite number', value);
  return value;
}

function withBuffers(row: unknown): Row {
  const fields = row as Row;
  for (const [name, value] of Object.entries(fields)) {
    if (value instanceof ArrayBuffer) fields[name] = Buffer.from(value);
  }
  return fields;
}
