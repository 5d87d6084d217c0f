import type { Fen } from '../kernel/money.js';
import { checkAdjustments } from './budget.js';
import type { BudgetAdjustment } from './target-types.js';

/** Why the balance cannot be booked, or cannot yet. */
export const BALANCE_PROBLEMS = [
  'december-missing',
  'december-open',
  'december-reopened',
  'december-computing',
  'figures-missing',
  'budget-unknown',
  'budget-too-small',
  'name-taken',
] as const;
export type BalanceProblem = (typeof BALANCE_PROBLEMS)[number];

export const CARRY_OVER_ACTIONS = ['create', 'link', 'book', 'correct', 'wait', 'done'] as const;
export type CarryOverAction = (typeof CARRY_OVER_ACTIONS)[number];

/** December of the year before, as it is for one project. */
export interface December {
  /** Null where there is no such round. */
  readonly status: 'open' | 'locked' | null;
  readonly reopened: boolean;
  /** Whether lights of it are being computed, of a report that was put back for example. */
  readonly computing: boolean;
  /** What the locked round leaves; null where it has no budget or no spending of the project. */
  readonly unspentFen: Fen | null;
}

/** A dated change of a budget (R6) with the funds that it is of. */
export interface FundedAdjustment extends BudgetAdjustment {
  readonly fundSource: string;
}

/** The project that goes on. */
export interface Successor {
  readonly isLinked: boolean;
  readonly initialBudgetFen: Fen | null;
  readonly adjustments: readonly FundedAdjustment[];
}

/** The day on which what was left of the year before is added to the budget (上年结转, R6). */
export const balanceDay = (year: number): string => `${year}-01-01`;

/**
 * What of the year before is booked (R6), in 分: the adjustments of carried-over funds on 1 January, whoever recorded them.
 * Those of a later day are what happens to the funds during the year.
 */
export const bookedBalance = (adjustments: readonly FundedAdjustment[], year: number): Fen =>
  adjustments
    .filter(({ fundSource, effectiveOn }) => fundSource === 'carriedOver' && effectiveOn === balanceDay(year))
    .reduce((sum, { kind, amountFen }) => sum + (kind === 'addition' ? amountFen : -amountFen), 0);

/** In 分, how far what is booked is from what the locked December leaves; null as long as that is not final. */
export function balanceDifference(december: December, bookedFen: Fen): Fen | null {
  return decemberProblem(december) === null && december.unspentFen !== null ? december.unspentFen - bookedFen : null;
}

/** Why what is left cannot be booked, or cannot yet (R6); null where it can. @param year the new one */
export function balanceProblem(december: December, successor: Successor | null, year: number): BalanceProblem | null {
  const problem = decemberProblem(december);
  if (problem !== null || successor === null) return problem;
  const { initialBudgetFen, adjustments } = successor;
  const difference = balanceDifference(december, bookedBalance(adjustments, year)) ?? 0;
  if (difference === 0) return null;
  if (initialBudgetFen === null) return 'budget-unknown';
  const added = { effectiveOn: balanceDay(year), ...budgetMovement(difference) };
  return checkAdjustments(initialBudgetFen, [...adjustments, added]) === null ? null : 'budget-too-small';
}

/** As an adjustment has it: its amount is positive either way. */
export const budgetMovement = (differenceFen: Fen): Pick<BudgetAdjustment, 'kind' | 'amountFen'> => ({
  kind: differenceFen > 0 ? 'addition' : 'reduction',
  amountFen: Math.abs(differenceFen),
});

function decemberProblem({ status, reopened, computing, unspentFen }: December): BalanceProblem | null {
  if (status === null) return 'december-missing';
  if (status === 'open') return 'december-open';
  if (reopened) return 'december-reopened';
  if (computing) return 'december-computing';
  return unspentFen === null ? 'figures-missing' : null;
}
