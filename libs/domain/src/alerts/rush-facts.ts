import type { MonthlyExpenditure } from '../forecasting/plan-curve.js';
import { yearEndShare } from '../forecasting/year-end-rush.js';
import { shown } from '../monitoring/figures.js';
import type { RushFacts } from './alert-facts.js';

/** What the year-end rush is judged by (R48); null where neither share is known. @param curve cumulative, ascending */
export function rushFacts(curve: readonly MonthlyExpenditure[]): RushFacts | null {
  const [decemberShare, fourthQuarterShare] = [
    shown(yearEndShare('december', curve)),
    shown(yearEndShare('fourthQuarter', curve)),
  ];
  return decemberShare === null && fourthQuarterShare === null ? null : { decemberShare, fourthQuarterShare };
}
