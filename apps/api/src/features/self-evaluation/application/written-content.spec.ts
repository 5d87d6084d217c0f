import { describe, expect, it } from '@jest/globals';
import { DEFAULT_EVALUATION_RULES, parseTargetValue, scoreEvaluation, type LeafToScore } from '@jixiao/domain';
import type { EvaluationContent } from './evaluation-content.js';
import { leafFields } from './leaf-fields.js';
import { writtenContent } from './written-content.js';

const NOTHING = { initialFen: null, adjustedFen: null, spentFen: null };
const funds = { fiscal: NOTHING, carriedOver: NOTHING, other: NOTHING };
const target: LeafToScore['target'] = {
  ...parseTargetValue('有所改善'),
  level1: '效益指标',
  level2: '社会效益指标',
  name: '社会稳定',
  description: null,
  basis: null,
  kind: 'qualitative',
  assessedFrom: 1,
};
const leaf: LeafToScore = {
  id: 'a',
  target,
  answer: { type: 'outcome', outcome: 'met', text: null },
  weight: 10,
  notApplicableWhy: null,
  chosenPoints: 10,
  cut: null,
  explanation: null,
};

/** The leaf after a save of it with some fields changed, and what its scores say of it. */
function saved(before: Partial<LeafToScore>, change: object) {
  const stored = { ...leaf, ...before };
  const content: EvaluationContent = {
    expectedGoal: null,
    achievedGoal: null,
    initialBudgetFen: null,
    funds,
    leaves: [stored],
  };
  const input = { achievedGoal: null, funds, leaves: [{ ...leafFields(stored), ...change }] };
  const written = writtenContent(content, input, 2023);
  const [after] = written.content.leaves;
  const budget = { adjustedBudgetFen: 100, expenditureFen: 100 };
  const { leaves, remarks } = scoreEvaluation({
    rules: DEFAULT_EVALUATION_RULES,
    ...budget,
    leaves: written.content.leaves,
  });
  const codes = remarks.filter(({ leafId, required }) => leafId !== null && required).map(({ code }) => code);
  return { chosen: after?.chosenPoints, points: leaves[0]?.points, codes };
}

describe('R36: points after the weight was changed', () => {
  it('follow it as long as nobody has chosen any', () => {
    expect(saved({}, { weight: 20 })).toEqual({ chosen: 20, points: 20, codes: [] });
    expect(saved({}, { weight: 6 })).toEqual({ chosen: 6, points: 6, codes: [] });
    expect(saved({}, { weight: 20, outcome: 'partly' })).toMatchObject({
      chosen: null,
      codes: ['points-to-choose'],
    });
  });

  it('stay where a person chose them, and count for nothing above the new weight', () => {
    const chosen = { chosenPoints: 9, explanation: '略有欠缺' };
    expect(saved(chosen, { weight: 10 })).toEqual({ chosen: 9, points: 9, codes: [] });
    expect(saved(chosen, { weight: 8 })).toEqual({ chosen: 9, points: null, codes: ['points-outside-outcome'] });
    expect(saved({}, { weight: 8, chosenPoints: 9 })).toEqual({
      chosen: 9,
      points: null,
      codes: ['points-outside-outcome'],
    });
    expect(saved({}, { weight: 8, chosenPoints: 7, explanation: '略有欠缺' })).toMatchObject({ chosen: 7, points: 7 });
  });
});
