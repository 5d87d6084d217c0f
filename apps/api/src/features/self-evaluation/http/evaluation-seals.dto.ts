import { z } from 'zod';
import { Id } from '../../../platform/http/fields.dto.js';

export const EvaluationSealList = z
  .object({
    items: z
      .array(
        z.object({
          seq: z.int().describe('Place in the chain of all self-evaluations'),
          version: z.int(),
          createdAt: z.string(),
          createdBy: z.string(),
          createdByName: z.string(),
          contentHash: z.string(),
          hash: z.string(),
          intact: z.boolean().describe('It is what its hashes say, and its scores are what its inputs give'),
        }),
      )
      .describe('Oldest first'),
    current: z.boolean().describe('The evaluation is what its latest seal says; false while it is not accepted'),
  })
  .meta({ id: 'EvaluationSealList' });
export type EvaluationSealList = z.output<typeof EvaluationSealList>;

export const EvaluationVerification = z
  .object({
    year: z.int(),
    seals: z.int().describe('Seals of the year that were looked at'),
    accepted: z.int().describe('Accepted evaluations'),
    intact: z.boolean(),
    findings: z.array(
      z.object({
        code: z.string(),
        message: z.string(),
        evaluationId: Id.nullable(),
        seq: z.int().nullable(),
        version: z.int().nullable(),
        fields: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'EvaluationVerification' });
export type EvaluationVerification = z.output<typeof EvaluationVerification>;
