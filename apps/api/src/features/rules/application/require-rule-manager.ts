import type { CurrentUser } from '../../../platform/http/access.js';
import { requireWholeCounty } from '../../reporting/index.js';

/**
 * Rules are one and the same for every unit, and what they change shows projects of all of them.
 * @throws DomainError `forbidden`
 */
export const requireRuleManager = (user: CurrentUser): void => requireWholeCounty(user, 'rules.manage');
