import type { RoleHolder } from '../../identity/index.js';

/** Nobody is told what he has just done himself. */
export const others = (holders: readonly RoleHolder[], actor: string): readonly RoleHolder[] =>
  holders.filter(({ username }) => username !== actor);
