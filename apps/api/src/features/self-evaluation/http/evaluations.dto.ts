import { EVALUATION_PARTS, EVALUATION_STEPS, GRADES, MAX_FEN, MAX_RESULT, OUTCOMES } from '@jixiao/domain';
import { z } from 'zod';
import { Fen, Id, IsoDay, PageQuery, Rate, Year } from '../../../platform/http/fields.dto.js';
import { byGrade, byState, FrameField, GradeField, StateField } from './evaluation-fields.dto.js';
import { EvaluationRulesField, EvaluationRulesRef } from './evaluation-rules.dto.js';
import { EvaluationScoresView } from './evaluation-scores.dto.js';

const text = z.string().max(5000);
const Points = z.number().min(0).max(100);
const Level = z.enum(['unit', 'department', 'finance']);
export type EvaluationLevel = z.output<typeof Level>;

const Score = z
  .object({ total: z.number().nullable(), grade: GradeField.nullable() })
  .describe('Total null where any point is not known yet');

const listed = {
  id: Id,
  year: z.int(),
  projectId: Id,
  projectCode: z.string().nullable(),
  projectName: z.string(),
  organisationId: Id,
  organisationName: z.string(),
  departmentName: z.string().nullable().describe('The department above; null where there is none'),
  state: StateField,
  version: z.int(),
  adjustedBudgetFen: Fen.nullable(),
  expenditureFen: Fen.nullable(),
  expenditureSource: z.enum(['finalAccount', 'round']).nullable(),
  executionRate: Rate,
  scores: z.object({ unit: Score, department: Score.nullable(), finance: Score.nullable() }),
  total: z.number().nullable().describe('Of the highest level that has scored it'),
  grade: GradeField.nullable(),
  alerts: z.int().describe('Lights of the evaluation itself (R39)'),
  alertLight: z.enum(['red', 'yellow']).nullable().describe('The worst of them; null where there is none'),
  missing: z.int().describe('What still hinders handing in'),
  late: z.boolean().describe('Handed in after the deadline, or not yet although it has passed'),
  submittedAt: z.string().nullable(),
  accountDiffers: z
    .boolean()
    .describe('The final account is not what it was scored by, for it came after it was handed in'),
  decemberDiffers: z
    .boolean()
    .describe('December was corrected after it was handed in, and says something else by now'),
  may: z.array(z.enum(['edit', ...EVALUATION_STEPS])).describe('What the caller may do with it now'),
};

export const EvaluationListed = z.object(listed).meta({ id: 'EvaluationListed' });
export type EvaluationListed = z.output<typeof EvaluationListed>;

export const EvaluationQueryInput = z.object({
  year: Year,
  organisationId: Id.optional(),
  projectId: Id.optional(),
  state: StateField.optional(),
  grade: z.enum([...GRADES, 'none']).optional(),
  late: z.stringbool().optional(),
  alerts: z.stringbool().optional().describe('Only those with a light of their own (R39)'),
  mine: z.stringbool().optional().describe('Only what waits for the caller'),
  q: z.string().max(100).optional().describe('In the name or code of the project, or the name of the unit'),
  sort: z.enum(['score', '-score', 'name', 'budget', 'submitted']).default('score').describe('score: worst first'),
  ...PageQuery,
});
export type EvaluationQueryInput = z.output<typeof EvaluationQueryInput>;

export const EvaluationPage = z
  .object({ items: z.array(EvaluationListed), total: z.int(), page: z.int(), size: z.int() })
  .meta({ id: 'EvaluationPage' });
export type EvaluationPage = z.output<typeof EvaluationPage>;

export const EvaluationProgressQuery = z.object({ year: Year, organisationId: Id.optional() });

export const EvaluationProgress = z
  .object({
    year: z.int(),
    projects: z.int(),
    byState,
    byGrade,
    withoutScore: z.int(),
    late: z.int(),
    alerts: z.int().describe('Evaluations with a light of their own (R39)'),
    accountDiffers: z.int(),
    waiting: z.int().describe('What waits for the caller'),
  })
  .meta({ id: 'EvaluationProgress' });
export type EvaluationProgress = z.output<typeof EvaluationProgress>;

