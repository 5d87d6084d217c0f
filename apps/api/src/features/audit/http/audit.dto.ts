import { z } from 'zod';
import { Id, PageQuery } from '../../../platform/http/fields.dto.js';

export const AuditPage = z
  .object({
    items: z.array(
      z.object({
        id: Id,
        at: z.string(),
        actor: z.string(),
        action: z.string(),
        subject: z.string(),
        before: z.string().nullable(),
        after: z.string().nullable(),
        remoteAddress: z.string().nullable(),
      }),
    ),
    total: z.int(),
  })
  .meta({ id: 'AuditPage' });
export const AuditQuery = z.object({
  actor: z.string().max(64).optional(),
  action: z.string().max(64).optional(),
  subject: z.string().max(200).optional(),
  ...PageQuery,
});
