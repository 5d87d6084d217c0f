import { z } from 'zod';
import { Id, Month, PageQuery, Year } from '../../../platform/http/fields.dto.js';

export const ScorecardQuery = z.object({
  year: Year,
  month: Month.optional().describe('Only this round; else the whole year'),
  organisationId: Id.optional(),
  sort: z.enum(['overdue', 'slowest', 'raised', 'name']).default('overdue'),
  ...PageQuery,
});
export type ScorecardQuery = z.output<typeof ScorecardQuery>;

const figures = {
  raised: z.int(),
  red: z.int(),
  toAnswer: z.int().describe('Of those raised, without rounds that were over before there were alerts'),
  answered: z.int().describe('Of `toAnswer`'),
  answeredInTime: z.int(),
  open: z.int(),
  overdue: z.int().describe('Open after their deadline'),
  medianDays: z.number().nullable().describe('Working days to the answer; null where nothing was answered'),
  meanDays: z.number().nullable().describe('The same, 2 places'),
  rectifying: z.int(),
  recovered: z.int().describe('Closed because the light or the figures recovered'),
  rectified: z.int(),
  waived: z.int(),
  suspensions: z.int().describe('Suspensions that were proposed or confirmed'),
  onSiteDue: z.int(),
  onSiteDone: z.int(),
};

/** How units see to their alerts. */
export const AlertScorecard = z
  .object({
    total: z.object(figures).describe('Of all units in reach'),
    items: z.array(z.object({ organisationId: Id, organisationName: z.string(), ...figures })),
    count: z.int().describe('Number of units'),
    page: z.int(),
    size: z.int(),
  })
  .meta({ id: 'AlertScorecard' });
export type AlertScorecard = z.output<typeof AlertScorecard>;
