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

/** What checking a round against its seals found; nothing found is nothing changed. */
export const SealCheckView = z
  .object({
    checkedAt: z.string().describe('When it ended'),
    checkedBy: z.string(),
    checkedByName: z.string(),
    outdated: z.boolean().describe('The round has been locked since, so that this says nothing of its latest seal'),
    intact: z.boolean().describe('Nothing was found'),
    projects: z.int(),
    deviationCount: z.int(),
    deviations: z
      .array(named.extend({ differs: z.array(z.string()) }))
      .describe('Stored lights that are not what their own stored inputs give (R49), the first 200'),
    seals: z.array(z.object({ version: z.int(), hash: z.string(), intact: z.boolean() })),
    reopened: z.array(named).describe('Projects that could be corrected until the round was locked again'),
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
        'What is not as it was sealed, the first 200, the first found first; those of the chain of all seals before the others',
      ),
  })
  .meta({ id: 'SealCheck' });
export type SealCheckView = z.output<typeof SealCheckView>;

export const SealCheckState = z
  .object({
    running: z
      .object({
        jobId: Id,
        status: z.enum(['queued', 'running', 'waiting', 'succeeded', 'dead', 'cancelled']),
        done: z.int(),
        total: z.int().describe('Projects, once as stored and once for each seal; 0 as long as that is not known'),
        requestedBy: z.string().nullable(),
        requestedByName: z.string().nullable(),
      })
      .nullable()
      .describe('The check that goes on, whoever asked for it'),
    failed: z
      .object({ at: z.string(), message: z.string().nullable().describe('Null for a fault of the program') })
      .nullable()
      .describe('The check that ended last where it came to no result'),
    last: SealCheckView.nullable().describe('The latest result; null where the round was never checked'),
  })
  .meta({ id: 'SealCheckState' });
export type SealCheckState = z.output<typeof SealCheckState>;
