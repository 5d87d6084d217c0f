import { z } from 'zod';
import { Id, Month, Rate, Year } from '../../../platform/http/fields.dto.js';

/** Fields that several questions of the analysis share. */
export const AnalysisQuery = z.object({
  year: Year,
  month: Month,
  organisationId: Id.optional().describe('Only this organisation and those below it'),
});
export type AnalysisQuery = z.output<typeof AnalysisQuery>;

export const AsOf = z
  .object({
    year: z.int(),
    month: z.int(),
    computedAt: z.string().nullable().describe('Of the unit whose analysis is the oldest; null before there is any'),
    underWay: z.boolean().describe('Whether a newer analysis is being computed'),
  })
  .meta({ id: 'AnalysisAsOf' });
export type AsOf = z.output<typeof AsOf>;

export const UnitRef = {
  organisationId: Id,
  name: z.string(),
  departmentId: Id.nullable().describe('The organisation above, where it is a department'),
  departmentName: z.string().nullable(),
};

export const MoneyView = {
  projects: z.int().describe('With a budget and a known expenditure, which alone a rate is taken of (R28)'),
  budgetFen: z.int(),
  spentFen: z.int(),
  executionRate: Rate,
  plannedRate: Rate,
  gapToPlan: z.number().nullable().describe('Percentage points'),
  lagFen: z.int().describe('Missing to the plan, over the projects that are behind it'),
};
