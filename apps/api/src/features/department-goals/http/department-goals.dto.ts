import { DIRECTION_QUESTIONS, GOAL_SIDES, LIGHTS, MAX_RESULT, OUTCOMES, REASONS, ROUND_STATUSES } from '@jixiao/domain';
import { z } from 'zod';
import { Fen, Id, IsoDay, LightField, Month, Rate, Year } from '../../../platform/http/fields.dto.js';

const Key = z.string().regex(/^[0-9a-f]{64}$/);
const ByLight = z.object(
  Object.fromEntries(LIGHTS.map((light) => [light, z.int()])) as Record<(typeof LIGHTS)[number], z.ZodInt>,
);
const text = z.string().max(2000);
const Direction = z.enum(['atLeast', 'atMost']);

export const GoalSummaryQueryInput = z.object({
  year: Year,
  month: Month.optional().describe('The round; without it the goals are given as printed, without results'),
  organisationId: Id.optional(),
});
export const GoalsPath = z.object({ year: Year, month: Month, organisationId: Id });
export const ResultPath = z.object({ year: Year, month: Month, organisationId: Id, sentenceKey: Key });
export const DirectionInput = z
  .strictObject({
    direction: Direction.describe('The printed or inferred one to confirm it, the other one to correct it'),
  })
  .meta({ id: 'DirectionInput' });
export const LinkPath = z.object({ year: Year, organisationId: Id, goalKey: Key, projectId: Id });

