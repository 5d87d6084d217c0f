import { REPORT_STATES } from '@jixiao/domain';
import { z } from 'zod';
import { Fen, Id, LightField, Month, PageQuery, Rate, Year } from '../../../platform/http/fields.dto.js';
import { ExpenditureSourceField } from '../../treasury/index.js';

const explanationText = z
  .string()
  .describe('The sentence that explains the light, in the language of the request (R49)');

export const LightRow = z
  .object({
    projectId: Id,
    code: z.string().nullable(),
    name: z.string(),
    organisationId: Id,
    organisationName: z.string(),
    key: z.boolean(),
    light: LightField,
    spendLight: LightField,
    goalLight: LightField,
    reason: z.string(),
    explanation: explanationText,
    adjustedBudgetFen: Fen.nullable(),
    expenditureFen: Fen.nullable(),
    expenditureSource: ExpenditureSourceField,
    releasedFen: Fen.nullable(),
    receivedFen: Fen.nullable(),
    executionRate: Rate,
    plannedRate: z.number(),
    straightLineRate: z.number(),
    gapToPlan: Rate,
    gapToStraightLine: Rate,
    notReported: z.boolean(),
    awaitingReport: z.boolean(),
    reportStatus: z.enum(REPORT_STATES).nullable(),
    selfApproved: z.boolean().describe('The report was approved by the one who filled it in'),
    comments: z.int().describe('Comments of leaders that stand'),
    reopened: z.boolean().describe('Given back to be corrected although the round is locked'),
    computedAt: z.string(),
  })
  .meta({ id: 'LightRow' });
export const LightPage = z
  .object({ items: z.array(LightRow), total: z.int(), page: z.int(), size: z.int() })
  .meta({ id: 'LightPage' });
export type LightPage = z.output<typeof LightPage>;

export const LightQuery = z.object({
  year: Year,
  month: Month,
  organisationId: Id.optional(),
  light: LightField.optional(),
  state: z
    .enum(['notReported', 'awaitingReport', 'key', 'moneyAhead', 'goalsAhead'])
    .optional()
    .describe('`key`: 重点 projects; the last two by R15'),
  search: z.string().max(100).optional(),
  sort: z.enum(['worst', 'gapToPlan', 'gapToStraightLine', 'budget', 'name']).default('worst'),
  total: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .describe('As told with an earlier page of the same filter: told again instead of counted again'),
  ...PageQuery,
});
export type LightQuery = z.output<typeof LightQuery>;

/** A project's lights in one round with every figure that made them (R49). */
/** The lights by the targets of the beginning of the year, where the round is judged by lower ones (R27). */
const OriginalLights = z
  .object({
    version: z.int(),
    light: LightField,
    spendLight: LightField,
    goalLight: LightField,
    explanation: explanationText,
    planLowered: z.boolean().describe('The spend plan asks for less by the end of the round than it did'),
    plannedRate: z.number(),
    indicators: z
      .array(
        z.object({
          id: Id,
          name: z.string(),
          lowering: z.enum(['lower', 'dropped', 'incomparable']),
          rawValue: z.string(),
          light: LightField,
          explanation: explanationText,
          presentRawValue: z.string().nullable().describe('Null where the indicator is gone'),
          presentLight: LightField.nullable(),
        }),
      )
      .describe('Indicators whose targets were lowered'),
  })
  .nullable();

export const ProjectLights = z
  .object({
    projectId: Id,
    year: z.int(),
    month: z.int(),
    targetVersion: z.int().describe('Version of the targets that the round is judged by (R27)'),
    original: OriginalLights,
    rulePack: z.string(),
    computedAt: z.string(),
    report: z
      .object({ status: z.enum(REPORT_STATES), selfApproved: z.boolean() })
      .nullable()
      .describe('Null where nothing has been saved'),
    light: LightField,
    reopened: z.boolean().describe('Given back to be corrected although the round is locked'),
    explanation: explanationText,
    notReported: z.boolean(),
    awaitingReport: z.boolean(),
    spend: z.object({
      light: LightField,
      reason: z.string(),
      explanation: explanationText,
      executionRate: Rate,
      plannedRate: z.number(),
      straightLineRate: z.number(),
      gapToPlan: Rate,
      gapToStraightLine: Rate,
      ratioToReference: Rate,
      planMissing: z.boolean(),
      adjustedBudgetFen: Fen.nullable(),
      expenditureFen: Fen.nullable(),
      expenditureSource: ExpenditureSourceField,
      releasedFen: Fen.nullable().describe('下达数, cumulative; null where the treasury does not tell'),
      receivedFen: Fen.nullable().describe('到位数, cumulative; null where the treasury does not tell'),
    }),
    goals: z.object({
      light: LightField,
      indicators: z.array(
        z.object({
          id: Id,
          name: z.string(),
          level1: z.string(),
          level2: z.string(),
          rawValue: z.string(),
          unit: z.string().nullable(),
          kind: z
            .string()
            .describe('By which the rules of the round judge it, which may overrule the kind of the target'),
          light: LightField,
          reason: z.string(),
          explanation: explanationText,
          completion: Rate,
          standard: z.number().nullable(),
          ratioToStandard: Rate,
          result: z.number().nullable(),
          resultText: z.string().nullable().describe('The answer as reported, for reading'),
        }),
      ),
    }),
  })
  .meta({ id: 'ProjectLights' });
export type ProjectLights = z.output<typeof ProjectLights>;

/** How the project that this one continues ended the year before, beside the targets of this year. */
export const LastYear = z
  .object({
    lastYear: z
      .object({
        projectId: Id,
        projectName: z.string(),
        year: z.int(),
        month: z.int(),
        light: LightField,
        explanation: explanationText,
        executionRate: Rate,
        adjustedBudgetFen: Fen.nullable(),
        expenditureFen: Fen.nullable(),
        indicators: z.array(
          z.object({
            indicatorId: Id.describe('Of this year’s indicator'),
            rawValue: z.string(),
            light: LightField,
            resultText: z.string().nullable(),
            completion: Rate,
          }),
        ),
      })
      .nullable()
      .describe('Null where it continues none, or that one was never judged'),
  })
  .meta({ id: 'LastYear' });
export type LastYear = z.output<typeof LastYear>;

export const LockInput = z
  .strictObject({
    asTheyStand: z.boolean().optional().describe('Lock although reports are not accepted; those stay as they are'),
  })
  .nullish()
  .meta({ id: 'LockInput' });
export type LockInput = z.output<typeof LockInput>;

export const MonthQuery = z.object({ month: Month });
