import { FORECAST_METHODS } from '@jixiao/domain';
import { z } from 'zod';
import { Id } from '../../../platform/http/fields.dto.js';

export const BackTestQuery = z.object({
  organisationId: Id.optional().describe(
    'An organisation and all below it; all that the caller may see where left out',
  ),
});

const Method = z.enum(FORECAST_METHODS);
const Points = z.number().describe('In percent of the budget, 2 places');

const Tested = z.object({
  cases: z.int().describe('Projects times years at that month, of all methods together'),
  methods: z
    .array(
      z.object({
        method: Method,
        cases: z.int().describe('Cases in which the method has a forecast'),
        meanAbsolute: Points,
        bias: Points.describe('Mean of forecast minus final: positive where the method promises too much'),
        coverage: z
          .object({ cases: z.int(), inside: z.int(), percent: z.number() })
          .nullable()
          .describe('How often the 80 % interval of the pool held the final figure; null where none had an interval'),
      }),
    )
    .describe('Over its own cases; a method without any is left out'),
  best: Method.nullable().describe('Least mean absolute error over the cases that all compared methods have'),
  compared: z
    .object({ cases: z.int(), errors: z.array(z.object({ method: Method, meanAbsolute: Points })) })
    .nullable()
    .describe('What the best was found by; the chain ladder is among them from ten common cases on'),
});

/** How wrong each method of forecasting the year-end was in the years that are over (R45). */
export const BackTestView = z
  .object({
    organisationId: Id.nullable(),
    computedAt: z.string().nullable().describe('Null where nothing was tested yet'),
    years: z.array(z.int()).describe('In which there are cases, ascending'),
    rounds: z.array(z.object({ year: z.int(), month: z.int() })).describe('Locked rounds that it was made from'),
    months: z.array(Tested.extend({ month: z.int() })).describe('Those of January to November that were known'),
    overall: Tested,
    explanation: z.string().describe('Which method was the nearest, in the language of the request (R49)'),
  })
  .meta({ id: 'BackTest' });
export type BackTestView = z.output<typeof BackTestView>;
