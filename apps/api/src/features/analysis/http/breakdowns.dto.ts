import { FINDING_CODES, INDICATOR_TYPES } from '@jixiao/domain';
import { z } from 'zod';
import { Id, PageQuery, Rate } from '../../../platform/http/fields.dto.js';
import { FUND_SOURCES, TRANSFER_LEVELS } from '../application/outlook-figures.js';
import { AnalysisQuery, AsOf, MoneyView, UnitRef } from './analysis-fields.dto.js';

export const TypeField = z.enum(INDICATOR_TYPES);

export const IndicatorTypes = z
  .object({
    asOf: AsOf,
    types: z.array(
      z.object({
        type: TypeField,
        indicators: z.int(),
        red: z.int(),
        yellow: z.int(),
        green: z.int(),
        blue: z.int(),
        grey: z.int(),
        measured: z.int().describe('Those whose result is a share of a target'),
        reachedPercent: Rate.describe('Mean of what was reached of the annual targets, each at most 100'),
      }),
    ),
  })
  .meta({ id: 'IndicatorTypes' });
export type IndicatorTypes = z.output<typeof IndicatorTypes>;

export const FundAnalysis = z
  .object({
    asOf: AsOf,
    sources: z.array(z.object({ source: z.enum(FUND_SOURCES), ...MoneyView })),
    carriedOverFen: z.int().describe('上年结转 among the other funds'),
    levels: z.array(z.object({ level: z.enum(TRANSFER_LEVELS), ...MoneyView })),
  })
  .meta({ id: 'FundAnalysis' });
export type FundAnalysis = z.output<typeof FundAnalysis>;

const Rush = z
  .object({
    of: z.enum(['december', 'fourthQuarter']),
    projects: z.int(),
    spentFen: z.int().describe('Of the whole year'),
    endFen: z.int().describe('Of these months'),
    share: Rate,
    plannedShare: Rate,
    gapToPlan: z.number().nullable(),
    z: z.number().nullable().describe('Robust z among the units; null with too few of them'),
    peers: z.int(),
    isOverPlan: z.boolean(),
    isUnusual: z.boolean(),
  })
  .meta({ id: 'YearEndRush' });
export type RushView = z.output<typeof Rush>;

export const YearEndRushes = z
  .object({
    asOf: AsOf,
    year: z.int().nullable().describe('The last year that is over; null where no December was monitored'),
    total: z.array(Rush),
    units: z.array(z.object({ ...UnitRef, rushes: z.array(Rush) })).describe('The largest share of December first'),
    earlierYears: z.array(z.object({ year: z.int(), total: z.array(Rush) })).describe('Newest first'),
  })
  .meta({ id: 'YearEndRushes' });
export type YearEndRushes = z.output<typeof YearEndRushes>;

export const FindingCode = z.enum([...FINDING_CODES, 'indicator-red']);

export const FindingQuery = AnalysisQuery.extend({
  code: FindingCode.optional().describe('Without it, everything but red indicators'),
  type: TypeField.optional().describe('Of red indicators'),
  ...PageQuery,
});
export type FindingQuery = z.output<typeof FindingQuery>;

export const FindingPage = z
  .object({
    counts: z.array(z.object({ code: FindingCode, findings: z.int(), projects: z.int() })),
    items: z
      .array(
        z.object({
          id: Id,
          projectId: Id,
          projectName: z.string(),
          organisationId: Id,
          organisationName: z.string(),
          code: FindingCode,
          type: TypeField.nullable(),
          indicator: z.string().nullable(),
          budgetFen: z.int(),
          explanation: z.string(),
        }),
      )
      .describe('The largest budgets first'),
    total: z.int(),
    page: z.int(),
    size: z.int(),
  })
  .meta({ id: 'FindingPage' });
export type FindingPage = z.output<typeof FindingPage>;
