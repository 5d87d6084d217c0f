import { REPORT_ANOMALIES } from '@jixiao/domain';
import { z } from 'zod';
import { Fen, Id, LightField, PageQuery, Rate } from '../../../platform/http/fields.dto.js';

/** States in which a report waits for somebody: 待单位审核, 待财政接收. */
const WaitingState = z.enum(['submitted', 'unitApproved']);
export type WaitingState = z.output<typeof WaitingState>;

export const ReviewQuery = z.object({
  organisationId: Id.optional(),
  state: WaitingState.optional(),
  light: LightField.optional(),
  anomalies: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true')
    .describe('Only reports that something is odd about'),
  sort: z.enum(['urgent', 'oldest']).default('urgent').describe('`urgent`: odd ones first, then by age'),
  ...PageQuery,
});
export type ReviewQuery = z.output<typeof ReviewQuery>;

/** A report that waits for the caller, with what he looks at before opening it. */
export const ReviewItem = z
  .object({
    projectId: Id,
    code: z.string().nullable(),
    name: z.string(),
    organisationId: Id,
    organisationName: z.string(),
    status: WaitingState,
    version: z.int(),
    waitingSince: z.string(),
    submittedBy: z.string().nullable(),
    submittedByName: z.string().nullable(),
    submittedFor: z.string().nullable().describe('Username of the person whose deputy handed it in'),
    submittedForName: z.string().nullable(),
    selfApproved: z.boolean(),
    light: LightField.nullable().describe('Null until computed'),
    spendLight: LightField.nullable(),
    goalLight: LightField.nullable(),
    explanation: z.string().nullable().describe('The sentence that explains the light (R49)'),
    adjustedBudgetFen: Fen.nullable(),
    executionRate: Rate,
    expenditureFen: Fen.nullable().describe("The unit's own"),
    previous: z
      .object({ month: z.int(), expenditureFen: Fen.nullable() })
      .nullable()
      .describe('The last earlier round of the year that has a report'),
    resultsChanged: z.int().nullable().describe('Results that differ from that round; null where there is none'),
    anomalies: z.array(z.enum(REPORT_ANOMALIES)),
    changedFields: z
      .int()
      .nullable()
      .describe('Fields that differ from what was last approved, accepted or returned; null where nothing was'),
    refusal: z
      .object({ code: z.string(), message: z.string() })
      .nullable()
      .describe('Why the caller may not approve or accept this one although it waits, as for reports of his own'),
  })
  .meta({ id: 'ReviewItem' });

export const ReviewPage = z
  .object({
    items: z.array(ReviewItem),
    total: z.int(),
    page: z.int(),
    size: z.int(),
    waiting: z
      .object({ submitted: z.int(), unitApproved: z.int(), anomalies: z.int() })
      .describe('Of the whole filter'),
  })
  .meta({ id: 'ReviewPage' });
export type ReviewPage = z.output<typeof ReviewPage>;
