import { z } from 'zod';
import { Id } from '../../../platform/http/fields.dto.js';

export const EvaluationFormFields = z.strictObject({ dryRun: z.enum(['true', 'false']).default('false') });

export const EvaluationFormsResult = z
  .object({
    year: z.int(),
    saved: z.boolean(),
    forms: z.array(
      z.object({
        evaluationId: Id,
        projectId: Id,
        projectName: z.string(),
        changes: z
          .array(z.string())
          .describe(
            '`frame`, `achievedGoal`, `funds` and the names of indicators that the form changes; empty: nothing',
          ),
      }),
    ),
  })
  .meta({ id: 'EvaluationFormsResult' });
export type EvaluationFormsResult = z.output<typeof EvaluationFormsResult>;
