import { MAX_RESULT, OUTCOMES } from '@jixiao/domain';
import { z } from 'zod';
import { Fen, Id, IsoDay, LightField, Month, Year } from '../../../platform/http/fields.dto.js';

export const VerificationPath = z.object({ year: Year, month: Month });
export type VerificationPath = z.output<typeof VerificationPath>;

/** What to draw: so many projects, or so many percent of them. */
export const SampleInput = z
  .strictObject({
    seed: z.string().trim().min(1).max(64),
    size: z.int().min(1).max(1000).optional(),
    share: z.number().gt(0).max(100).optional().describe('Percent of the projects, rounded up'),
    keyProjects: z.boolean().describe('Take all key projects besides the drawn ones'),
    organisationId: Id.optional(),
  })
  .refine(({ size, share }) => (size === undefined) !== (share === undefined), { path: ['size'] })
  .meta({ id: 'SampleInput' });
export type SampleInput = z.output<typeof SampleInput>;

const expenditure = z.strictObject({ expenditureFen: Fen });
const result = z.strictObject({
  indicatorId: Id,
  value: z.number().min(-MAX_RESULT).max(MAX_RESULT).nullish(),
  outcome: z.enum(OUTCOMES).nullish(),
  doneOn: IsoDay.nullish(),
  notDone: z.boolean().nullish(),
});
const found = { note: z.string().trim().max(2000).nullish(), evidence: z.string().trim().min(1).max(2000) };

/** What was found of the expenditure, or of one indicator. */
export const VerifiedInput = z
  .strictObject({ finding: z.union([expenditure, result]), ...found })
  .meta({ id: 'VerifiedInput' });
export type VerifiedInput = z.output<typeof VerifiedInput>;

export const ProjectVerification = z
  .object({
    projectId: Id,
    light: LightField.describe('The official light, of what was reported'),
    verifiedLight: LightField.nullable().describe('Of what was found; null where nothing was verified'),
    spendLight: LightField,
    verifiedSpendLight: LightField,
    expenditureFen: Fen.nullable(),
    items: z.array(
      z.object({
        indicatorId: Id.nullable().describe('Null for the expenditure'),
        name: z.string().nullable(),
        reported: z.string().nullable(),
        verified: z.string().nullable(),
        verifiedFen: Fen.nullable(),
        differs: z.boolean(),
        light: LightField,
        verifiedLight: LightField,
        note: z.string().nullable(),
        evidence: z.string(),
        recordedBy: z.string(),
        recordedByName: z.string(),
        recordedAt: z.string(),
      }),
    ),
  })
  .meta({ id: 'ProjectVerification' });
export type ProjectVerification = z.output<typeof ProjectVerification>;

export const RoundVerification = z
  .object({
    samples: z.array(
      z.object({
        id: Id,
        seed: z.string(),
        size: z.int(),
        keyProjects: z.boolean(),
        drawnBy: z.string(),
        drawnByName: z.string(),
        drawnAt: z.string(),
        projects: z.int(),
      }),
    ),
    projects: z
      .array(
        z.object({
          projectId: Id,
          name: z.string(),
          organisationName: z.string(),
          isDrawn: z.boolean(),
          light: LightField.nullable(),
          verifiedLight: LightField.nullable(),
          verified: z.int(),
          differing: z.int(),
        }),
      )
      .describe('Drawn or verified, in the caller’s reach'),
  })
  .meta({ id: 'RoundVerification' });
export type RoundVerification = z.output<typeof RoundVerification>;
