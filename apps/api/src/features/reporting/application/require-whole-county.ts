import type { Permission } from '@jixiao/domain';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';

/**
 * Rounds are one and the same for every unit, so who changes one must hold the permission at the root of the tree.
 * @throws DomainError `forbidden`
 */
export function requireWholeCounty(user: CurrentUser, permission: Permission): void {
  if (!reachesWholeCounty(user, permission)) throw new DomainError('forbidden');
}

/** Whether a person holds the permission at a root, whose path is `/id/`; `/` is the whole forest. */
export const reachesWholeCounty = (user: CurrentUser, permission: Permission): boolean =>
  scopeOf(user, permission).some((path) => path.split('/').filter((part) => part !== '').length <= 1);
