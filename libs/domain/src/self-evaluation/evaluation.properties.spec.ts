import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exact } from '../kernel/exact.js';
import { pointsOf, printedTarget, sampleEvaluation, sampleLeaf } from '../testing/evaluation-samples.js';
import type { IndicatorAnswer } from '../reporting/report-types.js';
import { evaluationRemarkCodes, evaluationRemarkMessage } from './evaluation-remark-messages.js';
import type { EvaluationInput, LeafToScore } from './evaluation-types.js';
import { explainEvaluationAlert, explainExecutionPoints, explainTotal } from './explain-scores.js';
import { explainPoints } from './explain-points.js';
import { EVALUATION_RULE_PRESETS } from './preset-evaluation-rules.js';
import { scoreEvaluation } from './score-evaluation.js';
import { doesApply } from './total-points.js';

const hundredths = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((each) => each / 100);
const figure = fc.oneof(
  fc.double({ noNaN: false }),
  fc.integer({ min: -200, max: 200 }),
  fc.constantFrom(0, -0, 1e20, 1e308, 5e-324, NaN, Infinity),
);
const answer: fc.Arbitrary<IndicatorAnswer | null> = fc.oneof(
  fc.constant(null),
  figure.map((value): IndicatorAnswer => ({ type: 'value', value })),
  fc.constantFrom('met', 'partly', 'unmet').map((outcome): IndicatorAnswer => ({ type: 'outcome', outcome })),
  fc.constantFrom('2023-06-30', '2023-12-31').map((doneOn): IndicatorAnswer => ({ type: 'doneOn', doneOn })),
  fc.constant<IndicatorAnswer>({ type: 'notDone' }),
  fc.constant<IndicatorAnswer>({ type: 'noData', why: '无台账' }),
);
const target = fc
  .record({
    rawValue: fc.constantFrom(
      '≥98%',
      '>20人',
      '≤10分钟',
      '<5起',
      '=0起',
      '=100个',
      '20元/户',
      '有所改善',
      '2023年10月前',
    ),
    gate: fc.constantFrom(null, 60),
    number: fc.option(fc.option(figure), { freq: 2, nil: undefined }),
    isExecution: fc.integer({ min: 0, max: 9 }).map((each) => each === 0),
  })
  .map(({ rawValue, gate, number, isExecution }) =>
    printedTarget(rawValue, {
      gate,
      ...(number === undefined ? {} : { number }),
      ...(isExecution ? { kind: 'executionRate' as const } : {}),
    }),
  );
const text = fc.constantFrom(null, ' ', '已说明');
const leaf: fc.Arbitrary<LeafToScore> = fc.record({
  id: fc.uuid(),
  target,
  answer,
  weight: hundredths(30),
  notApplicableWhy: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: text }),
  chosenPoints: fc.option(hundredths(30)),
  cut: fc.option(fc.record({ points: hundredths(30), reason: fc.constantFrom('', '资料不全') })),
  explanation: text,
});
const fen = fc.oneof(fc.constantFrom(0, 1), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));
const input: fc.Arbitrary<EvaluationInput> = fc.record({
  rules: fc
    .tuple(fc.constantFrom(...EVALUATION_RULE_PRESETS), fc.constantFrom('ratio', 'linear'))
    .map(([{ rules }, reverse]) => ({ ...rules, reverse })),
  frame: fc.constantFrom(null, 'A', 'B'),
  adjustedBudgetFen: fc.option(fen),
  expenditureFen: fc.option(fen),
  leaves: fc.array(leaf, { maxLength: 6 }),
});
const reviewsOf = ({ leaves }: EvaluationInput, points: number) =>
  Object.fromEntries(leaves.slice(0, 1).map(({ id }) => [id, { points, reason: '核减' }]));

/** Every number anywhere inside a value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('properties of the scores', () => {
  it('any input has points within 0 and the weight, a total within 0 and 100, and sentences without a hole', () => {
    fc.assert(
      fc.property(input, hundredths(40), (evaluation, reviewed) => {
        const scores = scoreEvaluation(evaluation, reviewsOf(evaluation, reviewed));
        for (const each of [...scores.leaves, scores.execution]) {
          if (each.points === null) continue;
          expect(each.points).toBeGreaterThanOrEqual(0);
          expect(each.points).toBeLessThanOrEqual(each.weight);
        }
        if (scores.total !== null) {
          expect(scores.total).toBeGreaterThanOrEqual(0);
          expect(scores.total).toBeLessThanOrEqual(100);
        }
        expect(scores.total === null).toBe(scores.grade === null);
        const { leaves, ...rest } = scores;
        const bounded = leaves.map(({ result: _, ...each }) => each);
        expect(numbersIn({ bounded, ...rest, remarks: [] }).filter((each) => !Number.isFinite(each))).toEqual([]);
        for (const locale of ['zh', 'en'] as const) {
          const texts = [
            ...scores.leaves.flatMap((points, at) => {
              const scored = evaluation.leaves[at];
              return scored === undefined ? [] : [explainPoints(points, scored, locale)];
            }),
            explainExecutionPoints(scores, evaluation, locale),
            explainTotal(scores, locale),
            ...scores.alerts.map((alert) => explainEvaluationAlert(alert, locale)),
            ...scores.remarks.map((remark) => evaluationRemarkMessage(remark, locale)),
          ];
          for (const sentence of texts) expect(sentence).not.toMatch(/undefined|null|NaN|[{}]/);
        }
        for (const { code } of scores.remarks) expect(evaluationRemarkCodes).toContain(code);
      }),
      { numRuns: 500 },
    );
  });

  it('R38: the sum is that of the rounded points, exactly', () => {
    fc.assert(
      fc.property(input, (evaluation) => {
        const { sum, leaves, execution } = scoreEvaluation(evaluation);
        if (sum === null) return;
        const counted = [...leaves.filter(doesApply), ...(execution.points === null ? [] : [execution])];
        const total = counted.reduce((all, { points }) => all.add(points ?? NaN), exact(0));
        expect(exact(sum).equals(total)).toBe(true);
      }),
    );
  });

  it('R49: scores the same again from what is kept as JSON', () => {
    fc.assert(
      fc.property(input, (evaluation) => {
        const kept = JSON.parse(JSON.stringify(evaluation)) as EvaluationInput;
        fc.pre(numbersIn(evaluation).every((each) => Number.isFinite(each)));
        expect(JSON.stringify(scoreEvaluation(kept))).toBe(JSON.stringify(scoreEvaluation(evaluation)));
      }),
    );
  });

  it('R32, R33, R35: a better result never has fewer points', () => {
    const result = fc.integer({ min: -100, max: 300 });
    const rules = fc.record({
      reverse: fc.constantFrom('ratio' as const, 'linear' as const),
      gatePercent: fc.constantFrom(null, 60),
    });
    fc.assert(
      fc.property(result, result, hundredths(90), rules, (a, b, weight, chosen) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const points = (rawValue: string, value: number) =>
          pointsOf(sampleLeaf(rawValue, value, { weight }), chosen).points;
        expect(points('≥98%', more)).toBeGreaterThanOrEqual(points('≥98%', less) ?? NaN);
        expect(points('≤98分钟', less)).toBeGreaterThanOrEqual(points('≤98分钟', more) ?? NaN);
      }),
    );
  });

  it('a year where everything is met and spent has 100 points', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (budget) => {
        const scores = scoreEvaluation(sampleEvaluation({ adjustedBudgetFen: budget, expenditureFen: budget }));
        expect(scores).toMatchObject({ total: 100, remarks: [] });
      }),
    );
  });
});
