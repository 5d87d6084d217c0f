import { GOAL_SIDES, SENTENCE_RESULTS } from '@jixiao/domain';
import { z } from 'zod';
import { Fen, Id, LightField, Rate, Year } from '../../../platform/http/fields.dto.js';
import { byGrade, byState, GradeField } from './evaluation-fields.dto.js';

export const EvaluationUnitsQuery = z.object({
  year: Year,
  organisationId: Id.optional().describe('Only it and what is below it'),
});
export const UnitEvaluationQuery = z.object({ year: Year });

const rolledUp = {
  projects: z.int(),
  byGrade,
  score: z.number().nullable().describe('Totals weighed by the adjusted budget (R38); null where none weighs anything'),
  grade: GradeField.nullable(),
  budgetFen: Fen,
  expenditureFen: Fen,
  executionRate: Rate.describe('Over the projects of which both figures are known'),
  unscored: z.int().describe('Projects without a total, which the score is made without'),
  unscoredBudgetFen: Fen,
  withoutBudget: z.int().describe('With a total, but weighing nothing'),
  withoutExpenditure: z.int(),
};
const summed = { ...rolledUp, byState };

const Unit = z.object({
  organisationId: Id,
  organisationName: z.string(),
  departmentId: Id.nullable(),
  departmentName: z.string().nullable(),
  ...summed,
});
const Department = z.object({ organisationId: Id, organisationName: z.string(), ...summed });

export const EvaluationUnitList = z
  .object({
    year: z.int(),
    county: z.object(summed).describe('All that the caller may see, together'),
    departments: z.array(Department).describe('By name'),
    units: z.array(Unit).describe('Worst first'),
  })
  .meta({ id: 'EvaluationUnitList' });
export type EvaluationUnitList = z.output<typeof EvaluationUnitList>;

const GoalProject = z.object({
  evaluationId: Id.nullable(),
  projectId: Id,
  name: z.string(),
  total: z.number().nullable(),
  grade: GradeField.nullable(),
  budgetFen: Fen.nullable(),
  expenditureFen: Fen.nullable(),
  executionRate: Rate,
});

export const UnitEvaluation = z
  .object({
    year: z.int(),
    organisationId: Id,
    organisationName: z.string(),
    ...summed,
    goals: z
      .array(
        z.object({
          organisationId: Id,
          organisationName: z.string(),
          key: z.string(),
          title: z.string(),
          goal: z.string(),
          light: LightField,
          sides: z.enum(GOAL_SIDES),
          result: z.object(rolledUp).describe('Of the linked projects'),
          sentences: z
            .object(
              Object.fromEntries(SENTENCE_RESULTS.map((result) => [result, z.int()])) as Record<
                (typeof SENTENCE_RESULTS)[number],
                z.ZodInt
              >,
            )
            .describe('Sentence indicators by what became of them'),
          indicators: z.array(
            z.object({
              sentence: z.string(),
              name: z.string(),
              rawValue: z.string(),
              resultText: z.string().nullable(),
              light: LightField,
              explanation: z.string(),
              completion: Rate,
              reasonNote: z.string().nullable(),
            }),
          ),
          projects: z.array(GoalProject),
        }),
      )
      .describe('分项目标 with the results of December; of a department those of its units too'),
    projects: z.array(GoalProject).describe('Worst first'),
  })
  .meta({ id: 'UnitEvaluation' });
export type UnitEvaluation = z.output<typeof UnitEvaluation>;
