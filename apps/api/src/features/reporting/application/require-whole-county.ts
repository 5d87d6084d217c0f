import type { Permission } from '@jixiao/domain';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';

/**
 * Rounds are one and the same for every unit, so who changes one must hold the permission at the root of the tree.
 * @throws DomainError `forbidden`
 */
export function requireWholeCounty(user: CurrentUser, permission: Permission): void {
  // The path of a root is `/id/`; `/` is the whole forest.
  const reachesRoot = scopeOf(user, permission).some(
    (path) => path.split('/').filter((part) => part !== '').length <= 1,
  );
  if (!reachesRoot) throw new DomainError('forbidden');
}
