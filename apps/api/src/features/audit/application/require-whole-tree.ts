import { holdsEverywhere, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';

/**
 * Entries tell of every part of the tree, so only a reader of the whole tree may see them.
 * @throws DomainError `forbidden`
 */
export function requireWholeTree(user: CurrentUser): void {
  if (!holdsEverywhere(user, 'audit.read')) throw new DomainError('forbidden');
}
