import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IndicatorAnswer } from '../reporting/report-types.js';
import { sampleContext, sampleIndicator, sampleProject, sampleTarget } from '../testing/assessment-samples.js';
import type { IndicatorKind, IndicatorTarget, Operator, SpendSchedule } from '../targets/target-types.js';
import { assessProject } from './assess-project.js';
import type { AssessmentInput, IndicatorToAssess, Light } from './assessment-types.js';
import { LIGHTS } from './assessment-types.js';
import { explainIndicator, explainProject, explainSpend } from './explain.js';
import { assessIndicator } from './indicator-light.js';
import { LIGHT_RANK } from './project-light.js';
import { RATIO_RULE_PACK, type RulePack } from './rule-pack.js';
import { assessSpend } from './spend-light.js';

const KINDS: IndicatorKind[] = [
  'progressRate',
  'executionRate',
  'yearEnd',
  'level',
  'cumulative',
  'qualitative',
  'date',
];
const OPERATORS: Operator[] = ['gte', 'lte', 'gt', 'lt', 'eq', 'qualitative', 'date'];

const month = fc.integer({ min: 1, max: 12 });
const day = fc
  .tuple(month, fc.integer({ min: 1, max: 28 }))
  .map(([m, d]) => `2023-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
const fen = fc.oneof(fc.constantFrom(0, 1), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));
/** Any finite number, and the ones that a calculation or a hand-made file could bring. */
const figure = fc.oneof(
  fc.double(),
  fc.integer({ min: -200, max: 200 }),
  fc.constantFrom(0, -0, 1e20, 1e308, 5e-324, NaN, Infinity),
);

const schedule: fc.Arbitrary<SpendSchedule> = fc
  .tuple(...[3, 6, 10].map(() => fc.integer({ min: 0, max: 100 })))
  .map((percents) => [...percents].sort((a, b) => a - b))
  .map((percents) => [3, 6, 10, 12].map((at, index) => ({ month: at, percent: percents[index] ?? 100 })));

const rulePack: fc.Arbitrary<RulePack> = fc
  .record({ reference: fc.constantFrom('plan', 'straightLine'), blueOf: fc.constantFrom('annualTarget', 'standard') })
  .map(({ reference, blueOf }) => ({
    ...RATIO_RULE_PACK,
    spend: { ...RATIO_RULE_PACK.spend, reference },
    indicators: { ...RATIO_RULE_PACK.indicators, blueOf },
  }));

const answer: fc.Arbitrary<IndicatorAnswer | null> = fc.oneof(
  fc.constant(null),
  figure.map((value): IndicatorAnswer => ({ type: 'value', value })),
  fc.constantFrom('met', 'partly', 'unmet').map((outcome): IndicatorAnswer => ({ type: 'outcome', outcome })),
  day.map((doneOn): IndicatorAnswer => ({ type: 'doneOn', doneOn })),
  fc.constant<IndicatorAnswer>({ type: 'notDone' }),
  fc.string().map((why): IndicatorAnswer => ({ type: 'noData', why })),
);

const target: fc.Arbitrary<IndicatorTarget> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    operator: fc.constantFrom(...OPERATORS),
    number: fc.option(figure),
    unit: fc.constantFrom(null, '%', '件', '万元', '年', '元/户'),
    dueDate: fc.option(day),
    direction: fc.constantFrom(null, 'atLeast', 'atMost'),
    operatorPrinted: fc.boolean(),
    assessedFrom: fc.constantFrom(1, 6, 12),
    name: fc.constantFrom('合格率', '群众投诉率', '工作完成率', '群众满意度'),
  })
  .map((changes) => sampleTarget(changes));

const indicator: fc.Arbitrary<IndicatorToAssess> = fc.record({
  id: fc.uuid(),
  target,
  answer,
  phasedTarget: fc.option(figure),
  directionConfirmed: fc.boolean(),
});

const input: fc.Arbitrary<AssessmentInput> = fc.record({
  period: fc.record({ year: fc.constant(2023), month }),
  rulePack,
  deadlinePassed: fc.boolean(),
  exempt: fc.boolean(),
  startMonth: month,
  adjustedBudgetFen: fc.option(fen),
  schedule: fc.option(schedule),
  expenditureFen: fc.option(fen),
  indicators: fc.array(indicator, { maxLength: 5 }),
});

/** Every number anywhere inside a value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

const goodness = (light: Light): number => LIGHT_RANK[light];

describe('properties of the lights', () => {
  it('total: any input gives lights with finite figures, and sentences without a hole', () => {
    fc.assert(
      fc.property(input, (project) => {
        const assessment = assessProject(project);
        const lights = [assessment, assessment.spend, assessment.goals, ...assessment.goals.indicators];
        for (const { light } of lights) expect(LIGHTS).toContain(light);
        expect(
          numbersIn({
            ...assessment,
            goals: assessment.goals.indicators.map((each) => ({ ...each, basis: null })),
          }).filter((each) => !Number.isFinite(each)),
        ).toEqual([]);
        for (const locale of ['zh', 'en'] as const) {
          const texts = [explainProject(assessment, locale), explainSpend(assessment.spend, locale)];
          texts.push(...assessment.goals.indicators.map((each) => explainIndicator(each, locale)));
          for (const text of texts) expect(text).not.toMatch(/undefined|null|NaN/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('R49: a stored light explains itself in the same words', () => {
    fc.assert(
      fc.property(input, (project) => {
        const assessment = assessProject(project);
        const stored: typeof assessment = JSON.parse(JSON.stringify(assessment));
        for (const locale of ['zh', 'en'] as const) {
          expect(explainProject(stored, locale)).toBe(explainProject(assessment, locale));
          expect(explainSpend(stored.spend, locale)).toBe(explainSpend(assessment.spend, locale));
        }
        expect(stored.spend).toEqual(assessment.spend);
      }),
    );
  });

  it('R9–R11: more spending never worsens the spend light until the budget is exceeded', () => {
    const amounts = fc.tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000_000 }));
    fc.assert(
      fc.property(input, amounts, (project, [a, b]) => {
        const lightAt = (expenditureFen: number) =>
          assessSpend({ ...project, exempt: false, adjustedBudgetFen: 1_000_000, expenditureFen });
        const [less, more] = [lightAt(Math.min(a, b)), lightAt(Math.max(a, b))];
        if (less.light === 'grey') return;
        expect(goodness(more.light)).toBeGreaterThanOrEqual(goodness(less.light));
      }),
      { numRuns: 500 },
    );
  });

  it('R18, R19: a better result never worsens an indicator light', () => {
    const kinds = fc.constantFrom<IndicatorKind[]>('progressRate', 'yearEnd', 'level', 'cumulative');
    const operators = fc.constantFrom<Operator[]>('gte', 'gt', 'lte', 'lt');
    const results = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }));
    const number = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(input, kinds, operators, number, results, (project, kind, operator, annual, [a, b]) => {
        const upper = operator === 'lte' || operator === 'lt';
        const context = sampleContext({ ...project, exempt: false });
        const lightOf = (value: number) =>
          assessIndicator(sampleIndicator({ kind, operator, number: annual, unit: '件' }, value), context).light;
        const [worse, better] = upper ? [Math.max(a, b), Math.min(a, b)] : [Math.min(a, b), Math.max(a, b)];
        if (lightOf(worse) === 'grey') return;
        expect(goodness(lightOf(better))).toBeGreaterThanOrEqual(goodness(lightOf(worse)));
      }),
      { numRuns: 500 },
    );
  });

  it('R28: after the deadline, leaving a result blank never gives a project better than yellow', () => {
    fc.assert(
      fc.property(input, (project) => {
        const assessment = assessProject({ ...project, exempt: false, deadlinePassed: true });
        const { expenditure, indicators, withoutData } = assessment.missing;
        if (expenditure || indicators + withoutData > 0) {
          expect(['red', 'yellow']).toContain(assessment.light);
          expect(assessment.notReported).toBe(true);
        } else {
          expect(assessment.notReported).toBe(false);
        }
      }),
    );
  });

  it('R22, R23: grey never changes the colour of a project', () => {
    const greyOne = sampleIndicator({ kind: 'yearEnd', assessedFrom: 12 }, null, { id: 'grey' });
    fc.assert(
      fc.property(input, fc.integer({ min: 1, max: 11 }), (project, before) => {
        const period = { year: 2023, month: before };
        const without = assessProject({ ...project, period });
        const withGrey = assessProject({ ...project, period, indicators: [...project.indicators, greyOne] });
        expect(withGrey.light).toBe(without.light);
      }),
    );
  });

  it('an exempt project is grey whatever it reports', () => {
    fc.assert(
      fc.property(input, (project) => {
        expect(assessProject({ ...project, exempt: true })).toMatchObject({ light: 'grey', reason: 'exempt' });
      }),
    );
  });

  it('the sample project is one that these properties would judge', () => {
    expect(assessProject(sampleProject()).light).toBe('green');
  });
});