/** The department goals below an organisation, counted by light, by unit and one by one. */
export const DepartmentGoalList = z
  .object({
    year: z.int(),
    month: z.int().nullable(),
    byLight: ByLight.describe('Goals by light; all zero where no round is asked for'),
    indicators: z.int(),
    answered: z.int().describe('Indicators of which anything is reported'),
    units: z
      .array(
        z.object({
          organisationId: Id,
          organisationName: z.string(),
          departmentId: Id.nullable().describe('The organisation above, where it is a department'),
          departmentName: z.string().nullable(),
          goals: z.int(),
          indicators: z.int(),
          answered: z.int(),
          directionsDoubted: z
            .int()
            .describe('Indicators without a light until finance has decided on their direction (R41)'),
          notReported: z.int().describe('Goals of which anything due was blank when reporting was over'),
          byLight: ByLight,
          light: LightField.describe('The worst of its goals, grey ignored'),
        }),
      )
      .describe('Worst first'),
    items: z.array(
      z.object({
        organisationId: Id,
        key: Key,
        title: z.string(),
        goal: z.string(),
        light: LightField.nullable(),
        indicators: z.array(
          z.object({
            text: z.string(),
            operator: z.string(),
            number: z.number().nullable(),
            unit: z.string().nullable(),
            light: LightField.nullable(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'DepartmentGoalList' });
export type DepartmentGoalList = z.output<typeof DepartmentGoalList>;

const AnswerView = {
  value: z.number().nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  text: z.string().nullable(),
  doneOn: IsoDay.nullable(),
  notDone: z.boolean(),
  noData: z.string().nullable(),
};

/** One sentence of a goal in a round. */
export const GoalSentenceView = z
  .object({
    key: Key,
    sentence: z.string(),
    name: z.string(),
    rawValue: z.string(),
    unit: z.string().nullable(),
    kind: z.string().describe('Inferred from the text (R17)'),
    direction: z
      .object({
        side: Direction.describe('The one that it is judged by'),
        question: z
          .enum(DIRECTION_QUESTIONS)
          .nullable()
          .describe('What finance may decide: the printed one is doubted (R41), or none is printed (R17b)'),
        decided: z.boolean().describe('Finance has confirmed or corrected it'),
        decidedByName: z.string().nullable(),
        decidedAt: z.string().nullable(),
      })
      .nullable()
      .describe('Null where there is no number to compare'),
    ...AnswerView,
    resultText: z.string().nullable(),
    reasons: z.array(z.enum(REASONS)),
    reasonNote: z.string().nullable(),
    reasonMissing: z.boolean().describe('The light asks for a reason that is not given (R24); hinders nothing'),
    light: LightField,
    reason: z.string(),
    explanation: z.string(),
    completion: Rate,
    standard: z.number().nullable(),
    version: z.int(),
    savedBy: z.string().nullable(),
    savedByName: z.string().nullable(),
    savedAt: z.string().nullable(),
    previous: z
      .object({ month: z.int(), resultText: z.string().nullable(), light: LightField })
      .nullable()
      .describe('The last earlier round of the year in which anything is stored of it'),
    suggestions: z
      .array(
        z.object({
          projectId: Id.nullable().describe('Null for the execution rate of all linked projects together'),
          source: z.string().describe('Where it comes from: the project, or how many projects'),
          indicator: z.string(),
          resultText: z.string(),
          ...AnswerView,
        }),
      )
      .describe('Results of linked projects that may be taken over; the person decides'),
  })
  .meta({ id: 'GoalSentence' });
export type GoalSentenceView = z.output<typeof GoalSentenceView>;

/** A project that serves a goal, with its figures and lights of the round. */
export const LinkedProjectView = z
  .object({
    projectId: Id,
    name: z.string(),
    light: LightField.nullable().describe('Null where the round has no lights of it'),
    spendLight: LightField.nullable(),
    goalLight: LightField.nullable(),
    budgetFen: Fen.nullable(),
    expenditureFen: Fen.nullable(),
    executionRate: Rate,
  })
  .meta({ id: 'LinkedProject' });
export type LinkedProjectView = z.output<typeof LinkedProjectView>;

export const DepartmentGoalView = z
  .object({
    key: Key,
    title: z.string(),
    goal: z.string(),
    light: LightField,
    notReported: z.boolean(),
    sides: z.enum(GOAL_SIDES),
    indicators: z.array(GoalSentenceView),
    projects: z.array(LinkedProjectView),
    money: z
      .object({ budgetFen: Fen, expenditureFen: Fen, executionRate: Rate })
      .nullable()
      .describe('Of all linked projects together; null where none is linked'),
  })
  .meta({ id: 'DepartmentGoal' });
export type DepartmentGoalView = z.output<typeof DepartmentGoalView>;

/** The department goals of one unit in a round. */
export const GoalsOfUnit = z
  .object({
    year: z.int(),
    month: z.int(),
    organisationId: Id,
    organisationName: z.string(),
    roundStatus: z.enum(ROUND_STATUSES),
    reportingEnded: z.boolean(),
    closesOn: IsoDay.describe("The unit's own reporting deadline, last day included"),
    deadlinePassed: z.boolean(),
    mayWrite: z.boolean().describe('The caller may report results here, now'),
    mayLink: z.boolean(),
    mayDecide: z.boolean().describe('The caller may decide on directions here, now'),
    byLight: ByLight,
    goals: z.array(DepartmentGoalView),
    homeless: z
      .array(
        z.object({
          key: Key,
          goalTitle: z.string(),
          sentence: z.string(),
          resultText: z.string().nullable(),
          reasonNote: z.string().nullable(),
          savedByName: z.string(),
          savedAt: z.string(),
        }),
      )
      .describe('Results of sentences that the targets have no longer since another import'),
    lostLinks: z
      .array(z.object({ goalKey: Key, goalTitle: z.string(), projectId: Id, projectName: z.string() }))
      .describe('Links to goals that the targets have no longer'),
    linkable: z.array(z.object({ projectId: Id, name: z.string() })).describe('Projects of the unit and year'),
  })
  .meta({ id: 'GoalsOfUnit' });
export type GoalsOfUnit = z.output<typeof GoalsOfUnit>;

/** What is reported of one sentence; exactly one of value, outcome, doneOn, notDone, noData, or none for blank. */
export const GoalResultInput = z
  .strictObject({
    version: z.int().min(0).describe('The one that was read: a save of somebody else in between is refused'),
    value: z.number().min(-MAX_RESULT).max(MAX_RESULT).nullish(),
    outcome: z.enum(OUTCOMES).nullish(),
    text: text.nullish(),
    doneOn: IsoDay.nullish(),
    notDone: z.boolean().nullish(),
    noData: text.nullish(),
    reasons: z.array(z.enum(REASONS)).max(REASONS.length).nullish(),
    reasonNote: text.nullish(),
  })
  .meta({ id: 'GoalResultInput' });
export type GoalResultInput = z.output<typeof GoalResultInput>;
