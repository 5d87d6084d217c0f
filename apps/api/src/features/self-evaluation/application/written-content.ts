import { checkAnswer, proposedPoints, type LeafToScore, type Problem } from '@jixiao/domain';
import type { FieldIssue } from '../../../platform/runtime/domain-error.js';
import { answerOf } from '../../reporting/index.js';
import type { EvaluationInputBody, EvaluationLeafInput } from '../http/evaluations.dto.js';
import type { EvaluationContent } from './evaluation-content.js';
import { DECEMBER } from './open-evaluation-year.js';

export interface WrittenContent {
  readonly content: EvaluationContent;
  /** Every place at fault; the content counts only without any. */
  readonly issues: readonly FieldIssue[];
}

type Written = Omit<EvaluationInputBody, 'version' | 'frame'>;

/** What a unit writes over what is there; a leaf that is left out stays as it is, and a blank answer is blank. */
export function writtenContent(before: EvaluationContent, input: Written, year: number): WrittenContent {
  const issues: FieldIssue[] = [];
  const written = new Map<string, LeafToScore>();
  const byId = new Map(before.leaves.map((leaf) => [leaf.id, leaf]));
  input.leaves.forEach((given, index) => {
    const path = `leaves.${index}`;
    const leaf = byId.get(given.id);
    if (leaf === undefined || written.has(given.id)) {
      const code = leaf === undefined ? 'indicator-unknown' : 'indicator-twice';
      issues.push({ path: `${path}.id`, code, params: { indicator: leaf?.target.name ?? given.id } });
      return;
    }
    const answered = answerIn(leaf, given, year);
    if ('problem' in answered) issues.push({ path, ...named(answered.problem, leaf) });
    else written.set(leaf.id, writtenLeaf(leaf, given, answered.answer));
  });
  const content = {
    ...before,
    achievedGoal: cleanText(input.achievedGoal),
    funds: input.funds,
    leaves: before.leaves.map((leaf) => written.get(leaf.id) ?? leaf),
  };
  return { content, issues };
}

type Answered = { readonly answer: LeafToScore['answer'] } | { readonly problem: Problem };

/** What is filled from the execution rate (R7) has no answer of its own. */
function answerIn({ target }: LeafToScore, given: EvaluationLeafInput, year: number): Answered {
  const read = answerOf(given);
  if (!read.ok) return { problem: read.error };
  const problem = read.value && checkAnswer(target, target.kind, read.value, { year, month: DECEMBER });
  return problem ? { problem } : { answer: read.value };
}

const writtenLeaf = (leaf: LeafToScore, given: EvaluationLeafInput, answer: LeafToScore['answer']): LeafToScore => ({
  ...leaf,
  answer,
  weight: given.weight,
  notApplicableWhy: cleanText(given.notApplicableWhy),
  chosenPoints: chosenBy(leaf, answer, given),
  cut: given.cut ?? null,
  explanation: cleanText(given.explanation),
});

/**
 * Points that were only proposed follow the weight. Those that a person chose stay, and hinder handing in where the weight no longer
 * has room for them (R36).
 */
function chosenBy(before: LeafToScore, answer: LeafToScore['answer'], { weight, chosenPoints }: EvaluationLeafInput) {
  const proposed = proposedPoints(before.answer, before.weight);
  const isProposal = proposed !== null && before.chosenPoints === proposed && chosenPoints === proposed;
  return isProposal && weight !== before.weight ? proposedPoints(answer, weight) : (chosenPoints ?? null);
}

const named = ({ code, params }: Problem, { target }: LeafToScore) => ({
  code,
  params: { indicator: target.name, ...params },
});

const cleanText = (text: string | null | undefined): string | null => text?.trim() || null;
