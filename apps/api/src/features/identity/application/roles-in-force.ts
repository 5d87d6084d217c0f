import type { UserRole } from '../persistence/user-role.entity.js';

type Period = Pick<UserRole, 'validFrom' | 'validUntil'>;

/** Whether a role is held on a day: not before it is handed over, and not after it was. */
export const isInForce = ({ validFrom, validUntil }: Period, day: string): boolean =>
  (validFrom === null || validFrom <= day) && (validUntil === null || validUntil >= day);

/** Whether a role is held on the day or will be. */
export const isNotOver = ({ validUntil }: Period, day: string): boolean => validUntil === null || validUntil >= day;
