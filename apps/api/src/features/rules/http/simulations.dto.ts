import { z } from 'zod';
import { Id, LightField, Month, PageQuery, RulePackRef, Year } from '../../../platform/http/fields.dto.js';
import { RulePackView } from '../../targets/index.js';
import { RulePackInput } from './rules.dto.js';

export const SimulationInput = z
  .strictObject({
    year: Year,
    month: Month,
    content: RulePackInput.optional().describe('Rules that are not published'),
    ref: RulePackRef.optional().describe('Or published ones'),
  })
  .refine(({ content, ref }) => (content === undefined) !== (ref === undefined), { path: ['content'] })
  .meta({ id: 'SimulationInput' });
export type SimulationInput = z.output<typeof SimulationInput>;

const Flow = z.array(
  z.object({
    from: LightField,
    to: LightField,
    projects: z.int(),
    budgetFen: z.int().describe('Adjusted budgets of these projects together, in 分'),
  }),
);

export const SimulationView = z
  .object({
    id: Id.describe('Also that of its job'),
    year: z.int(),
    month: z.int(),
    content: RulePackView.describe('The rules that were tried'),
    requestedBy: z.string(),
    requestedByName: z.string(),
    startedAt: z.string(),
    finishedAt: z.string(),
    summary: z.object({
      projects: z.int(),
      flows: z
        .object({ project: Flow, spend: Flow, goals: Flow })
        .describe('From the stored colour to the one by these rules; what nobody goes is left out'),
      reasons: z
        .array(z.object({ reason: z.string(), worse: z.int(), better: z.int(), other: z.int() }))
        .describe('Projects that change colour, by what decides the new one; `other` is to or from grey'),
    }),
  })
  .meta({ id: 'RuleSimulation' });
export type SimulationView = z.output<typeof SimulationView>;

export const SimulationList = z
  .object({
    running: z
      .object({
        jobId: Id,
        status: z.enum(['queued', 'running', 'waiting', 'succeeded', 'dead', 'cancelled']),
        done: z.int(),
        total: z.int(),
      })
      .nullable()
      .describe("The reader's own that goes on"),
    items: z.array(SimulationView).describe("Everybody's of the last 30 days, the newest 20"),
  })
  .meta({ id: 'RuleSimulationList' });
export type SimulationList = z.output<typeof SimulationList>;

export const SimulationChangesQueryInput = z.object({
  from: LightField.optional().describe('Only projects that had this colour'),
  to: LightField.optional().describe('Only projects that get this colour'),
  ...PageQuery,
});
export type SimulationChangesQueryInput = z.output<typeof SimulationChangesQueryInput>;

const change = z.object({ from: LightField, to: LightField });
export const SimulationChangePage = z
  .object({
    items: z.array(
      z.object({
        projectId: Id,
        code: z.string().nullable(),
        name: z.string(),
        organisationName: z.string(),
        adjustedBudgetFen: z.int().nullable(),
        project: change,
        spend: change,
        goals: change,
        indicators: z.array(z.object({ name: z.string(), from: LightField, to: LightField })),
        explanationBefore: z.string(),
        explanationAfter: z.string(),
      }),
    ),
    total: z.int(),
    page: z.int(),
    size: z.int(),
  })
  .meta({ id: 'RuleSimulationChangePage' });
export type SimulationChangePage = z.output<typeof SimulationChangePage>;
