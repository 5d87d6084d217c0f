import type { IndicatorAnswer } from '../reporting/report-types.js';
import type { LeafToScore } from './evaluation-types.js';
import { proposedPoints } from './outcome-points.js';

/** What December's round says of one indicator. */
export interface DecemberOfLeaf {
  readonly answer: IndicatorAnswer | null;
  /** 偏差原因 as reported; absent where it was not noted. */
  readonly explanation?: string | null;
}

/** Whether two answers say the same; an outcome without words is one with a blank text. */
export function isSameAnswer(one: IndicatorAnswer | null, other: IndicatorAnswer | null): boolean {
  if (one === null || other === null) return one === other;
  switch (one.type) {
    case 'value':
      return other.type === 'value' && one.value === other.value;
    case 'outcome':
      return other.type === 'outcome' && one.outcome === other.outcome && (one.text ?? null) === (other.text ?? null);
    case 'doneOn':
      return other.type === 'doneOn' && one.doneOn === other.doneOn;
    case 'notDone':
      return other.type === 'notDone';
    case 'noData':
      return other.type === 'noData' && one.why === other.why;
  }
}

/**
 * A leaf of a draft after December was corrected: what nobody has changed follows, and what a person typed stays. Points that were
 * only proposed are proposed anew; points that a person chose are kept, and are a finding where they no longer fit (R36).
 */
export function followDecember(leaf: LeafToScore, before: DecemberOfLeaf, now: DecemberOfLeaf): LeafToScore {
  const explanation = leaf.explanation === (before.explanation ?? null) ? now.explanation : leaf.explanation;
  const followed = explanation === undefined ? leaf : { ...leaf, explanation };
  if (!isSameAnswer(leaf.answer, before.answer) || isSameAnswer(before.answer, now.answer)) return followed;
  const wasProposed = leaf.chosenPoints === proposedPoints(before.answer, leaf.weight);
  const chosenPoints = wasProposed ? proposedPoints(now.answer, leaf.weight) : leaf.chosenPoints;
  return { ...followed, answer: now.answer, chosenPoints };
}
