import { REPORT_STATES, REPORT_STEPS } from '@jixiao/domain';
import { z } from 'zod';
import { Id } from '../../../platform/http/fields.dto.js';

const text = z.string().max(2000);

/** One step with many reports of a round; `version` is the one that was read. */
export const StepsInput = z
  .strictObject({
    step: z.enum(['submit', 'withdraw', 'approve', 'accept', 'return']),
    projects: z
      .array(z.strictObject({ projectId: Id, version: z.int().min(0) }))
      .min(1)
      .max(10_000),
    message: text.nullish().describe('Why a report is returned; a return needs one'),
  })
  .meta({ id: 'StepsInput' });
export type StepsInput = z.output<typeof StepsInput>;

/** Each project on its own: what one is refused for hinders no other. */
export const StepsResult = z
  .object({
    done: z.array(z.object({ projectId: Id, status: z.enum(REPORT_STATES), version: z.int() })),
    refused: z.array(
      z.object({
        projectId: Id,
        code: z.string(),
        message: z.string(),
        issues: z
          .array(z.object({ path: z.string(), code: z.string(), message: z.string() }))
          .describe('Every place at fault, as what is still missing; empty where the whole is refused'),
      }),
    ),
  })
  .meta({ id: 'StepsResult' });
export type StepsResult = z.output<typeof StepsResult>;

/** A step of a report's trail. */
export const ReportStepView = z
  .object({
    step: z.enum(REPORT_STEPS),
    from: z.enum(REPORT_STATES),
    to: z.enum(REPORT_STATES),
    at: z.string(),
    actor: z.string(),
    actorName: z.string(),
    onBehalfOf: z.string().nullable().describe('Username of the person whose deputy the actor was'),
    onBehalfOfName: z.string().nullable(),
    message: z.string().nullable(),
  })
  .meta({ id: 'ReportStep' });
export type ReportStepView = z.output<typeof ReportStepView>;

export const ReportChangesQuery = z.object({ since: z.enum(['approval', 'return', 'lastRound']) });

/** What differs from an earlier content of a report, field by field. */
export const ReportChanges = z
  .object({
    since: z.enum(['approval', 'return', 'lastRound']),
    baseline: z
      .object({
        month: z.int().nullable().describe('The round compared with, for `lastRound`'),
        step: ReportStepView.pick({ step: true, at: true, actor: true, actorName: true, message: true })
          .nullable()
          .describe('The step compared with, for the others'),
      })
      .nullable()
      .describe('Null where there is nothing to compare with'),
    items: z.array(
      z.object({
        indicatorId: Id.nullable(),
        indicator: z.string().nullable(),
        field: z.string().describe('Column of the report file'),
        before: z.string().nullable().describe('In the language of the request; null is blank'),
        after: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'ReportChanges' });
export type ReportChanges = z.output<typeof ReportChanges>;
