import { z } from 'zod';
import { Fen, Id, PageQuery, Rate } from '../../../platform/http/fields.dto.js';

export const MAX_ACCOUNTS = 10_000;

/** 决算 of a year as a program gives it: all of it or nothing. */
export const FinalAccountsInput = z
  .strictObject({
    dryRun: z.boolean().default(false).describe('Only shows what would come of it'),
    source: z.string().trim().max(200).nullish(),
    rows: z
      .array(
        z.strictObject({
          code: z.string().trim().min(1).max(64).nullish().describe('Project code'),
          name: z.string().trim().min(1).max(300).nullish().describe('Where the project has no code'),
          expenditureFen: Fen.nullish().describe('All together; the parts have to add up to it'),
          fiscalFen: Fen.nullish(),
          carriedFen: Fen.nullish(),
          otherFen: Fen.nullish(),
          note: z.string().trim().max(2000).nullish(),
        }),
      )
      .min(1)
      .max(MAX_ACCOUNTS),
  })
  .meta({ id: 'FinalAccountsInput' });
export type FinalAccountsInput = z.output<typeof FinalAccountsInput>;

export const FinalAccountFileFields = z.strictObject({ dryRun: z.enum(['true', 'false']).default('false') });

const TakenAccount = z.object({
  at: z.string().describe('Place in the request or file'),
  projectId: Id,
  projectName: z.string(),
  outcome: z.enum(['new', 'changed', 'unchanged']),
  expenditureFen: Fen,
  beforeFen: Fen.nullable().describe('The final account before'),
  roundFen: Fen.nullable().describe("December's expenditure"),
  differenceFen: z.int().nullable().describe('Final account less December'),
  ratePoints: z.number().nullable().describe('What it makes of the execution rate, in percentage points'),
  effect: z
    .enum(['scored', 'shown', 'none'])
    .describe('scored: the draft is scored by it; shown: it was handed in before; none: nothing is evaluated'),
});

export const FinalAccountsResult = z
  .object({
    year: z.int(),
    saved: z.boolean(),
    counts: z.object({ new: z.int(), changed: z.int(), unchanged: z.int(), scored: z.int(), shown: z.int() }),
    rows: z.array(TakenAccount),
    ignoredColumns: z.array(z.string()),
  })
  .meta({ id: 'FinalAccountsResult' });
export type FinalAccountsResult = z.output<typeof FinalAccountsResult>;

export const FinalAccountQuery = z.object({
  differing: z.stringbool().optional().describe('Only where it is not what the round of December said'),
  ...PageQuery,
});
export type FinalAccountQuery = z.output<typeof FinalAccountQuery>;

export const FinalAccountPage = z
  .object({
    items: z.array(
      z.object({
        projectId: Id,
        projectName: z.string(),
        projectCode: z.string().nullable(),
        organisationName: z.string(),
        revision: z.int(),
        expenditureFen: Fen,
        fiscalFen: Fen,
        carriedFen: Fen,
        otherFen: Fen,
        roundFen: Fen.nullable(),
        differenceFen: z.int().nullable(),
        executionRate: Rate,
        note: z.string().nullable(),
        sourceName: z.string().nullable(),
        recordedBy: z.string(),
        recordedByName: z.string(),
        recordedAt: z.string(),
      }),
    ),
    total: z.int(),
    page: z.int(),
    size: z.int(),
  })
  .meta({ id: 'FinalAccountPage' });
export type FinalAccountPage = z.output<typeof FinalAccountPage>;