const answer = {
  value: z.number().nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  text: z.string().nullable(),
  doneOn: IsoDay.nullable(),
  notDone: z.boolean(),
  noData: z.string().nullable(),
};

const FundsLineView = z.object({ initialFen: Fen.nullable(), adjustedFen: Fen.nullable(), spentFen: Fen.nullable() });
const funds = { fiscal: FundsLineView, carriedOver: FundsLineView, other: FundsLineView };

export const EvaluationLeafView = z
  .object({
    id: Id,
    part: z.enum(EVALUATION_PARTS).describe('Of the frame (R30)'),
    level1: z.string(),
    level2: z.string(),
    name: z.string(),
    rawValue: z.string().describe('年度指标值'),
    operator: z.string(),
    operatorPrinted: z.boolean(),
    number: z.number().nullable(),
    unit: z.string().nullable(),
    kind: z.string(),
    direction: z.enum(['atLeast', 'atMost']).nullable(),
    directionInferred: z.boolean(),
    directionConfirmed: z
      .boolean()
      .nullable()
      .describe('By finance, where it is doubtful (R41); null where that was not noted'),
    dueDate: IsoDay.nullable(),
    gate: z.number().nullable(),
    basis: z.string().nullable(),
    weight: z.number(),
    ...answer,
    resultText: z.string().nullable(),
    draftedText: z.string().nullable().describe('What the locked round of December said, where it was changed since'),
    notApplicableWhy: z.string().nullable(),
    chosenPoints: z.number().nullable(),
    cut: z.object({ points: z.number(), reason: z.string() }).nullable(),
    explanation: z.string().nullable().describe('偏差原因分析及改进措施'),
  })
  .meta({ id: 'EvaluationLeaf' });
export type EvaluationLeafView = z.output<typeof EvaluationLeafView>;

export const FinalAccountView = z
  .object({
    revision: z.int(),
    expenditureFen: Fen,
    fiscalFen: Fen,
    carriedFen: Fen,
    otherFen: Fen,
    note: z.string().nullable(),
    recordedBy: z.string(),
    recordedByName: z.string(),
    recordedAt: z.string(),
  })
  .meta({ id: 'FinalAccount' });
export type FinalAccountView = z.output<typeof FinalAccountView>;

const AccountDifference = z
  .object({
    roundFen: Fen.nullable().describe("December's expenditure"),
    accountFen: Fen,
    differenceFen: z.int().nullable().describe('Final account less December'),
    roundRate: Rate,
    accountRate: Rate,
    ratePoints: z.number().nullable().describe('Percentage points'),
    counts: z.boolean().describe('The evaluation is scored by the final account'),
  })
  .describe('What the final account makes different');

export const EvaluationStepView = z
  .object({
    ordinal: z.int(),
    step: z.enum(EVALUATION_STEPS),
    from: StateField,
    to: StateField,
    at: z.string(),
    actor: z.string(),
    actorName: z.string(),
    onBehalfOf: z.string().nullable(),
    onBehalfOfName: z.string().nullable(),
    message: z.string().nullable(),
    total: z.number().nullable().describe('What it was scored by this step'),
    grade: GradeField.nullable(),
    pointsChanged: z.int().describe('Leaves that this level gave other points than the level below'),
  })
  .meta({ id: 'EvaluationStep' });
export type EvaluationStepView = z.output<typeof EvaluationStepView>;

