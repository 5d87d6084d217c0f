import type { Fen } from '../kernel/money.js';
import type { MonthlyExpenditure, PlanOfYear } from './plan-curve.js';

/** A project in a year that is over. */
export interface PastProject extends PlanOfYear {
  readonly year: number;
  /** The unit or department whose chain ladder it belongs to. */
  readonly pool: string;
  readonly budgetFen: Fen;
  readonly months: readonly MonthlyExpenditure[];
  /** What was spent in the end. */
  readonly finalFen: Fen;
}
