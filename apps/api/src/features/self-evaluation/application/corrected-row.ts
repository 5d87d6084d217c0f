import { followDecember, isSameAnswer } from '@jixiao/domain';
import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';
import {
  FUND_PARTS,
  type CorrectedDecember,
  type DraftedFigures,
  type EvaluationContent,
} from './evaluation-content.js';

type Compared = Pick<SelfEvaluation, 'adjustedBudgetFen' | 'roundExpenditureFen' | 'drafted'>;

/** Whether December says something else by now than the evaluation was drafted from. */
export function doesDecemberDiffer(row: Compared, { adjustedBudgetFen, expenditureFen, drafted }: CorrectedDecember) {
  const { spent, answers, explanations } = row.drafted;
  return (
    row.adjustedBudgetFen !== adjustedBudgetFen ||
    row.roundExpenditureFen !== expenditureFen ||
    FUND_PARTS.some((part) => spent[part] !== drafted.spent[part]) ||
    Object.entries(drafted.answers).some(([id, answer]) => !isSameAnswer(answers[id] ?? null, answer)) ||
    (explanations !== undefined &&
      Object.entries(drafted.explanations ?? {}).some(([id, text]) => (explanations[id] ?? null) !== text))
  );
}

/**
 * An evaluation that may be written (again), as December says since it was corrected: what nobody has changed follows, and what a
 * person typed stays beside the new figure. Its scores are for who stores it to make.
 */
export function correctedRow(row: SelfEvaluation, december: CorrectedDecember | null): SelfEvaluation {
  if (december === null) return row;
  const { adjustedBudgetFen, expenditureFen, drafted } = december;
  const isAccounted = row.expenditureSource === 'finalAccount';
  const spent = { expenditureFen, expenditureSource: expenditureFen === null ? null : ('round' as const) };
  return {
    ...row,
    ...(isAccounted ? {} : spent),
    adjustedBudgetFen,
    roundExpenditureFen: expenditureFen,
    content: followed(row.content, row.drafted, drafted),
    drafted,
    december: null,
  };
}

function followed(content: EvaluationContent, before: DraftedFigures, now: DraftedFigures): EvaluationContent {
  const funds = FUND_PARTS.map((part) => {
    const line = content.funds[part];
    return [part, line.spentFen === before.spent[part] ? { ...line, spentFen: now.spent[part] } : line] as const;
  });
  const leaves = content.leaves.map((leaf) => followDecember(leaf, ofLeaf(before, leaf.id), ofLeaf(now, leaf.id)));
  return { ...content, funds: Object.fromEntries(funds) as EvaluationContent['funds'], leaves };
}

const ofLeaf = ({ answers, explanations }: DraftedFigures, id: string) => ({
  answer: answers[id] ?? null,
  ...(explanations === undefined ? {} : { explanation: explanations[id] ?? null }),
});
