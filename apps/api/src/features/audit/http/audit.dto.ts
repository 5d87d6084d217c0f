import { z } from 'zod';
import { Id, IsoDay, PageQuery } from '../../../platform/http/fields.dto.js';
import { EXPORT_FORMATS } from '../application/export-audit.js';
import { notedHead } from '../application/noted-head.js';
import { AUDIT_FAULTS } from '../application/verify-audit.query.js';

export const AuditPage = z
  .object({
    items: z.array(
      z.object({
        id: Id,
        seq: z.int().describe('Place in the trail'),
        at: z.string(),
        actor: z.string(),
        actorName: z.string().nullable(),
        onBehalfOf: z.string().nullable().describe('Username of the person whose deputy the actor was'),
        onBehalfOfName: z.string().nullable(),
        action: z.string(),
        actionName: z.string(),
        subject: z.string(),
        subjectName: z.string().nullable(),
        before: z.string().nullable().describe('JSON'),
        after: z.string().nullable().describe('JSON'),
        remoteAddress: z.string().nullable(),
        hash: z.string(),
      }),
    ),
    total: z.int(),
  })
  .meta({ id: 'AuditPage' });

export const AuditChoices = z
  .object({
    actors: z.array(z.object({ username: z.string(), name: z.string().nullable() })),
    actions: z.array(z.object({ action: z.string(), name: z.string() })),
  })
  .meta({ id: 'AuditChoices' });

const Criteria = {
  actor: z.string().max(64).optional().describe('Username of who did it, or for whom it was done'),
  action: z.string().max(64).optional().describe('An action, or a slice for all actions of it'),
  subject: z.string().max(200).optional().describe('A subject, or its beginning up to a /'),
  from: IsoDay.optional().describe('First day, in China'),
  to: IsoDay.optional().describe('Last day, in China'),
  text: z.string().min(1).max(200).optional().describe('Part of the values before or after'),
  address: z.string().min(1).max(64).optional().describe('Network address, or its beginning'),
};

export const AuditQuery = z.object({ ...Criteria, ...PageQuery });

export const AuditExportQuery = z.object({ ...Criteria, format: z.enum(EXPORT_FORMATS).default('csv') });

export const AuditVerificationQueryFields = z.object({
  expected: z
    .string()
    .max(200)
    .refine((text) => notedHead(text) !== null)
    .optional()
    .describe('SEQ:HASH that was noted before'),
});

export const AuditVerification = z
  .object({
    entries: z.int(),
    head: z.object({ seq: z.int(), hash: z.string() }).describe('The end of the trail, to be noted elsewhere'),
    faultCount: z.int(),
    faults: z.array(
      z.object({
        kind: z.enum(AUDIT_FAULTS),
        from: z.int(),
        to: z.int(),
        entry: z
          .object({
            seq: z.int(),
            at: z.string(),
            actor: z.string(),
            action: z.string(),
            actionName: z.string(),
            subject: z.string(),
          })
          .nullable(),
      }),
    ),
  })
  .meta({ id: 'AuditVerification' });
