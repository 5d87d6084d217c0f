import type { EvaluationRules } from '@jixiao/domain';
import type { FinalAccount } from '../persistence/final-account.entity.js';
import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';
import type { EvaluationContent } from './evaluation-content.js';
import { ownScores } from './scored-evaluation.js';

interface Accounted {
  readonly rules: EvaluationRules;
  /** The one in force; undefined where there is none. */
  readonly account: FinalAccount | undefined;
}

/**
 * An evaluation that may be written (again), by the expenditure of its final account where there is one: the funds of the form
 * are spent as it says, and the unit's own scores count.
 */
export function accountedRow(row: SelfEvaluation, { rules, account }: Accounted): Partial<SelfEvaluation> {
  if (account === undefined) return ownScores(row, rules);
  const change = {
    expenditureFen: account.expenditureFen,
    expenditureSource: 'finalAccount' as const,
    finalAccountFen: account.expenditureFen,
    content: accountedContent(row.content, account),
  };
  return { ...change, ...ownScores({ ...row, ...change }, rules) };
}

export const accountedContent = (
  content: EvaluationContent,
  { fiscalFen, carriedFen, otherFen }: Pick<FinalAccount, 'fiscalFen' | 'carriedFen' | 'otherFen'>,
): EvaluationContent => ({
  ...content,
  funds: {
    fiscal: { ...content.funds.fiscal, spentFen: fiscalFen },
    carriedOver: { ...content.funds.carriedOver, spentFen: carriedFen },
    other: { ...content.funds.other, spentFen: otherFen },
  },
});
