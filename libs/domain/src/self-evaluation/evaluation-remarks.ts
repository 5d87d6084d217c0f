import type { Problem } from '../kernel/result.js';
import { directionDoubt } from '../targets/direction-check.js';
import { checkWeights } from './check-weights.js';
import type {
  EvaluationInput,
  EvaluationRemark,
  ExecutionPoints,
  LeafPoints,
  LeafToScore,
  ReviewedPoints,
} from './evaluation-types.js';
import { isWithinChoice } from './outcome-points.js';
import { isFarOverTarget } from './over-target.js';
import { isWithinWeight, reviewOf } from './review-points.js';
import { doesApply } from './total-points.js';

/** Worth a second look and nothing more; every other remark on a leaf hinders handing in. */
const ADVICE: ReadonlySet<string> = new Set(['result-negative', 'execution-counted-twice', 'direction-to-confirm']);

const isBlank = (text: string | null): boolean => text === null || text.trim() === '';

/** What was scored, before any review: reviewers write a reason of their own. */
export interface OwnScores {
  readonly execution: ExecutionPoints;
  readonly leaves: readonly LeafPoints[];
}

/**
 * Everything that still hinders handing in, or is worth a look, with stable codes (their sentences are in
 * `evaluation-remark-messages.ts`). Of the whole: `budget-missing`, `expenditure-missing`, `nothing-to-spend`, `spent-without-budget`
 * (R31), `no-leaf-applies` (R40), and those of `checkWeights` (R30). Of a leaf: `result-missing`, `points-to-choose`,
 * `points-outside-outcome` (R36), `over-target-unexplained` (R25), `points-lost-unexplained`, `cut-without-reason` and
 * `cut-out-of-range` (R37), `not-applicable-unexplained` (R40), `review-out-of-range`, `review-unexplained`; and as advice
 * `result-negative` (R32), `execution-counted-twice` and `direction-to-confirm` (R41).
 */
export function evaluationRemarks(
  input: EvaluationInput,
  own: OwnScores,
  reviewed: ReviewedPoints,
): EvaluationRemark[] {
  const noneApplies = input.leaves.length > 0 && !own.leaves.some(doesApply);
  return [
    ...executionRemarks(own.execution),
    ...(noneApplies ? [{ leafId: null, required: true, code: 'no-leaf-applies' }] : []),
    ...checkWeights(input.leaves, input.frame ?? null, input.rules),
    ...input.leaves.flatMap((leaf, index) => {
      const scored = own.leaves[index];
      return scored === undefined ? [] : leafRemarks(leaf, scored, input.rules, reviewed);
    }),
  ];
}

function executionRemarks({ basis }: ExecutionPoints): EvaluationRemark[] {
  if (basis === 'rate') return [];
  const required = basis === 'budget-missing' || basis === 'expenditure-missing';
  return [{ leafId: null, required, code: basis }];
}

function leafRemarks(
  leaf: LeafToScore,
  own: LeafPoints,
  rules: EvaluationInput['rules'],
  reviewed: ReviewedPoints,
): EvaluationRemark[] {
  const codes = [
    ...(doesApply(own) ? ownCodes(leaf, own, rules) : droppedCodes(leaf)),
    ...reviewCodes(reviewOf(reviewed, leaf.id), own.weight),
  ];
  const { rawValue } = leaf.target;
  const params: Problem['params'] = { indicator: own.name, target: rawValue, ...figuresOf(own) };
  return codes.map((code) => ({ leafId: leaf.id, required: !ADVICE.has(code), code, params }));
}

const figuresOf = ({ weight, result, completion, beforeCut, choice }: LeafPoints) => ({
  weight,
  result,
  completion,
  points: beforeCut,
  from: choice?.from ?? null,
  to: choice?.to ?? null,
});

/** A leaf may also be dropped without anybody's saying so: a filled rate where there was nothing to spend. */
const droppedCodes = ({ notApplicableWhy }: LeafToScore): string[] =>
  notApplicableWhy !== null && isBlank(notApplicableWhy) ? ['not-applicable-unexplained'] : [];

function ownCodes(leaf: LeafToScore, own: LeafPoints, rules: EvaluationInput['rules']): string[] {
  const isFilled = leaf.target.kind === 'executionRate';
  return [
    ...(own.rule === 'no-result' && own.points === null && !isFilled ? ['result-missing'] : []),
    ...choiceCodes(leaf, own),
    ...explanationCodes(leaf, own, rules),
    ...cutCodes(leaf.cut, own.weight),
    ...((own.result ?? 0) < 0 ? ['result-negative'] : []),
    ...(isFilled && own.weight > 0 ? ['execution-counted-twice'] : []),
    ...(isDirectionOpen(leaf) ? ['direction-to-confirm'] : []),
  ];
}

/** It is scored as printed all the same, so that a score does not wait for finance. */
const isDirectionOpen = ({ target, directionConfirmed }: LeafToScore): boolean =>
  directionConfirmed === false && directionDoubt({ name: target.name, value: target }) !== null;

function choiceCodes({ chosenPoints }: LeafToScore, { choice }: LeafPoints): string[] {
  if (choice === null) return [];
  if (chosenPoints === null) return ['points-to-choose'];
  return isWithinChoice(chosenPoints, choice) ? [] : ['points-outside-outcome'];
}

/** 偏差原因分析及改进措施: for points that were lost before any deduction, which has its own reason, and for R25. */
function explanationCodes(leaf: LeafToScore, own: LeafPoints, rules: EvaluationInput['rules']): string[] {
  if (!isBlank(leaf.explanation)) return [];
  if (isFarOverTarget(leaf, rules)) return ['over-target-unexplained'];
  return own.beforeCut !== null && own.beforeCut < own.weight ? ['points-lost-unexplained'] : [];
}

function cutCodes(cut: LeafToScore['cut'], weight: number): string[] {
  if (cut === null) return [];
  const isOutside = cut.points <= 0 || !isWithinWeight(cut.points, weight);
  return [...(isOutside ? ['cut-out-of-range'] : []), ...(isBlank(cut.reason) ? ['cut-without-reason'] : [])];
}

function reviewCodes(review: ReviewedPoints[string] | undefined, weight: number): string[] {
  if (review === undefined) return [];
  return [
    ...(isWithinWeight(review.points, weight) ? [] : ['review-out-of-range']),
    ...(isBlank(review.reason) ? ['review-unexplained'] : []),
  ];
}
