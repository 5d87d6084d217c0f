import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from '../../config/app-config.js';

const HIDDEN = '***';
const SECRET_FIELDS = ['password', 'passwordHash', 'token', 'sid', 'cookie', 'authorization', 'set-cookie'];
/** Two levels are what this program logs; deeper objects are shown by pino as they are, so log none. */
const REDACTED = SECRET_FIELDS.flatMap((field) => [`["${field}"]`, `*["${field}"]`, `*.*["${field}"]`]);
/** `scheme://user:password@host`, wherever it stands: in messages of drivers, in stacks. */
const CREDENTIALS = /([a-z][a-z0-9+.-]*:\/\/)[^\s"'/@]+@/gi;
/** A token's secret, behind the id by which it is found. */
const TOKEN = /\b(jxt_[0-9a-f-]{36})_[\w-]+/g;
const COOKIE = /\bsid=[^\s;"']+/g;

/** A line of the log without what would let its reader in. */
export const withoutSecrets = (line: string): string =>
  line.replace(CREDENTIALS, `$1${HIDDEN}@`).replace(COOKIE, `sid=${HIDDEN}`).replace(TOKEN, `$1_${HIDDEN}`);

/** Standard output belongs to the results of commands. */
const STANDARD_ERROR: DestinationStream = { write: (line) => void process.stderr.write(line) };

/**
 * Nest's log as JSON lines of pino: `log(message, context)`, `error(message, stack, context)` as Nest calls them, and an
 * object in place of the message for fields of its own.
 */
@Injectable()
export class JsonLogger implements LoggerService {
  private readonly pino: Logger;

  constructor(level: LogLevel, destination: DestinationStream = STANDARD_ERROR) {
    const scrubbing: DestinationStream = { write: (line) => destination.write(withoutSecrets(line)) };
    this.pino = pino({ level, base: undefined, redact: { paths: REDACTED, censor: HIDDEN } }, scrubbing);
  }

  log(message: unknown, ...more: unknown[]): void {
    this.write('info', message, more);
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.write('warn', message, more);
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.write('debug', message, more);
  }

  verbose(message: unknown, ...more: unknown[]): void {
    this.write('trace', message, more);
  }

  error(message: unknown, ...more: unknown[]): void {
    this.write('error', message, more);
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.write('fatal', message, more);
  }

  /** The last text is the context; texts and errors before it are stacks and details. */
  private write(
    level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal',
    message: unknown,
    more: unknown[],
  ): void {
    const context = typeof more.at(-1) === 'string' ? more.at(-1) : undefined;
    const details = (context === undefined ? more : more.slice(0, -1)).filter((detail) => detail !== undefined);
    this.pino[level](
      {
        ...(context === undefined ? {} : { context }),
        ...(details.length === 0 ? {} : { details }),
        ...fieldsOf(message),
      },
      textOf(message),
    );
  }
}

function fieldsOf(message: unknown): object {
  if (message instanceof Error) return { err: message };
  return typeof message === 'object' && message !== null ? message : {};
}

function textOf(message: unknown): string | undefined {
  if (message instanceof Error) return message.message;
  return typeof message === 'object' ? undefined : String(message);
}
