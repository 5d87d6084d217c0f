import { exact, type Fraction } from '../kernel/exact.js';
import type { IndicatorTarget } from '../targets/target-types.js';
import { evaluationPart } from './evaluation-part.js';
import { EVALUATION_PARTS, type EvaluationPart, type EvaluationRules, type WeightFrame } from './evaluation-rules.js';

type Levels = Pick<IndicatorTarget, 'level1' | 'level2'>;

/** What all leaves have to make up: 90 where execution has 10 (R30). */
export const pointsOfAllLeaves = ({ executionPoints }: Pick<EvaluationRules, 'executionPoints'>): Fraction =>
  exact(100).sub(executionPoints);

/** A part of a frame with the leaves that stand in it and the points that they share. */
export interface FilledPart<T> {
  readonly part: EvaluationPart;
  readonly leaves: readonly T[];
  readonly points: Fraction;
}

/** Where the points of a part without leaves go: to the first of these that has any. */
const HEIRS: Readonly<Record<EvaluationPart, readonly EvaluationPart[]>> = {
  satisfaction: ['benefit', 'output', 'cost'],
  cost: ['output', 'benefit', 'satisfaction'],
  output: ['benefit', 'cost', 'satisfaction'],
  benefit: ['output', 'cost', 'satisfaction'],
};

/**
 * The parts of a frame that have leaves, with their points (R30). Without 满意度 its points move to 效益. The points of any
 * other part without leaves move as a whole as well, rather than in shares that nobody could check by eye: 成本 to 产出,
 * which contains it in frame A, 产出 to 效益 and 效益 to 产出. So the points of all parts are always those of the frame.
 */
export function filledParts<T extends { readonly target: Levels }>(
  leaves: readonly T[],
  frame: WeightFrame,
): readonly FilledPart<T>[] {
  const inPart = (part: EvaluationPart): T[] => leaves.filter(({ target }) => evaluationPart(target, frame) === part);
  const filled = EVALUATION_PARTS.map((part) => ({ part, leaves: inPart(part) })).filter(
    ({ leaves: own }) => own.length > 0,
  );
  const receiverOf = (part: EvaluationPart): EvaluationPart | undefined =>
    [part, ...HEIRS[part]].find((candidate) => filled.some((each) => each.part === candidate));
  return filled.map(({ part, leaves: own }) => ({
    part,
    leaves: own,
    points: EVALUATION_PARTS.filter((giver) => receiverOf(giver) === part).reduce(
      (sum, giver) => sum.add(frame[giver] ?? 0),
      exact(0),
    ),
  }));
}
