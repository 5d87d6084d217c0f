import { ratio, roundHalfAway, type Fraction } from '@jixiao/domain';
import type { Money, OutlookFigures } from './outlook-figures.js';

/** `part` as a percentage of `whole`, exact; null where there is nothing to divide by. */
export const shareOf = (part: number, whole: number): Fraction | null =>
  whole <= 0 ? null : ratio(part, whole).mul(100);

/** The same for display: 2 places. */
export function percentOf(part: number, whole: number): number | null {
  const share = shareOf(part, whole);
  return share && roundHalfAway(share, 2);
}

/** Stored hundredths of a percent as percent. Big integers come as text from MySQL. */
export const percent = (hundredths: number | string | null): number | null =>
  hundredths === null ? null : Number(hundredths) / 100;

/** Mean of so many percentages whose sum is given in hundredths; null of none. */
export const meanPercent = (sum: number, count: number): number | null =>
  count === 0 ? null : roundHalfAway(ratio(sum, count).div(100), 2);

/** Money with its rates (R7, R8). */
export function moneyView({ projects, budgetFen, spentFen, plannedFen, lagFen }: Money) {
  const [rate, planned] = [shareOf(spentFen, budgetFen), shareOf(plannedFen, budgetFen)];
  return {
    projects,
    budgetFen,
    spentFen,
    executionRate: rate && roundHalfAway(rate, 2),
    plannedRate: planned && roundHalfAway(planned, 2),
    gapToPlan: rate && planned && roundHalfAway(rate.sub(planned), 2),
    lagFen,
  };
}

/** How far a unit, or all of them, have come. */
export const standingOf = ({ money, goals }: Pick<OutlookFigures, 'money' | 'goals'>) => ({
  projects: money.projects,
  budgetFen: money.budgetFen,
  spentFen: money.spentFen,
  executionRate: percentOf(money.spentFen, money.budgetFen),
  plannedRate: percentOf(money.plannedFen, money.budgetFen),
  goalPercent: meanPercent(goals.percent, goals.projects),
});
