import { MEASURE_KINDS, MEASURE_STATES, MEASURE_STEPS } from '@jixiao/domain';
import { z } from 'zod';
import { Fen, Id, IsoDay, Month, PageQuery, Year } from '../../../platform/http/fields.dto.js';
import { FollowUpProject, FollowUpRound, LongText, Version } from './rectifications.dto.js';

/** 收回, 调减 and 统筹 have an amount, 暂停 has none. */
export const MeasureInput = z
  .strictObject({
    projectId: Id,
    month: Month.nullish().describe('The round of the project’s year because of which it is proposed'),
    kind: z.enum(MEASURE_KINDS),
    amountFen: Fen.min(1).nullish(),
    reason: LongText,
    nextYearNote: LongText.nullish().describe('What it means for the ceiling of the next year'),
  })
  .meta({ id: 'BudgetMeasureInput' });
export type MeasureInput = z.output<typeof MeasureInput>;

export const MeasureStepInput = z
  .strictObject({
    step: z.enum(MEASURE_STEPS),
    version: Version,
    text: LongText.nullish(),
    effectiveOn: IsoDay.nullish().describe('From when on it counts; needed to post it'),
    fundSource: z.enum(['fiscal', 'carriedOver', 'other']).default('fiscal'),
    documentNumber: z.string().trim().min(1).max(100).nullish(),
  })
  .meta({ id: 'BudgetMeasureStepInput' });
export type MeasureStepInput = z.input<typeof MeasureStepInput>;

export const MeasureView = z
  .object({
    id: Id,
    project: FollowUpProject,
    organisationId: Id,
    organisationName: z.string(),
    round: FollowUpRound.nullable(),
    kind: z.enum(MEASURE_KINDS),
    amountFen: Fen.nullable(),
    reason: z.string(),
    nextYearNote: z.string().nullable(),
    state: z.enum(MEASURE_STATES),
    proposedBy: z.string(),
    proposedByName: z.string(),
    proposedAt: z.string(),
    decidedBy: z.string().nullable(),
    decidedByName: z.string().nullable(),
    decidedAt: z.string().nullable(),
    message: z.string().nullable(),
    postedBy: z.string().nullable(),
    postedByName: z.string().nullable(),
    postedAt: z.string().nullable(),
    effectiveOn: z.string().nullable(),
    adjustmentId: Id.nullable().describe('The reduction of the budget that it was booked by (R6)'),
    liftedBy: z.string().nullable(),
    liftedByName: z.string().nullable(),
    liftedAt: z.string().nullable(),
    version: z.int(),
    may: z.array(z.enum(MEASURE_STEPS)).describe('What the caller may do with it now'),
  })
  .meta({ id: 'BudgetMeasure' });
export type MeasureView = z.output<typeof MeasureView>;

export const MeasureQuery = z.object({
  year: Year.optional(),
  organisationId: Id.optional(),
  state: z
    .enum([...MEASURE_STATES, 'undecided'])
    .optional()
    .describe('`undecided`: proposed, or approved and not posted'),
  kind: z.enum(MEASURE_KINDS).optional(),
  forNextYear: z.stringbool().optional().describe('Only what is noted for the ceiling of the next year'),
  mine: z.stringbool().optional().describe('Only what waits for the caller'),
  q: z.string().max(100).optional(),
  ...PageQuery,
});
export type MeasureQuery = z.output<typeof MeasureQuery>;

export const MeasurePage = z
  .object({
    items: z.array(MeasureView),
    total: z.int(),
    postedFen: z.int().min(0).describe('What all that were found and posted have taken, in 分'),
    page: z.int(),
    size: z.int(),
  })
  .meta({ id: 'BudgetMeasurePage' });
export type MeasurePage = z.output<typeof MeasurePage>;
