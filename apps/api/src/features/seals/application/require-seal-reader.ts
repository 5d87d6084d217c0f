import type { CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { reachesWholeCounty } from '../../reporting/index.js';

/**
 * A seal is of the whole county and a finding names projects of any unit, so seals are for those who lock the county's
 * rounds and those who audit them. Readers of lights need none: the lights that they see are the ones that are sealed.
 * @throws DomainError `forbidden`
 */
export function requireSealReader(user: CurrentUser): void {
  const may = reachesWholeCounty(user, 'rounds.manage') || reachesWholeCounty(user, 'audit.read');
  if (!may) throw new DomainError('forbidden');
}
