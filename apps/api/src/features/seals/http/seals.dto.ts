import { REPORT_STATES } from '@jixiao/domain';
import { z } from 'zod';
import { Id, Month, Year } from '../../../platform/http/fields.dto.js';

export const RoundPath = z.object({ year: Year, month: Month });
export type RoundPath = z.output<typeof RoundPath>;

/** The seal of a locked round; one more each time it is locked again. */
export const SealView = z
  .object({
    version: z.int(),
    seq: z.int().describe('Place in the chain of the seals of all rounds'),
    createdAt: z.string(),
    createdBy: z.string(),
    createdByName: z.string(),
    previousHash: z.string().nullable().describe('Hash of the seal before, of whatever round'),
    contentHash: z.string(),
    hash: z.string(),
    rulePack: z.string(),
    parts: z.int(),
    projects: z.int(),
    indicators: z.int(),
    states: z
      .record(z.enum(['notReported', ...REPORT_STATES]), z.int())
      .describe('Monitored projects by the state of their report'),
  })
  .meta({ id: 'Seal' });
export const SealList = z.object({ items: z.array(SealView) }).meta({ id: 'SealList' });
export type SealList = z.output<typeof SealList>;

const named = z.object({ code: z.string().nullable(), name: z.string() });

/** What verifying a round against its seals found; nothing found is nothing changed. */
export const SealVerificationView = z
  .object({
    year: z.int(),
    month: z.int(),
    projects: z.int(),
    deviations: z
      .array(named.extend({ differs: z.array(z.string()) }))
      .describe('Stored lights that are not what their own stored inputs give (R49)'),
    seals: z.array(z.object({ version: z.int(), hash: z.string(), intact: z.boolean() })),
    reopened: z.array(named).describe('Projects that may be corrected until the round is locked again'),
    findings: z
      .array(
        z.object({
          code: z.string(),
          message: z.string(),
          seq: z.int().nullable(),
          version: z.int().nullable(),
          part: z.int().nullable(),
          project: named.extend({ id: Id }).nullable(),
          fields: z.array(z.string()),
        }),
      )
      .describe(
        'What is not as it was sealed, the first found first; those of the chain of all seals before the others',
      ),
  })
  .meta({ id: 'SealVerification' });
export type SealVerificationView = z.output<typeof SealVerificationView>;
