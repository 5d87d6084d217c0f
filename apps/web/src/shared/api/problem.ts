import type { Problem } from './schema.gen.js';

/** A refusal of the server, or of the way to it, with a stable code that the page turns into a sentence. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.message);
    this.name = 'ApiError';
  }

  get code(): string {
    return this.problem.code;
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' && 'message' in body;

/** Status 0: no answer came at all (offline, server down, request cut). */
export const networkError = (): ApiError => new ApiError(0, { code: 'network', message: '' });

/** Reads a refusal whatever came: a Problem, a proxy's page, or nothing. */
export function apiErrorOf(status: number, body: unknown): ApiError {
  if (isProblem(body)) return new ApiError(status, body);
  if (status === 503 || status === 502 || status === 504)
    return new ApiError(status, { code: 'unavailable', message: '' });
  return new ApiError(status, { code: status >= 500 ? 'internal' : `http-${status}`, message: '' });
}

/** True where trying the same request again later may succeed. */
export const isTransient = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 0 || error.status >= 500 || error.status === 429);

export const isCode = (error: unknown, ...codes: readonly string[]): error is ApiError =>
  error instanceof ApiError && codes.includes(error.code);
