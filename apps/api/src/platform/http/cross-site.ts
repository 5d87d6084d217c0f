import type { IncomingHttpHeaders } from 'node:http';
import { bearerOf } from './access.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

const hostOf = (origin: string): string | null => {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
};

/** Signed with a token, which no page has, and without a cookie, which every page sends along. */
const isByMachine = (headers: IncomingHttpHeaders): boolean =>
  bearerOf(headers) !== null && headers.cookie === undefined;

/**
 * Whether a request that changes something was made by a page of another site. Browsers say where a request comes
 * from; programs say neither and carry no cookie that a page could misuse.
 */
export const isCrossSite = (method: string, headers: IncomingHttpHeaders): boolean => {
  if (SAFE_METHODS.has(method) || isByMachine(headers)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  return headers.origin !== undefined && hostOf(headers.origin) !== headers.host;
};
