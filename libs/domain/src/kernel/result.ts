/** The outcome of a rule that may refuse its input: a value, or a list of problems that a person can act on. */
export type Result<T, E = Problem> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/**
 * Something a rule refuses or warns of. `code` is stable (programs and translations rely on it);
 * `params` are the figures that a sentence in the reader's language needs.
 */
export interface Problem {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number | null>>;
}

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });
