import {
  FINDING_CODES,
  FORECAST_METHODS,
  LIGHTS,
  LIKELIHOODS,
  MAX_FEN,
  TREND_METHODS,
  type NoForecast,
  type NoTrend,
} from '@jixiao/domain';
import { z } from 'zod';
import { chinaDayEnd } from '../../../platform/runtime/clock.js';
import { Fen, Id, LightField, Month, Rate } from '../../../platform/http/fields.dto.js';
import { ExpenditureSourceField } from '../../treasury/index.js';

/** A forecast is not bounded by zero: a net refund goes on. */
const Amount = z.int().min(-MAX_FEN).max(MAX_FEN).describe('Amount in 分');

export const CurveQuery = z.object({
  knownAt: z.iso
    .datetime({ offset: true })
    .or(z.iso.date())
    .optional()
    .describe('Spending as it was known at an instant, or at the end of a day in China; now where left out (R43)'),
});
/** The instant that a reader means by a day or an instant; null for now. */
export const instantOf = ({ knownAt }: z.output<typeof CurveQuery>): string | null => {
  if (knownAt === undefined) return null;
  return knownAt.includes('T') ? new Date(knownAt).toISOString() : chinaDayEnd(knownAt);
};

const Suggestion = z
  .object({
    likelihood: z.enum(LIKELIHOODS),
    lowerPercent: Rate,
    upperPercent: Rate,
    certainFrom: z.number().describe('确定能 where even the lower end reaches this percentage'),
    impossibleBelow: z.number().describe('完全不可能 where even the upper end is below this percentage'),
    basis: z.enum(['methods', 'pool', 'trend', 'result']).describe('What the two ends were taken from'),
  })
  .describe(
    'What the figures suggest for 完成目标可能性 (R46); the person decides, and nothing is stored over the choice',
  );

const NO_FORECAST = ['not-reported', 'no-basis'] as const satisfies readonly NoForecast[];

/** How wrong forecasts were at the same month of earlier years. */
const PastError = z
  .object({
    month: z.int(),
    level: z.enum(['unit', 'department']).describe('Of whose projects: the department where the unit has few cases'),
    cases: z.int(),
    meanAbsolute: z.number().describe('Mean absolute error in percent of the budget, 2 places'),
    better: z
      .object({ method: z.enum(FORECAST_METHODS), meanAbsolute: z.number() })
      .nullable()
      .describe('The method that was nearer on the same cases; null where this one was the nearest'),
  })
  .describe('Of the method of the forecast, by the back-test of the years that are over (R45)');
export type PastError = z.output<typeof PastError>;

const Forecast = z.object({
  month: z.int().describe('The last month of which spending is known: the forecast is made as of its end'),
  spentFen: Fen,
  budgetFen: Fen.nullable(),
  plannedPercent: z.number().describe('p of R45: planned share at the end of that month, percent'),
  method: z.enum(FORECAST_METHODS),
  forecastFen: Amount.describe('Expenditure of the whole year'),
  forecastPercent: Rate.describe('Of the budget, percent'),
  paceFen: Amount.nullable().describe('A ÷ p; null where nothing was planned so far'),
  planRemainingFen: Amount.nullable().describe('A + (1 − p) · B; null without a budget'),
  blendFen: Amount.nullable().describe('p · pace + (1 − p) · plan-remaining, at most the budget unless overspent'),
  chainLadderFen: Amount.nullable().describe('By the earlier years of the pool; null without such a history'),
  interval: z.object({
    lowerFen: Amount,
    upperFen: Amount,
    lowerPercent: Rate,
    upperPercent: Rate,
    basis: z
      .enum(['methods', 'pool'])
      .describe(
        'pool: 80 % interval by the chain ladder of the pool; methods: the span of the methods, no probability',
      ),
  }),
  pool: z
    .object({
      level: z.enum(['unit', 'department']),
      name: z.string(),
      years: z.int().describe('Earlier years that are known to their December'),
      months: z.array(z.int()).describe('Months that all of them have'),
    })
    .nullable()
    .describe('Null where neither unit nor department has three earlier years of monthly figures'),
  path: z
    .array(
      z.object({
        month: z.int(),
        forecastFen: Amount,
        lowerFen: Amount,
        upperFen: Amount,
        forecastPercent: Rate,
        lowerPercent: Rate,
        upperPercent: Rate,
      }),
    )
    .describe('Cumulative, from the last known month to December'),
  pastError: PastError.nullable().describe('Null where nothing was tested at that month'),
  suggestion: Suggestion.nullable(),
  expectedFullYearFen: Fen.nullable().describe('全年预计执行数 as the unit reported it (R26)'),
});

