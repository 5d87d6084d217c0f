import { PERMISSIONS, ROLES } from '@jixiao/domain';
import { z } from 'zod';
import { SIGN_IN_METHODS } from '../persistence/user-session.entity.js';
import { LOCAL_SIGN_IN } from '../../../config/app-config.js';

const Password = z.string().min(1).max(256);

export const SignInInput = z
  .strictObject({ username: z.string().min(1).max(64), password: Password })
  .meta({ id: 'SignInInput' });
export type SignInInput = z.output<typeof SignInInput>;

export const PasswordChangeInput = z
  .strictObject({ current: Password, next: Password })
  .meta({ id: 'PasswordChangeInput' });
export type PasswordChangeInput = z.output<typeof PasswordChangeInput>;

/** Who is signed in, what they may do, and where. */
export const Me = z
  .object({
    username: z.string(),
    displayName: z.string(),
    roles: z.array(
      z.object({
        role: z.enum(ROLES),
        organisationId: z.string(),
        organisationName: z.string(),
        onBehalfOf: z.string().optional().describe('Username of the person whose deputy this person is'),
      }),
    ),
    permissions: z.array(z.enum(PERMISSIONS)),
    actsFor: z.array(z.string()).describe('Usernames of those whose deputy this person is today'),
    passwordDue: z
      .enum(['first', 'expired'])
      .nullable()
      .describe('Why a new password is to be chosen before anything else'),
  })
  .meta({ id: 'Me' });
export type Me = z.output<typeof Me>;

/** What a person may know of the own account. */
export const OwnAccount = z
  .object({
    userId: z.string(),
    passwordExpiresAt: z.string().nullable(),
    passwordMinLength: z.int(),
    sessions: z.array(
      z.object({
        id: z.string(),
        isCurrent: z.boolean(),
        createdAt: z.string(),
        lastSeenAt: z.string(),
        remoteAddress: z.string().nullable(),
        method: z.enum(SIGN_IN_METHODS).describe('`given-password`: one that somebody else had set'),
      }),
    ),
  })
  .meta({ id: 'OwnAccount' });
export type OwnAccount = z.output<typeof OwnAccount>;

/** How people sign in here; for the page before anybody has. */
export const SignInMethods = z
  .object({
    local: z.enum(LOCAL_SIGN_IN).describe('Who may use a password'),
    oidc: z.object({ label: z.string().nullable() }).nullable().describe('Single sign-on, where it is set up'),
  })
  .meta({ id: 'SignInMethods' });
export type SignInMethods = z.output<typeof SignInMethods>;
