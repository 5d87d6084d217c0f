import { z } from 'zod';
import { Fen, Id } from '../../../platform/http/fields.dto.js';

export const CarryOverInput = z
  .strictObject({
    projectIds: z
      .array(Id)
      .max(5000)
      .describe('Projects of the year before that go on; what is carried over already is left as it is'),
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
  unspentFen: Fen.nullable().describe('What is added to the new year’s budget as 上年结转 (R6)'),
  continuesAs: Id.nullable().describe('The project of the year that continues it, or has its code (R3)'),
  action: z.enum(['create', 'link', 'done']),
  problem: z.enum(['budget-unknown']).nullable().describe('Why the balance cannot be added yet'),
});
export type CarryOverRow = z.output<typeof CarryOverRow>;
export const CarryOverList = z.object({ year: z.int(), items: z.array(CarryOverRow) }).meta({ id: 'CarryOverList' });
export type CarryOverList = z.output<typeof CarryOverList>;
