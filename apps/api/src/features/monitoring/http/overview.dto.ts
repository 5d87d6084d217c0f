import { QUADRANTS, type Light } from '@jixiao/domain';
import { z } from 'zod';
import { Fen, Id, LightField, Month, PageQuery, Year } from '../../../platform/http/fields.dto.js';

const share = z.object({ projects: z.int(), budgetFen: z.int() });
/** One value per light. An object of known keys is checked several times faster than a record: there are two per unit. */
const perLight = <T extends z.ZodType>(value: T) =>
  z.object({ red: value, yellow: value, green: value, blue: value, grey: value } satisfies Record<Light, T>);
const byLight = perLight(share);
const counts = perLight(z.int());
const LagFen = z
  .int()
  .min(0)
  .describe('What the plans want spent by now and is not, over projects that are behind, in 分');
const PlannedFen = z.int().describe('What the plans want spent by the end of the round (R5), over all projects, in 分');
const Gap = z.number().nullable().describe('Execution rate minus plan, points');

const OverviewUnit = z
  .object({
    organisationId: Id,
    name: z.string(),
    departmentId: Id.nullable().describe('The organisation above, where it is a department'),
    departmentName: z.string().nullable(),
    projects: z.int(),
    budgetFen: z.int(),
    expenditureFen: z.int(),
    lagFen: LagFen,
    notReported: z.int(),
    awaitingReport: z.int(),
    light: LightField.describe('The worst of its projects; grey where none is judged'),
    byLight: counts,
    judgedFen: z.int().describe('Budget of the projects that are judged: those not grey'),
    onTrackFen: z.int().describe('Of this that of the green and blue ones'),
    previousByLight: counts.nullable().describe('The round before in the same year'),
  })
  .meta({ id: 'OverviewUnit' });

/** Counts and money by light of one round, within what the caller may see. */
export const Overview = z
  .object({
    year: z.int(),
    month: z.int(),
    rulePack: z.string(),
    computedAt: z.string().nullable().describe('When the newest of the lights was computed'),
    refreshing: z.boolean().describe('Lights have changed that are still to be summed up'),
    projects: z.int(),
    budgetFen: z.int(),
    expenditureFen: z.int(),
    plannedFen: PlannedFen,
    lagFen: LagFen,
    treasury: z
      .object({ projects: z.int(), releasedFen: z.int(), receivedFen: z.int() })
      .describe('Projects judged by treasury figures; funds released and received as far as the treasury tells'),
    byLight,
    previous: z
      .object({ year: z.int(), month: z.int() })
      .nullable()
      .describe('The round compared with: the one before in the same year'),
    previousByLight: byLight.nullable().describe('The round before in the same year'),
    flow: z
      .array(z.object({ from: LightField, to: LightField, ...share.shape }))
      .nullable()
      .describe('Projects of this round by their light then and now; from grey also where one was not there then'),
    rounds: z
      .array(z.object({ year: z.int(), month: z.int(), byLight, expenditureFen: z.int(), plannedFen: PlannedFen }))
      .describe('All rounds of this year and the last up to this one, oldest first'),
    quadrants: z.object({
      timePercent: z.number().describe('Straight-line percent of the month (R5): where both lines cross'),
      judged: z.int().describe('Projects with both an execution rate and a goal percentage (R15)'),
      items: z.array(z.object({ side: z.enum(QUADRANTS), ...share.shape })),
    }),
    mismatch: z
      .object({ moneyAhead: share, goalsAhead: share })
      .describe('Money and goals too far apart, by the limits of the rule pack (R15)'),
    notReported: z.int().describe('Projects with something due and blank after the deadline'),
    awaitingReport: z.int(),
    exempt: z.int(),
    byUnit: z.array(OverviewUnit),
  })
  .meta({ id: 'Overview' });
export type Overview = z.output<typeof Overview>;
export type OverviewUnit = z.output<typeof OverviewUnit>;

export const OverviewQuery = z.object({ year: Year, month: Month, organisationId: Id.optional() });
export type OverviewQuery = z.output<typeof OverviewQuery>;

const project = { projectId: Id, name: z.string(), organisationId: Id, organisationName: z.string() };

/** The points of the picture of money against goals: the largest projects by budget, where there are very many. */
export const OverviewProjects = z
  .object({
    total: z.int().describe('Projects of the round'),
    judged: z.int().describe('Of which there are both an execution rate and a goal percentage (R15)'),
    shown: z.int(),
    items: z.array(
      z.object({
        ...project,
        light: LightField,
        executionRate: z.number(),
        goalPercent: z.number(),
        budgetFen: Fen,
        side: z.enum(QUADRANTS),
      }),
    ),
  })
  .meta({ id: 'OverviewProjects' });
export type OverviewProjects = z.output<typeof OverviewProjects>;

export const RankingQuery = OverviewQuery.extend({
  by: z.enum(['points', 'money']).default('points'),
  size: z.coerce.number().int().min(1).max(100).default(10),
});
export type RankingQuery = z.output<typeof RankingQuery>;

export const OverviewRanking = z
  .object({
    items: z
      .array(
        z.object({
          ...project,
          light: LightField,
          gapToPlan: Gap,
          lagFen: Fen,
          budgetFen: Fen.nullable(),
          expenditureFen: Fen.nullable(),
        }),
      )
      .describe('Worst first, only projects that are behind their plans'),
  })
  .meta({ id: 'OverviewRanking' });
export type OverviewRanking = z.output<typeof OverviewRanking>;

export const ChangesQuery = OverviewQuery.extend({
  direction: z.enum(['worse', 'better']).default('worse'),
  ...PageQuery,
});
export type ChangesQuery = z.output<typeof ChangesQuery>;

export const OverviewChanges = z
  .object({
    total: z.int(),
    items: z
      .array(z.object({ ...project, from: LightField, to: LightField, gapToPlan: Gap, budgetFen: Fen.nullable() }))
      .describe('Projects whose light is another than in the round before; the worst first, or the best'),
    page: z.int(),
    size: z.int(),
  })
  .meta({ id: 'OverviewChanges' });
export type OverviewChanges = z.output<typeof OverviewChanges>;

export const OverviewNotReported = z
  .object({
    items: z
      .array(
        z.object({
          organisationId: Id,
          name: z.string(),
          projects: z.int(),
          notReported: z.int(),
          awaitingReport: z.int(),
        }),
      )
      .describe('Units of which something is missing, the worst first'),
  })
  .meta({ id: 'OverviewNotReported' });
export type OverviewNotReported = z.output<typeof OverviewNotReported>;
