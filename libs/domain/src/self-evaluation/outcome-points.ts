import { exact, roundHalfAway, type Fraction } from '../kernel/exact.js';
import { HUNDRED } from '../monitoring/figures.js';
import type { IndicatorAnswer, Outcome } from '../reporting/report-types.js';
import type { EvaluationRules } from './evaluation-rules.js';
import type { LeafPoints } from './evaluation-types.js';
import type { LeafVerdict } from './leaf-verdict.js';

type Choice = NonNullable<LeafPoints['choice']>;

/**
 * The points that an outcome leaves to a person (R36), weight 10: 达成 [8,10], 部分达成 [6,8), 未达成 [0,6). A limit with more
 * than 2 places goes up to the next hundredth, which takes in and leaves out the same points of 2 places.
 */
export function outcomeChoice(outcome: Outcome, weight: number, bands: EvaluationRules['outcomeBands']): Choice {
  const at = (percent: number): number => upToHundredth(exact(weight).mul(percent).div(HUNDRED));
  switch (outcome) {
    case 'met':
      return { from: at(bands.metFrom), to: weight, toIncluded: true };
    case 'partly':
      return { from: at(bands.partlyFrom), to: at(bands.metFrom), toIncluded: false };
    case 'unmet':
      return { from: 0, to: at(bands.partlyFrom), toIncluded: false };
  }
}

const upToHundredth = (figure: Fraction): number => figure.mul(HUNDRED).neg().floor().neg().div(HUNDRED).valueOf();

/** Whether points lie in a choice, as they will be counted: rounded to 2 places. */
export function isWithinChoice(points: number, { from, to, toIncluded }: Choice): boolean {
  const counted = roundHalfAway(exact(points), 2);
  return counted >= from && (toIncluded ? counted <= to : counted < to);
}

/** The points that a person chose, where they lie in the band of the outcome: 7.99 of 10 with 达成 counts for nothing. */
export function chosenVerdict(rule: 'outcome' | 'unclear', chosen: number | null, choice: Choice): LeafVerdict {
  const points = chosen !== null && isWithinChoice(chosen, choice) ? exact(chosen) : null;
  return { rule, points, choice };
}

/**
 * The points that a draft proposes for an outcome: all of them for 达成, which the unit explains where it takes less. What was
 * met partly or not at all is for a person to weigh: null.
 */
export const proposedPoints = (answer: IndicatorAnswer | null, weight: number): number | null =>
  answer?.type === 'outcome' && answer.outcome === 'met' ? weight : null;
