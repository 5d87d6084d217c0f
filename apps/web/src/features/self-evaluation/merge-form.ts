import { type EvaluationForm, FUND_FIGURES, FUND_PARTS, type LeafForm } from './evaluation-form.js';

export interface Merged {
  readonly form: EvaluationForm;
  /** How many fields both have changed, each to something else: mine stand in the form. */
  readonly conflicts: number;
}

/**
 * Lays what I have typed over what somebody else has saved meanwhile: a field that I have not touched is theirs.
 * @param base what both began with
 */
export function mergeForms(base: EvaluationForm, mine: EvaluationForm, theirs: EvaluationForm): Merged {
  let conflicts = 0;
  function pick<T>(before: T, own: T, other: T): T {
    if (own === before) return other;
    if (other !== before && other !== own) conflicts += 1;
    return own;
  }
  const funds = FUND_PARTS.map((part) => {
    const figures = FUND_FIGURES.map((figure) => [
      figure,
      pick(base.funds[part][figure], mine.funds[part][figure], theirs.funds[part][figure]),
    ]);
    return [part, Object.fromEntries(figures)];
  });
  const leaves = Object.entries(theirs.leaves).map(([id, other]) => {
    const [before, own] = [base.leaves[id], mine.leaves[id]];
    if (before === undefined || own === undefined) return [id, other];
    const fields = (Object.keys(other) as (keyof LeafForm)[]).map((field) => [
      field,
      pick<string | boolean>(before[field], own[field], other[field]),
    ]);
    return [id, Object.fromEntries(fields)];
  });
  const form = {
    frame: pick(base.frame, mine.frame, theirs.frame),
    achievedGoal: pick(base.achievedGoal, mine.achievedGoal, theirs.achievedGoal),
    funds: Object.fromEntries(funds) as EvaluationForm['funds'],
    leaves: Object.fromEntries(leaves) as EvaluationForm['leaves'],
  };
  return { form, conflicts };
}
