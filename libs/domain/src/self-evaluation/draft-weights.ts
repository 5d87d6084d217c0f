import { exact, roundHalfAway, type Fraction } from '../kernel/exact.js';
import type { IndicatorTarget } from '../targets/target-types.js';
import type { EvaluationRules, FrameName } from './evaluation-rules.js';
import { filledParts, pointsOfAllLeaves } from './frame-points.js';

/** An indicator that needs a weight; `printedWeight` is what its table prints (分值, 权重), null where it prints none. */
export interface LeafToWeigh {
  readonly id: string;
  readonly target: Pick<IndicatorTarget, 'level1' | 'level2'>;
  readonly printedWeight: number | null;
}

/** Weights by leaf id, and whether the tables print them (`typed`) or the frame gave them. */
export interface DraftedWeights {
  readonly source: 'typed' | 'frame';
  readonly weights: Readonly<Record<string, number>>;
}

/**
 * Weights to begin with (R30). Those that the tables print are taken where every leaf has one and they make up the points of
 * all leaves exactly. Else the points of each part are spread evenly over its leaves with 2 places, the hundredths that do
 * not divide on the first ones: 50 over three is 16.67, 16.67, 16.66. What a part without leaves has moves (`filledParts`).
 */
export function draftWeights(
  leaves: readonly LeafToWeigh[],
  frameName: FrameName,
  rules: Pick<EvaluationRules, 'executionPoints' | 'frames'>,
): DraftedWeights {
  const printed = printedWeights(leaves, pointsOfAllLeaves(rules));
  if (printed !== null) return { source: 'typed', weights: printed };
  const entries = filledParts(leaves, rules.frames[frameName]).flatMap((part) => spread(part.points, part.leaves));
  return { source: 'frame', weights: Object.fromEntries(entries) };
}

function printedWeights(leaves: readonly LeafToWeigh[], all: Fraction): Record<string, number> | null {
  const entries = leaves.flatMap(({ id, printedWeight }) =>
    printedWeight === null ? [] : [[id, printedWeight] as const],
  );
  if (entries.length < leaves.length) return null;
  const sum = entries.reduce((total, [, weight]) => total.add(weight), exact(0));
  const areWhole = entries.every(([, weight]) => roundHalfAway(exact(weight), 2) === weight);
  return sum.equals(all) && areWhole ? Object.fromEntries(entries) : null;
}

/** Hundredths of a point, evenly; the first leaves take those that are left over. */
function spread(points: Fraction, leaves: readonly LeafToWeigh[]): (readonly [string, number])[] {
  const hundredths = roundHalfAway(points.mul(100), 0);
  const rest = hundredths % leaves.length;
  const each = (hundredths - rest) / leaves.length;
  return leaves.map(({ id }, index) => [id, (each + (index < rest ? 1 : 0)) / 100] as const);
}
