import { exact, type Fraction } from '../kernel/exact.js';
import { given, shown, ZERO } from '../monitoring/figures.js';
import { annualTarget } from '../monitoring/indicator-context.js';
import { isAtMost } from '../monitoring/level-light.js';
import type { IndicatorTarget } from '../targets/target-types.js';
import { datePoints } from './date-points.js';
import type { EvaluationRules } from './evaluation-rules.js';
import type { LeafPoints, LeafToScore } from './evaluation-types.js';
import type { YearExecution } from './execution-points.js';
import { gated, gateOf } from './gate.js';
import type { LeafVerdict } from './leaf-verdict.js';
import { chosenVerdict, outcomeChoice } from './outcome-points.js';
import { positivePoints } from './positive-points.js';
import { reversePoints } from './reverse-points.js';
import { zeroTargetPoints } from './zero-target-points.js';

export type PointRules = Pick<EvaluationRules, 'reverse' | 'gatePercent' | 'outcomeBands'>;

const NOT_KNOWN: LeafVerdict = { rule: 'no-result', points: null };
const NONE: LeafVerdict = { rule: 'no-result', points: ZERO };
const NOT_APPLICABLE: LeafVerdict = { rule: 'not-applicable', points: null };

/**
 * The points of one leaf with the rule that gave them (R32–R37, R40). All numbers, however they were judged in the course of
 * the year, are compared with the annual target as it stands.
 *
 * Blank is not zero: without an answer the points are not known yet (null). "No data" is an answer, and earns nothing: 0. A
 * target that nothing can be compared with (`unclear`) leaves its whole weight for a person to choose from.
 */
export function scoreLeaf(leaf: LeafToScore, rules: PointRules, execution: YearExecution): LeafPoints {
  const result = resultOf(leaf, execution);
  const verdict = verdictOf(leaf, result, rules, execution);
  const beforeCut = shown(verdict.points);
  return {
    id: leaf.id,
    name: leaf.target.name,
    weight: leaf.weight,
    points: afterCut(beforeCut, leaf.cut),
    rule: verdict.rule,
    result: leaf.target.kind === 'executionRate' ? shown(result) : (result?.valueOf() ?? null),
    completion: shown(verdict.completion ?? null),
    beforeCut,
    gate: verdict.gate ?? null,
    choice: verdict.choice ?? null,
    review: null,
  };
}

function verdictOf(
  leaf: LeafToScore,
  result: Fraction | null,
  rules: PointRules,
  execution: YearExecution,
): LeafVerdict {
  const { target, answer, weight } = leaf;
  if (leaf.notApplicableWhy !== null) return NOT_APPLICABLE;
  if (target.kind === 'executionRate') return executionVerdict(leaf, result, rules, execution);
  if (answer === null) return NOT_KNOWN;
  if (answer.type === 'noData') return NONE;
  if (target.kind === 'qualitative') {
    if (answer.type !== 'outcome') return NOT_KNOWN;
    const choice = outcomeChoice(answer.outcome, weight, rules.outcomeBands);
    return chosenVerdict('outcome', leaf.chosenPoints, choice);
  }
  if (target.kind === 'date') {
    if (answer.type !== 'doneOn' && answer.type !== 'notDone') return NOT_KNOWN;
    if (target.dueDate === null) return unclear(leaf);
    return datePoints(target.dueDate, answer.type === 'doneOn' ? answer.doneOn : null, weight);
  }
  return result === null ? NOT_KNOWN : numberVerdict(leaf, result, rules);
}

/**
 * 预算执行率 as an indicator (R17a): its result is the rate of R7, never typed. Where execution does not apply, it does
 * not either.
 */
function executionVerdict(
  leaf: LeafToScore,
  rate: Fraction | null,
  rules: PointRules,
  { basis }: YearExecution,
): LeafVerdict {
  if (basis === 'nothing-to-spend') return NOT_APPLICABLE;
  if (basis === 'spent-without-budget') return { rule: 'execution', points: ZERO };
  if (rate === null) return NOT_KNOWN;
  const verdict = numberVerdict(leaf, rate, rules);
  return verdict.rule === 'positive' ? { ...verdict, rule: 'execution' } : verdict;
}

function numberVerdict(leaf: LeafToScore, result: Fraction, rules: PointRules): LeafVerdict {
  const target = annualTarget(leaf.target);
  if (target === null) return unclear(leaf);
  const atMost = isAtMost(leaf.target);
  const figures = { target, result, weight: exact(leaf.weight) };
  if (target.lte(ZERO)) return zeroTargetPoints(figures, atMost);
  const verdict = atMost ? reversePoints(figures, rules.reverse) : positivePoints(figures);
  return gated(verdict, gateOf(leaf.target, rules));
}

const unclear = ({ weight, chosenPoints }: LeafToScore): LeafVerdict =>
  chosenVerdict('unclear', chosenPoints, { from: 0, to: weight, toIncluded: true });

function resultOf({ target, answer }: LeafToScore, { rate }: YearExecution): Fraction | null {
  if (target.kind === 'executionRate') return rate;
  return isNumeric(target) && answer?.type === 'value' ? given(answer.value) : null;
}

const isNumeric = ({ kind }: Pick<IndicatorTarget, 'kind'>): boolean => kind !== 'qualitative' && kind !== 'date';

/** R37: what is deducted by hand, never below 0: 10 − 1.5 → 8.50. A deduction adds nothing where it is negative. */
function afterCut(points: number | null, cut: LeafToScore['cut']): number | null {
  if (points === null || cut === null || cut.points <= 0) return points;
  const left = exact(points).sub(cut.points);
  return left.isNegative() ? 0 : shown(left);
}
