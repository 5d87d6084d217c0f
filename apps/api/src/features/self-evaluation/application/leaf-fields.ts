import type { LeafToScore } from '@jixiao/domain';
import type { EvaluationLeafInput } from '../http/evaluations.dto.js';

/** All of its fields: what is blank is null. */
type WrittenFields = { readonly [K in keyof EvaluationLeafInput]-?: Exclude<EvaluationLeafInput[K], undefined> };

/** A leaf as a save would write it unchanged. */
export const leafFields = ({ id, answer, weight, ...leaf }: LeafToScore): WrittenFields => ({
  id,
  weight,
  value: answer?.type === 'value' ? answer.value : null,
  outcome: answer?.type === 'outcome' ? answer.outcome : null,
  text: answer?.type === 'outcome' ? (answer.text ?? null) : null,
  doneOn: answer?.type === 'doneOn' ? answer.doneOn : null,
  notDone: answer?.type === 'notDone',
  noData: answer?.type === 'noData' ? answer.why : null,
  notApplicableWhy: leaf.notApplicableWhy,
  chosenPoints: leaf.chosenPoints,
  cut: leaf.cut,
  explanation: leaf.explanation,
});
