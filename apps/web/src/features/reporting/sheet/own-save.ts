import { apiErrorOf } from '../../../shared/api/problem.js';
import type { saveReport } from '../report.api.js';

const NOT_SIGNED_IN = 401;

/**
 * Saves only as long as the one who typed is signed in: a save that is tried again and again must not end up in the name of
 * the next person at the same computer. What it refuses stays kept in the browser.
 */
export const ownSave =
  (owner: string, signedIn: () => string | undefined, save: typeof saveReport): typeof saveReport =>
  (key, input) =>
    signedIn() === owner ? save(key, input) : Promise.reject(apiErrorOf(NOT_SIGNED_IN, null));
