import { BALANCE_PROBLEMS, CARRY_OVER_ACTIONS } from '@jixiao/domain';
import { z } from 'zod';
import { Fen, Id } from '../../../platform/http/fields.dto.js';

export const CarryOverInput = z
  .strictObject({
    projectIds: z
      .array(Id)
      .max(5000)
      .describe('Projects of the year before that go on; what is carried over already is left as it is, or put right'),
  })
  .meta({ id: 'CarryOverInput' });
export type CarryOverInput = z.output<typeof CarryOverInput>;

export const CarryOverRow = z.object({
  projectId: Id.describe('Of the year before'),
  name: z.string(),
  code: z.string().nullable(),
  organisationName: z.string(),
  month: z.int().nullable().describe('Of its last round; null where it was never judged'),
  adjustedBudgetFen: Fen.nullable(),
  expenditureFen: Fen.nullable(),
  unspentFen: Fen.nullable().describe('What its last round leaves; final only once December is locked'),
  bookedFen: z.int().describe('What of it is in the new year’s budget as 上年结转 on 1 January (R6)'),
  differenceFen: z
    .int()
    .nullable()
    .describe('What the locked December leaves, less what is booked; null as long as December is not final'),
  continuesAs: Id.nullable().describe('The project of the year that continues it, or would'),
  matchedBy: z
    .enum(['link', 'code', 'name'])
    .nullable()
    .describe(
      'Whether it is linked already, has the same code (R3), or only the same unit and name; null where there is none',
    ),
  action: z
    .enum(CARRY_OVER_ACTIONS)
    .describe(
      'What carrying it over does now; with `wait` and `done` nothing. A project without a problem is booked too',
    ),
  problem: z.enum(BALANCE_PROBLEMS).nullable().describe('Why the balance is not booked, or not yet'),
});
export type CarryOverRow = z.output<typeof CarryOverRow>;
export const CarryOverList = z.object({ year: z.int(), items: z.array(CarryOverRow) }).meta({ id: 'CarryOverList' });
export type CarryOverList = z.output<typeof CarryOverList>;
