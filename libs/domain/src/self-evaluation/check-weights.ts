import { exact, roundHalfAway, type Fraction } from '../kernel/exact.js';
import { shown } from '../monitoring/figures.js';
import type { IndicatorTarget } from '../targets/target-types.js';
import type { EvaluationRules, FrameName } from './evaluation-rules.js';
import type { EvaluationRemark } from './evaluation-types.js';
import { filledParts, pointsOfAllLeaves } from './frame-points.js';

/** A leaf with its weight. */
export interface WeightedLeaf {
  readonly id: string;
  readonly target: Pick<IndicatorTarget, 'level1' | 'level2' | 'name'>;
  readonly weight: number;
}

const sumOf = (leaves: readonly Pick<WeightedLeaf, 'weight'>[]): Fraction =>
  leaves.reduce((sum, { weight }) => sum.add(weight), exact(0));

/**
 * R30: the weights of all leaves, those that do not apply among them, make up 90 exactly (22.5 × 4 passes, 89.99 fails):
 * `weights-total`, required. So is a weight of 0 up to that with at most 2 places: `weight-out-of-range`, `weight-places`.
 * A leaf of 0 is one that is only reported. With a frame chosen, a part that does not sum to its points is worth a look:
 * `weights-part`, with the part and both sums; the points of a part without leaves are expected
 * where they move to (`filledParts`).
 */
export function checkWeights(
  leaves: readonly WeightedLeaf[],
  frameName: FrameName | null,
  rules: Pick<EvaluationRules, 'executionPoints' | 'frames'>,
): EvaluationRemark[] {
  const all = pointsOfAllLeaves(rules);
  const sum = sumOf(leaves);
  const total = { leafId: null, required: true, code: 'weights-total', params: { sum: shown(sum), of: shown(all) } };
  return [
    ...leaves.flatMap((leaf) => weightProblems(leaf, all)),
    ...(sum.equals(all) ? [] : [total]),
    ...(frameName === null ? [] : partProblems(leaves, frameName, rules)),
  ];
}

function weightProblems({ id, weight, target }: WeightedLeaf, all: Fraction): EvaluationRemark[] {
  const about = { leafId: id, required: true, params: { indicator: target.name, weight, of: shown(all) } };
  if (exact(weight).isNegative() || exact(weight).gt(all)) return [{ ...about, code: 'weight-out-of-range' }];
  return roundHalfAway(exact(weight), 2) === weight ? [] : [{ ...about, code: 'weight-places' }];
}

function partProblems(
  leaves: readonly WeightedLeaf[],
  frameName: FrameName,
  rules: Pick<EvaluationRules, 'frames'>,
): EvaluationRemark[] {
  return filledParts(leaves, rules.frames[frameName]).flatMap(
    ({ part, leaves: inPart, points }): EvaluationRemark[] => {
      const sum = sumOf(inPart);
      if (sum.equals(points)) return [];
      const params = { part, sum: shown(sum), of: shown(points), frame: frameName };
      return [{ leafId: null, required: false, code: 'weights-part', params }];
    },
  );
}
