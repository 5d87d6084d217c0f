import { PERMISSIONS, ROLES } from '@jixiao/domain';
import { z } from 'zod';

export const SignInInput = z
  .strictObject({ username: z.string().min(1).max(64), password: z.string().min(1).max(256) })
  .meta({ id: 'SignInInput' });
export type SignInInput = z.output<typeof SignInInput>;

/** Who is signed in, what they may do, and where. */
export const Me = z
  .object({
    username: z.string(),
    displayName: z.string(),
    roles: z.array(z.object({ role: z.enum(ROLES), organisationId: z.string(), organisationName: z.string() })),
    permissions: z.array(z.enum(PERMISSIONS)),
  })
  .meta({ id: 'Me' });
export type Me = z.output<typeof Me>;
