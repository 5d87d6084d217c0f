import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyInput } from '../testing/arbitrary-inputs.js';
import { sampleContext, sampleIndicator, sampleProject } from '../testing/assessment-samples.js';
import type { IndicatorKind, Operator } from '../targets/target-types.js';
import { assessProject } from './assess-project.js';
import type { Light } from './assessment-types.js';
import { LIGHTS } from './assessment-types.js';
import { explainIndicator, explainProject, explainSpend } from './explain.js';
import { assessIndicator } from './indicator-light.js';
import { LIGHT_RANK } from './project-light.js';
import { assessSpend } from './spend-light.js';

/** Every number anywhere inside a value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

const goodness = (light: Light): number => LIGHT_RANK[light];

describe('properties of the lights', () => {
  it('total: any input gives lights with finite figures, and sentences without a hole', () => {
    fc.assert(
      fc.property(anyInput, (project) => {
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
      fc.property(anyInput, (project) => {
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

  it('R9–R14: more spending never worsens the spend light until the budget is exceeded', () => {
    const amounts = fc.tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000_000 }));
    fc.assert(
      fc.property(anyInput, amounts, (project, [a, b]) => {
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
      fc.property(anyInput, kinds, operators, number, results, (project, kind, operator, annual, [a, b]) => {
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
      fc.property(anyInput, (project) => {
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
      fc.property(anyInput, fc.integer({ min: 1, max: 11 }), (project, before) => {
        const period = { year: 2023, month: before };
        const without = assessProject({ ...project, period });
        const withGrey = assessProject({ ...project, period, indicators: [...project.indicators, greyOne] });
        expect(withGrey.light).toBe(without.light);
      }),
    );
  });

  it('an exempt project is grey whatever it reports', () => {
    fc.assert(
      fc.property(anyInput, (project) => {
        expect(assessProject({ ...project, exempt: true })).toMatchObject({ light: 'grey', reason: 'exempt' });
      }),
    );
  });

  it('the sample project is one that these properties would judge', () => {
    expect(assessProject(sampleProject()).light).toBe('green');
  });
});
