import { FORECAST_METHODS } from '@jixiao/domain';
import { z } from 'zod';
import { Id, PageQuery, Rate } from '../../../platform/http/fields.dto.js';
import { LEFT_OUT_REASONS } from '../persistence/left-out.query.js';
import { AnalysisQuery, AsOf, UnitRef } from './analysis-fields.dto.js';

const LikelihoodField = z.enum(['certain', 'possible', 'impossible']);
const Fen = z.int().nullable();

const ForecastSum = {
  projects: z.int(),
  forecastProjects: z.int().describe('Those with a budget and a forecast, which alone are summed'),
  budgetFen: z.int(),
  spentFen: z.int(),
  forecastFen: z.int().describe('Of the year, in 分'),
  forecastPercent: Rate,
  lowerFen: z.int().describe('Sum of the lower ends: wider than an 80 % interval of the sum'),
  upperFen: z.int(),
  lowerPercent: Rate,
  upperPercent: Rate,
  unspentFen: z.int().describe('Budget less forecast'),
  certain: z.int(),
  possible: z.int(),
  impossible: z.int().describe('Projects that are not expected to spend their budget (R46)'),
};

export const ForecastRanking = z
  .object({
    asOf: AsOf,
    total: z.object(ForecastSum),
    leftOut: z
      .array(z.object({ reason: z.enum(LEFT_OUT_REASONS), projects: z.int(), budgetFen: z.int() }))
      .describe(
        'Projects of the overview that are not summed: 人员类 ones, without a known expenditure, without a budget',
      ),
    units: z.array(z.object({ ...UnitRef, ...ForecastSum })).describe('The lowest share of the budget first'),
  })
  .meta({ id: 'ForecastRanking' });
export type ForecastRanking = z.output<typeof ForecastRanking>;

export const ForecastQuery = AnalysisQuery.extend({
  sort: z.enum(['percent', 'money', 'budget', 'name']).default('percent').describe('`money`: unspent at the year end'),
  likelihood: LikelihoodField.optional(),
  ...PageQuery,
});
export type ForecastQuery = z.output<typeof ForecastQuery>;

export const ForecastPage = z
  .object({
    items: z.array(
      z.object({
        projectId: Id,
        name: z.string(),
        organisationId: Id,
        organisationName: z.string(),
        budgetFen: Fen,
        spentFen: Fen,
        executionRate: Rate,
        forecastFen: Fen,
        forecastPercent: Rate,
        lowerFen: Fen,
        upperFen: Fen,
        lowerPercent: Rate,
        upperPercent: Rate,
        unspentFen: Fen,
        basis: z
          .enum(['methods', 'pool'])
          .nullable()
          .describe('`pool`: an 80 % interval by the history of the unit or department; `methods`: a span of methods'),
        poolName: z.string().nullable(),
        method: z.enum(FORECAST_METHODS).nullable(),
        asOfMonth: z.int().nullable(),
        noForecast: z.enum(['not-reported', 'no-basis']).nullable(),
        likelihood: LikelihoodField.nullable().describe('R46, a suggestion'),
      }),
    ),
    total: z.int(),
    page: z.int(),
    size: z.int(),
  })
  .meta({ id: 'ForecastPage' });
export type ForecastPage = z.output<typeof ForecastPage>;
