import { TOKEN_PERMISSIONS } from '@jixiao/domain';
import { z } from 'zod';
import { Id } from '../../../platform/http/fields.dto.js';

const MAX_DAYS = 731;
const TokenPermission = z.enum(TOKEN_PERMISSIONS);

export const TokenInput = z
  .strictObject({
    name: z.string().trim().min(1).max(50).describe('The machine or program that gets it; audit rows name it'),
    organisationId: Id.describe('Where the permissions hold, with everything below'),
    permissions: z.array(TokenPermission).min(1).max(TOKEN_PERMISSIONS.length),
    days: z.int().min(1).max(MAX_DAYS).default(365).describe('How long it is good'),
  })
  .meta({ id: 'ApiTokenInput' });
export type TokenInput = z.output<typeof TokenInput>;

export const TokenView = z
  .object({
    id: Id,
    name: z.string(),
    organisationId: Id,
    organisationName: z.string(),
    permissions: z.array(TokenPermission).describe('What it may do'),
    lostPermissions: z.array(z.string()).describe('Given when it was made, and since then withheld from every token'),
    createdBy: z.string(),
    createdAt: z.string(),
    expiresAt: z.string(),
    lastUsedAt: z.string().nullable().describe('To the minute'),
    revokedAt: z.string().nullable(),
    revokedBy: z.string().nullable(),
  })
  .meta({ id: 'ApiToken' });
export type TokenView = z.output<typeof TokenView>;

export const NewTokenView = z
  .object({
    ...TokenView.shape,
    token: z.string().describe('Sent as `Authorization: Bearer …`. Stored nowhere and never shown again'),
  })
  .meta({ id: 'NewApiToken' });
export type NewTokenView = z.output<typeof NewTokenView>;

export const TokenList = z.object({ items: z.array(TokenView) }).meta({ id: 'ApiTokenList' });
