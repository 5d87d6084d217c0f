import type { Fen } from '../kernel/money.js';
import type { SpendSchedule } from '../targets/target-types.js';
import type { MonthlyExpenditure, PlanOfYear } from './plan-curve.js';

/** What was known by the end of a month, when a forecast would have been made of it. */
export interface PastMonth extends MonthlyExpenditure {
  /** The adjusted budget of then (R6), and the plan; where nothing is said, what the year ended with. */
  readonly budgetFen?: Fen | null;
  readonly schedule?: SpendSchedule | null;
}

/** A project in a year that is over. */
export interface PastProject extends PlanOfYear {
  readonly year: number;
  /** Its unit and what is above it, whose chain ladders it may go by, in this order (R45); the first names it. */
  readonly pools: readonly string[];
  /** The adjusted budget of the year's end, of which errors are a percentage. */
  readonly budgetFen: Fen;
  readonly months: readonly PastMonth[];
  /** What was spent in the end. */
  readonly finalFen: Fen;
}
