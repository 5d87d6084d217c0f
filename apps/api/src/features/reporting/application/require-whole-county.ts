import type { Permission } from '@jixiao/domain';
import { holdsEverywhere, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';

/**
 * Rounds are one and the same for every unit, so who changes one must hold the permission at the root of the tree.
 * @throws DomainError `forbidden`
 */
export function requireWholeCounty(user: CurrentUser, permission: Permission): void {
  if (!holdsEverywhere(user, permission)) throw new DomainError('forbidden');
}
