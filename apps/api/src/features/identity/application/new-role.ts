import type { Role } from '@jixiao/domain';
import { newId } from '../../../platform/runtime/ids.js';
import { UserRole } from '../persistence/user-role.entity.js';

/** A role that is not stored yet. @param validFrom first day on which it is held; null: at once */
export const newRole = (
  userId: string,
  role: Role,
  organisationId: string,
  validFrom: string | null = null,
): UserRole =>
  Object.assign(new UserRole(), { id: newId(), userId, role, organisationId, validFrom, validUntil: null });
