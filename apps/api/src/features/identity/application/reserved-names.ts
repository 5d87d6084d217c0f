import { nameKey } from './name-key.js';

/** What stands in the trail where no person acted: the program, its commands, the demonstration, and nobody known. */
const RESERVED: readonly string[] = ['system', 'unknown', 'demo', 'cli'];
const TOKENS = 'token:';

/** Whether a person of that name could be taken for the program or for a token, in whatever letters it is written. */
export function isReservedName(username: string): boolean {
  const key = nameKey(username);
  return RESERVED.includes(key) || key.startsWith(TOKENS);
}
