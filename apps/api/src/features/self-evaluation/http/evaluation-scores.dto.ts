import { EXECUTION_BASES, POINT_RULES } from '@jixiao/domain';
import { z } from 'zod';
import { Id, Rate } from '../../../platform/http/fields.dto.js';
import { GradeField } from './evaluation-fields.dto.js';

const LeafPointsView = z.object({
  points: z.number().nullable(),
  rule: z.enum(POINT_RULES),
  result: z.number().nullable().describe('What was scored; null where there is no number'),
  completion: Rate,
  beforeCut: z.number().nullable(),
  gate: z.number().nullable(),
  choice: z
    .object({ from: z.number(), to: z.number(), toIncluded: z.boolean() })
    .nullable()
    .describe('Bounds of the points that a person may choose (R36)'),
  review: z
    .object({ own: z.number().nullable(), ownRule: z.enum(POINT_RULES), reason: z.string() })
    .nullable()
    .describe("The unit's own points where a reviewer gave others, and why; null where none did"),
  explanation: z.string().describe('The rule that gave the points, as a sentence'),
});

const Remark = z.object({
  leafId: Id.nullable(),
  code: z.string(),
  message: z.string(),
  required: z.boolean().describe('Hinders handing in'),
});

export const EvaluationScoresView = z
  .object({
    execution: z.object({
      weight: z.number(),
      points: z.number().nullable(),
      rate: Rate,
      basis: z.enum(EXECUTION_BASES),
      explanation: z.string(),
    }),
    leaves: z.record(z.string(), LeafPointsView).describe('By the id of the leaf'),
    sum: z.number().nullable().describe('Before rescaling (R40) and caps'),
    outOf: z.number().describe('Weights that apply: 100 unless leaves were dropped'),
    total: z.number().nullable(),
    cap: z.object({ executionBelow: z.number(), totalAtMost: z.number(), before: z.number() }).nullable(),
    grade: GradeField.nullable(),
    explanation: z.string().describe('How the total came about, as a sentence'),
    alerts: z.array(z.object({ code: z.string(), light: z.enum(['red', 'yellow']), message: z.string() })),
    remarks: z.array(Remark),
  })
  .meta({ id: 'EvaluationScores' });
export type EvaluationScoresView = z.output<typeof EvaluationScoresView>;
