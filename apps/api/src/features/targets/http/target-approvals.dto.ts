import { APPROVAL_STATES, APPROVAL_STEPS } from '@jixiao/domain';
import { z } from 'zod';
import { Fen, Id, IsoDay, PageQuery, Year } from '../../../platform/http/fields.dto.js';

export const ApprovalStepInput = z
  .strictObject({
    step: z.enum(APPROVAL_STEPS),
    projects: z
      .array(z.strictObject({ projectId: Id, version: z.int().min(1) }))
      .min(1)
      .max(500),
    documentNumber: z.string().trim().min(1).max(100).nullish().describe('批复文号'),
    documentDate: IsoDay.nullish(),
    message: z.string().trim().min(1).max(2000).nullish().describe('Needed where targets are returned'),
  })
  .meta({ id: 'ApprovalStepInput' });
export type ApprovalStepInput = z.output<typeof ApprovalStepInput>;

export const ApprovalStepResult = z
  .object({
    done: z.array(z.object({ projectId: Id, state: z.enum(APPROVAL_STATES) })),
    refused: z.array(z.object({ projectId: Id, code: z.string(), message: z.string() })),
  })
  .meta({ id: 'ApprovalStepResult' });
export type ApprovalStepResult = z.output<typeof ApprovalStepResult>;

export const TargetApprovalQueryInput = z.object({
  year: Year,
  organisationId: Id.optional(),
  state: z.enum([...APPROVAL_STATES, 'unapproved']).optional(),
  ...PageQuery,
});
export type TargetApprovalQueryInput = z.output<typeof TargetApprovalQueryInput>;

export const TargetApprovalPage = z
  .object({
    items: z.array(
      z.object({
        projectId: Id,
        projectName: z.string(),
        projectCode: z.string().nullable(),
        organisationId: Id,
        organisationName: z.string(),
        version: z.int(),
        state: z.enum(APPROVAL_STATES),
        initialBudgetFen: Fen.nullable(),
        indicatorCount: z.int(),
        planMissing: z.boolean().describe('There is no spend plan yet (R4)'),
        documentNumber: z.string().nullable(),
        documentDate: IsoDay.nullable(),
        message: z.string().nullable(),
        decidedBy: z.string().nullable(),
        decidedByName: z.string().nullable(),
        decidedAt: z.string().nullable(),
      }),
    ),
    total: z.int(),
    page: z.int(),
    size: z.int(),
    counts: z.object({ draft: z.int(), reviewed: z.int(), approved: z.int(), returned: z.int() }),
  })
  .meta({ id: 'TargetApprovalPage' });
export type TargetApprovalPage = z.output<typeof TargetApprovalPage>;