export const EvaluationDetail = z
  .object({
    ...listed,
    scores: z.object({
      unit: EvaluationScoresView,
      department: EvaluationScoresView.nullable(),
      finance: EvaluationScoresView.nullable(),
    }),
    level: Level.describe('Whose score counts so far'),
    hasDepartment: z.boolean().describe('A department looks at it between the unit and finance'),
    frame: FrameField.nullable(),
    rulesRef: EvaluationRulesRef,
    rules: EvaluationRulesField,
    submitBy: IsoDay,
    expectedGoal: z.string().nullable().describe('预期目标'),
    achievedGoal: z.string().nullable().describe('实际完成情况'),
    funds: z.object({ total: FundsLineView, ...funds }).describe('年度资金总额, 当年财政拨款, 上年结转资金, 其他资金'),
    leaves: z.array(EvaluationLeafView),
    finalAccount: FinalAccountView.nullable(),
    difference: AccountDifference.nullable(),
    findings: z
      .array(z.object({ leafId: Id.nullable(), code: z.string(), message: z.string(), required: z.boolean() }))
      .describe('What a corrected December says against it, figure by figure; it is scored by none of it'),
    previous: z
      .object({ evaluationId: Id, year: z.int(), total: z.number().nullable(), grade: GradeField.nullable() })
      .nullable()
      .describe('Of the project that it continues'),
    message: z.string().nullable().describe('Of the last return or reopening'),
    updatedBy: z.string().nullable(),
    updatedByName: z.string().nullable(),
    updatedAt: z.string(),
    selfApproved: z.boolean(),
    sealVersion: z.int().nullable(),
    steps: z.array(EvaluationStepView).describe('Oldest first'),
  })
  .meta({ id: 'EvaluationDetail' });
export type EvaluationDetail = z.output<typeof EvaluationDetail>;

const GivenFen = z.int().min(0).max(MAX_FEN).nullable();
const FundsInput = z.strictObject({ initialFen: GivenFen, adjustedFen: GivenFen, spentFen: GivenFen });

/** Of one leaf; at most one of value, outcome, doneOn, notDone, noData, none for blank. */
export const EvaluationLeafInput = z
  .strictObject({
    id: Id,
    weight: Points,
    value: z.number().min(-MAX_RESULT).max(MAX_RESULT).nullish(),
    outcome: z.enum(OUTCOMES).nullish(),
    text: text.nullish(),
    doneOn: IsoDay.nullish(),
    notDone: z.boolean().nullish(),
    noData: text.nullish(),
    notApplicableWhy: text.nullish().describe('R40'),
    chosenPoints: Points.nullish().describe('R36'),
    cut: z
      .strictObject({ points: Points, reason: z.string().trim().min(1).max(2000) })
      .nullish()
      .describe('R37'),
    explanation: text.nullish(),
  })
  .meta({ id: 'EvaluationLeafInput' });
export type EvaluationLeafInput = z.output<typeof EvaluationLeafInput>;

/** What a unit writes; a leaf that is left out stays as it is. */
export const EvaluationInputBody = z
  .strictObject({
    version: z.int().describe('The one that was read: a save of somebody else in between is refused'),
    frame: FrameField.nullable().describe('Null: the weights are typed in'),
    achievedGoal: text.nullable(),
    funds: z.strictObject({ fiscal: FundsInput, carriedOver: FundsInput, other: FundsInput }),
    leaves: z.array(EvaluationLeafInput).max(500),
  })
  .meta({ id: 'EvaluationInput' });
export type EvaluationInputBody = z.output<typeof EvaluationInputBody>;

export const EvaluationPreview = z.object({ scores: EvaluationScoresView }).meta({ id: 'EvaluationPreview' });
export type EvaluationPreview = z.output<typeof EvaluationPreview>;

export const EvaluationStepsInput = z
  .strictObject({
    step: z.enum(EVALUATION_STEPS),
    evaluations: z
      .array(
        z.strictObject({
          id: Id,
          version: z.int(),
          points: z
            .record(Id, z.strictObject({ points: Points, reason: z.string().trim().min(1).max(2000) }).nullable())
            .optional()
            .describe('By leaf: other points with why, of `review` and `accept`; null: those of the unit again'),
        }),
      )
      .min(1)
      .max(5000),
    message: z.string().max(2000).nullish().describe('A return and a reopening need one'),
  })
  .meta({ id: 'EvaluationStepsInput' });
export type EvaluationStepsInput = z.output<typeof EvaluationStepsInput>;

/** Each evaluation on its own: what one is refused for hinders no other. */
export const EvaluationStepsResult = z
  .object({
    done: z.array(z.object({ id: Id, state: StateField, version: z.int() })),
    refused: z.array(
      z.object({
        id: Id,
        code: z.string(),
        message: z.string(),
        issues: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
      }),
    ),
  })
  .meta({ id: 'EvaluationStepsResult' });
export type EvaluationStepsResult = z.output<typeof EvaluationStepsResult>;
