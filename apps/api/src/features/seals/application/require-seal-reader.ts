import type { Permission } from '@jixiao/domain';
import { holdsEverywhere, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';

/** Any one of them, at the root. */
export const SEAL_READERS = ['rounds.manage', 'audit.read'] as const satisfies readonly Permission[];

/**
 * A seal is of the whole county and a finding names projects of any unit, so seals are for those who lock the county's
 * rounds and those who audit them. Readers of lights need none: the lights that they see are the ones that are sealed.
 * @throws DomainError `forbidden`
 */
export function requireSealReader(user: CurrentUser): void {
  if (!SEAL_READERS.some((permission) => holdsEverywhere(user, permission))) throw new DomainError('forbidden');
}
