import type { DataSource } from 'typeorm';
import type { UnitOfWork } from './unit-of-work.js';

export type Backend = 'sqlite' | 'mysql';

export interface DatabaseParts {
  readonly backend: Backend;
  readonly unitOfWork: UnitOfWork;
  readonly writer: DataSource;
  readonly reader: DataSource;
  /** Called after the connections are closed, for what else is held. */
  readonly release: () => void;
}

/** An open, migrated database. `UnitOfWork` is what the program works with; this is for its care. */
export class Database {
  private closing: Promise<void> | null = null;

  constructor(private readonly parts: DatabaseParts) {}

  get backend(): Backend {
    return this.parts.backend;
  }

  get unitOfWork(): UnitOfWork {
    return this.parts.unitOfWork;
  }

  /** For the tests of the schema; everything else uses `unitOfWork`. */
  get writer(): DataSource {
    return this.parts.writer;
  }

  /**
   * @param timeoutMs how long the database may take
   * @throws DatabaseConflict `unavailable`, or Error where it does not answer in time
   */
  async ping(timeoutMs = 2_000): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`The database did not answer within ${timeoutMs} ms`)), timeoutMs);
    });
    try {
      await Promise.race([this.parts.reader.query('SELECT 1'), tooLate]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Waits for nothing: whoever uses the database has stopped before. May be called twice. */
  close(): Promise<void> {
    this.closing ??= this.closeParts();
    return this.closing;
  }

  private async closeParts(): Promise<void> {
    const { writer, reader, release } = this.parts;
    try {
      if (reader !== writer) await reader.destroy();
      await writer.destroy();
    } finally {
      release();
    }
  }
}