/** S-curve: cumulative percent and 分 by month; actual where reported or where the treasury has a figure (R43). */
export const ProjectCurve = z
  .object({
    year: z.int(),
    knownAt: z.string().nullable().describe('The instant as of which spending is shown; null for now'),
    planMissing: z.boolean(),
    points: z.array(
      z.object({
        month: z.int(),
        planPercent: z.number(),
        straightLinePercent: z.number(),
        actualFen: Fen.nullable(),
        actualSource: ExpenditureSourceField,
        adjustedBudgetFen: Fen.nullable(),
        actualPercent: Rate,
        gapToPlan: z.number().nullable().describe('Percentage points, of unrounded figures; null where not reported'),
        gapToStraightLine: z.number().nullable().describe('Likewise'),
        earnedMonths: z
          .number()
          .nullable()
          .describe('Months ahead of the plan (positive) or late (negative), 2 places (R44); null where not reported'),
      }),
    ),
    forecast: Forecast.nullable(),
    noForecast: z.enum(NO_FORECAST).nullable().describe('Why there is no forecast'),
    corrections: z
      .array(
        z.object({
          month: z.int(),
          fromFen: Fen,
          toFen: Fen.nullable().describe('Null where the figure was withdrawn'),
          at: z.string(),
          source: ExpenditureSourceField.describe('Whose figure it was changed to'),
          by: z.string().nullable(),
          byName: z.string().nullable(),
        }),
      )
      .describe('Figures that became others by then, in the order in which they did (R43)'),
    lightsByRound: z.array(
      z.object({ month: z.int(), light: LightField, spendLight: LightField, goalLight: LightField }),
    ),
  })
  .meta({ id: 'ProjectCurve' });
export type ProjectCurve = z.output<typeof ProjectCurve>;

const NO_TREND = ['not-numeric', 'too-short', 'not-better-than-naive'] as const satisfies readonly (
  NoTrend | 'not-numeric'
)[];

export const TrendsQuery = z.object({
  month: Month.optional().describe('The round as of which it is looked at; the newest that has lights where left out'),
});

/** The results of a project's indicators over the rounds of this year and of the years that it continues. */
export const ProjectTrends = z
  .object({
    year: z.int(),
    month: z.int().nullable().describe('The round as of which this is; null where none has lights'),
    earlierYears: z.array(z.int()).describe('Years of the projects that this one continues, newest first'),
    indicators: z.array(
      z.object({
        id: Id,
        name: z.string(),
        unit: z.string().nullable(),
        beginsAnew: z.boolean().describe('Counted from January on: it begins at nothing every year'),
        results: z
          .array(
            z.object({
              year: z.int(),
              month: z.int(),
              result: z.number().nullable(),
              resultText: z.string().nullable().describe('The answer as reported, for reading'),
              rawValue: z.string().describe('Target of that year'),
              target: z.number().nullable(),
              standard: z.number().nullable(),
              light: z.enum(LIGHTS),
            }),
          )
          .describe('Oldest first'),
        trend: z
          .object({
            method: z.enum(TREND_METHODS),
            forecast: z.array(z.object({ year: z.int(), quarter: z.int(), value: z.number() })),
            meanAbsoluteError: z.number().describe('Of the back-test, in the unit of the indicator'),
            naiveError: z.number().describe('Of the naive forecast on the same back-test'),
            origins: z.int(),
            tested: z.int(),
          })
          .nullable()
          .describe('Only where it was better than the naive forecast on the back-test (R47)'),
        noTrend: z.enum(NO_TREND).nullable().describe('Why no trend is shown'),
        suggestion: Suggestion.nullable(),
        chosen: z.enum(LIKELIHOODS).nullable().describe('完成目标可能性 as the unit reported it (R26)'),
      }),
    ),
    findings: z.array(
      z.object({
        code: z.enum(FINDING_CODES),
        year: z.int(),
        indicatorId: Id.nullable().describe('Null for spending'),
        explanation: z.string().describe('In the language of the request (R49)'),
      }),
    ),
  })
  .meta({ id: 'ProjectTrends' });
export type ProjectTrends = z.output<typeof ProjectTrends>;
