import { DatabaseConflict } from '../database/database-conflict.js';
import { DomainError, type FieldIssue } from '../runtime/domain-error.js';

/** Thrown by `progress` where a person has cancelled the job; handlers let it pass. */
export class JobCancelled extends Error {
  override readonly name = 'JobCancelled';
}

/** Thrown by `progress` where the job was given to another worker; what this one still does must not count. */
export class JobLeaseLost extends Error {
  override readonly name = 'JobLeaseLost';
}

/** Thrown by `progress` where this process is stopping; the job is queued again for another. */
export class JobInterrupted extends Error {
  override readonly name = 'JobInterrupted';
}

/** Thrown by a handler that has to wait for other work: it is run again after a while, no try is used up, and nobody is warned. */
export class JobMustWait extends Error {
  override readonly name = 'JobMustWait';
}

const MAX_ERROR_LENGTH = 1000;
const MAX_ISSUES = 100;

/** A refusal as the ledger keeps it, for a page to word in its reader's language. */
export interface JobFailure {
  readonly code: string;
  readonly params: DomainError['params'];
  /** At most a hundred. */
  readonly issues: readonly FieldIssue[];
}

/** The refusal that a handler threw; null for any other error. */
export const failureOf = (error: unknown): JobFailure | null =>
  error instanceof DomainError
    ? { code: error.code, params: error.params, issues: error.issues.slice(0, MAX_ISSUES) }
    : null;

/** A refusal stays one however often it is tried; what the database refuses may go through the next time. */
export const isFinal = (error: unknown): boolean =>
  error instanceof DomainError && !(error instanceof DatabaseConflict);

/**
 * What the ledger keeps of a failure for the person who looks after jobs: a code or the first line of a message. A
 * database error is named by its code only, for its message may quote statements and data.
 */
export const describeFailure = (error: unknown): string => {
  if (error instanceof DomainError) {
    const params = Object.entries(error.params).map(([name, value]) => `${name}=${value}`);
    return [error.code, ...params].join(' ').slice(0, MAX_ERROR_LENGTH);
  }
  if (!(error instanceof Error)) return 'unknown error';
  if ('driverError' in error) {
    const { code } = error.driverError as { code?: unknown };
    return `database error ${typeof code === 'string' ? code : 'without a code'}`;
  }
  return `${error.name}: ${error.message.split('\n')[0]}`.slice(0, MAX_ERROR_LENGTH);
};
