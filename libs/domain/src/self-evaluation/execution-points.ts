import { exact, type Fraction } from '../kernel/exact.js';
import type { Fen } from '../kernel/money.js';
import { given, HUNDRED, shown, ZERO } from '../monitoring/figures.js';
import { executionRate } from '../monitoring/spend-figures.js';
import type { EvaluationInput, ExecutionBasis, ExecutionPoints } from './evaluation-types.js';

/** The execution of a year, exact: the rate in percent (R7), null where there is none, and why. */
export interface YearExecution {
  readonly rate: Fraction | null;
  readonly basis: ExecutionBasis;
}

/**
 * R7 at the end of the year. Without the budget or the expenditure nothing can be told, and blank is not zero (R28). A budget
 * of 0 has no rate: with nothing spent there was nothing to execute, so that execution does not apply; money spent without
 * any budget is no execution of a budget at all (R11).
 */
export function yearExecution(adjustedBudgetFen: Fen | null, expenditureFen: Fen | null): YearExecution {
  const [budget, expenditure] = [given(adjustedBudgetFen), given(expenditureFen)];
  if (budget === null) return { rate: null, basis: 'budget-missing' };
  if (expenditure === null) return { rate: null, basis: 'expenditure-missing' };
  const rate = executionRate(budget, expenditure);
  if (rate !== null) return { rate, basis: 'rate' };
  return { rate, basis: expenditure.gt(ZERO) ? 'spent-without-budget' : 'nothing-to-spend' };
}

/**
 * R31: 10 × min(rate, 1); 398.5 of 418 → 9.53, 37.24 of 43.2 → 8.62, 110 % → 10. A negative rate, from refunds, counts as 0.
 * Without a rate the points are null, but for money that was spent without any budget, which has none of them: 0.
 */
export function executionPoints({
  rules,
  adjustedBudgetFen,
  expenditureFen,
}: Pick<EvaluationInput, 'adjustedBudgetFen' | 'expenditureFen'> & {
  readonly rules: Pick<EvaluationInput['rules'], 'executionPoints'>;
}): ExecutionPoints {
  const { rate, basis } = yearExecution(adjustedBudgetFen, expenditureFen);
  const weight = rules.executionPoints;
  return { weight, points: pointsOf(rate, basis, weight), rate: shown(rate), basis };
}

function pointsOf(rate: Fraction | null, basis: ExecutionBasis, weight: number): number | null {
  if (rate === null) return basis === 'spent-without-budget' ? 0 : null;
  if (rate.isNegative()) return 0;
  return shown((rate.gt(HUNDRED) ? HUNDRED : rate).mul(exact(weight)).div(HUNDRED));
}
