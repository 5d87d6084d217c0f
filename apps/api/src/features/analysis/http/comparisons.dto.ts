import { z } from 'zod';
import { Id, LightField, PageQuery, Rate } from '../../../platform/http/fields.dto.js';
import { AnalysisQuery, AsOf, MoneyView, UnitRef } from './analysis-fields.dto.js';

const Standing = z
  .object({
    projects: z.int(),
    budgetFen: z.int(),
    spentFen: z.int(),
    executionRate: Rate,
    plannedRate: Rate,
    goalPercent: Rate.describe('Mean of the goal percentages of R15'),
  })
  .meta({ id: 'YearStanding' });
export type Standing = z.output<typeof Standing>;

export const YearComparison = z
  .object({
    asOf: AsOf,
    previousYear: z.int().nullable().describe('Null where there was no such round a year ago'),
    total: z.object({ now: Standing, before: Standing.nullable() }),
    units: z.array(z.object({ ...UnitRef, now: Standing.nullable(), before: Standing.nullable() })),
    lines: z
      .array(z.object({ year: z.int(), month: z.int(), ...Standing.shape }))
      .describe('All rounds of this year and the last, oldest first'),
  })
  .meta({ id: 'YearComparison' });
export type YearComparison = z.output<typeof YearComparison>;

const ProjectStanding = z
  .object({
    projectId: Id,
    name: z.string(),
    budgetFen: z.int().nullable(),
    spentFen: z.int().nullable(),
    executionRate: Rate,
    goalPercent: Rate,
  })
  .meta({ id: 'ProjectStanding' });

export const LinkedQuery = AnalysisQuery.extend({ ...PageQuery });
export type LinkedQuery = z.output<typeof LinkedQuery>;

export const LinkedProjectPage = z
  .object({
    items: z.array(
      z.object({
        organisationName: z.string(),
        now: ProjectStanding,
        before: ProjectStanding.describe('The project of the year before that it continues'),
        rateChange: z.number().nullable().describe('Percentage points'),
        goalChange: z.number().nullable(),
      }),
    ),
    total: z.int(),
    page: z.int(),
    size: z.int(),
  })
  .meta({ id: 'LinkedProjectPage' });
export type LinkedProjectPage = z.output<typeof LinkedProjectPage>;

export const UnitsQuery = AnalysisQuery.extend({
  level: z.enum(['unit', 'department']).default('unit').describe('Departments with everything below them'),
});
export type UnitsQuery = z.output<typeof UnitsQuery>;

export const UnitComparison = z
  .object({
    asOf: AsOf,
    units: z
      .array(
        z.object({
          ...UnitRef,
          ...MoneyView,
          allProjects: z.int(),
          allBudgetFen: z.int(),
          lights: z.array(z.object({ light: LightField, projects: z.int(), budgetFen: z.int() })),
          redShare: Rate.describe('Share of the money that lies in projects with a red light'),
          onTime: z.int(),
          late: z.int(),
          missing: z.int(),
          awaited: z.int(),
          onTimeRate: Rate.describe('Of those whose deadline has passed or that are handed in'),
        }),
      )
      .describe('The largest lag first'),
  })
  .meta({ id: 'UnitComparison' });
export type UnitComparison = z.output<typeof UnitComparison>;
