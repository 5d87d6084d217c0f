import { z } from 'zod';

const bands = { redBelow: z.number(), yellowBelow: z.number() };

const SpendRulesView = z.discriminatedUnion('preset', [
  z.object({ preset: z.literal('ratio'), reference: z.enum(['plan', 'straightLine']), ...bands }),
  z.object({
    preset: z.literal('sichuan'),
    thresholds: z
      .array(z.object({ month: z.int(), percent: z.number() }))
      .describe(
        'Below the execution rate asked for by the end of a month is yellow; other months use the last one (R12)',
      ),
  }),
  z.object({
    preset: z.literal('hefei'),
    behindBelow: z.number().describe('Percent of straight-line progress below which spending is red (R13)'),
  }),
]);

/** A published rule pack: every threshold that lights are judged by, as data. */
export const RulePackView = z
  .object({
    id: z.string(),
    version: z.int(),
    title: z.object({ zh: z.string(), en: z.string() }),
    spend: SpendRulesView,
    indicators: z.object({
      ...bands,
      finalRedBelow: z.number(),
      finalYellowBelow: z.number(),
      blueFrom: z.number(),
      blueOf: z.enum(['annualTarget', 'standard']),
      smallTargetBelow: z.number(),
      cumulativeUnder: z
        .array(z.string())
        .optional()
        .describe('Words of levels 1 and 2 under which every number grows through the year, all others being levels'),
    }),
    largeProject: z
      .object({ budgetFromFen: z.int(), gapToStraightLine: z.number(), gapToPlanBelow: z.number() })
      .nullable()
      .optional()
      .describe('When a large project is so far behind that it is red (R14)'),
    mismatch: z
      .object({
        moneyAheadBy: z.number(),
        goalsAheadBy: z.number(),
        goalsAhead: z.enum(['always', 'spendBehind']),
      })
      .partial()
      .nullable()
      .optional()
      .describe('Where money and goals are compared otherwise than usual, null where they are not (R15)'),
    remarks: z
      .object({
        reasonsFor: z.array(z.enum(['yellow', 'red'])),
        overTargetPercent: z.number(),
        overTargetExemptUnits: z.array(z.string()),
      })
      .partial()
      .optional()
      .describe('Where reasons and explanations are asked for otherwise than usual (R24, R25)'),
  })
  .meta({ id: 'RulePack' });
export const RulePackList = z.object({ items: z.array(RulePackView) }).meta({ id: 'RulePackList' });
