import type { IndicatorAnswer } from '../reporting/report-types.js';
import { DEFAULT_EVALUATION_RULES } from '../self-evaluation/preset-evaluation-rules.js';
import type { EvaluationInput, LeafPoints, LeafToScore } from '../self-evaluation/evaluation-types.js';
import { yearExecution } from '../self-evaluation/execution-points.js';
import { scoreLeaf, type PointRules } from '../self-evaluation/score-leaf.js';
import type { IndicatorTarget } from '../targets/target-types.js';
import { parseTargetValue } from '../targets/value-parser.js';
import { sampleTarget, wan } from './assessment-samples.js';

/** A target as its table prints it: a level for what is a number. */
export function printedTarget(rawValue: string, changes: Partial<IndicatorTarget> = {}): IndicatorTarget {
  const { warnings: _, ...value } = parseTargetValue(rawValue);
  const kinds = { date: 'date', qualitative: 'qualitative' } as const;
  const kind = value.operator === 'date' || value.operator === 'qualitative' ? kinds[value.operator] : 'level';
  return sampleTarget({ ...value, kind, ...changes });
}

/** A leaf of 10 points with everything explained; the changes make it another one. */
export function sampleLeaf(
  rawValue: string,
  answer: IndicatorAnswer | number | null,
  changes: Partial<LeafToScore> = {},
  target: Partial<IndicatorTarget> = {},
): LeafToScore {
  return {
    id: 'leaf-1',
    target: printedTarget(rawValue, target),
    answer: typeof answer === 'number' ? { type: 'value', value: answer } : answer,
    weight: 10,
    notApplicableWhy: null,
    chosenPoints: null,
    cut: null,
    explanation: '已说明',
    ...changes,
  };
}

/** The points of a leaf in a year that spent all of its budget. */
export const pointsOf = (leaf: LeafToScore, rules: Partial<PointRules> = {}): LeafPoints =>
  scoreLeaf(leaf, { ...DEFAULT_EVALUATION_RULES, ...rules }, yearExecution(wan(100), wan(100)));

/** Four leaves of 22.5, all met, and a budget of 100 万元 of which everything was spent: 100 points. */
export function sampleEvaluation(changes: Partial<EvaluationInput> = {}): EvaluationInput {
  return {
    rules: DEFAULT_EVALUATION_RULES,
    adjustedBudgetFen: wan(100),
    expenditureFen: wan(100),
    leaves: [1, 2, 3, 4].map((at) => sampleLeaf('≥20个', 20, { id: `leaf-${at}`, weight: 22.5 })),
    ...changes,
  };
}
