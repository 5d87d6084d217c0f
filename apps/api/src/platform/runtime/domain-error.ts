import type { Problem } from '@jixiao/domain';

/** One field at fault: where it is, what is wrong, and the figures of the sentence. */
export interface FieldIssue {
  /** Dotted path inside the request (`results.3.value`), empty for the whole. */
  readonly path: string;
  readonly code: string;
  readonly params?: Problem['params'];
}

/**
 * A refusal that a use case throws. `code` is stable; the message catalogue gives it an HTTP status and a sentence in
 * each language. Never carries text for people: the reader's language is known only at the edge.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: string,
    readonly params: NonNullable<Problem['params']> = {},
    readonly issues: readonly FieldIssue[] = [],
    options?: ErrorOptions,
  ) {
    super(code, options);
  }

  /** A rule's refusal as an error, code and figures unchanged. */
  static of(problem: Problem): DomainError {
    return new DomainError(problem.code, problem.params);
  }
}
