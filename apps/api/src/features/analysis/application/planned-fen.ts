import { planAtMonth, ratio, roundHalfAway } from '@jixiao/domain';
import type { YearOfMoney } from '../../monitoring/index.js';

/** R5 as an amount: what was to be spent of a budget by the end of a month, in whole 分. */
export const plannedFen = (budgetFen: number, year: Pick<YearOfMoney, 'planOf'>, month: number): number =>
  roundHalfAway(ratio(budgetFen, 100).mul(planAtMonth(year.planOf(month), month)), 0);
