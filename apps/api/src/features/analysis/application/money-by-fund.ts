import type { ProjectForecast } from '../persistence/project-forecast.entity.js';
import { NO_MONEY, type Money, type OutlookFigures } from './outlook-figures.js';
import type { ProjectToAnalyse } from './project-to-analyse.js';

interface Split {
  readonly fiscal: number;
  readonly other: number;
}

/**
 * A project's money by where it comes from (R6): its budget as the document divides it, with the adjustments up to the
 * round's last day, and its spending as the treasury or the unit divide it. A project of which one of the two is not
 * divided is `unsplit`. The plan is of the whole project, so that every part has the same share to be spent by now.
 */
export function moneyByFund(
  input: ProjectToAnalyse,
  { budgetFen, spentFen, plannedFen }: ProjectForecast,
): Pick<OutlookFigures, 'funds' | 'carriedOverFen'> {
  const carriedOverFen = input.facts.funds.adjustments.carriedOver;
  const nothing = { fiscal: NO_MONEY, other: NO_MONEY, unsplit: NO_MONEY };
  if (budgetFen === null || spentFen === null || plannedFen === null) return { funds: nothing, carriedOverFen };
  const money = (budget: number, spent: number): Money => {
    if (budget === 0 && spent === 0) return NO_MONEY;
    const planned = budgetFen === 0 ? 0 : Math.round((budget / budgetFen) * plannedFen);
    return {
      projects: 1,
      budgetFen: budget,
      spentFen: spent,
      plannedFen: planned,
      lagFen: Math.max(0, planned - spent),
    };
  };
  const [budget, spent] = [budgetSplit(input, budgetFen), spentSplit(input, spentFen)];
  const isDivided = budget !== null && spent !== null;
  const funds = isDivided
    ? { ...nothing, fiscal: money(budget.fiscal, spent.fiscal), other: money(budget.other, spent.other) }
    : { ...nothing, unsplit: money(budgetFen, spentFen) };
  return { funds, carriedOverFen };
}

/** Null where the document does not divide it, or its parts are not the whole. */
function budgetSplit({ facts: { funds } }: ProjectToAnalyse, budgetFen: number): Split | null {
  const { fiscalFen, otherFen, adjustments } = funds;
  const fiscal = (fiscalFen ?? 0) + adjustments.fiscal;
  const other = (otherFen ?? 0) + adjustments.other + adjustments.carriedOver;
  return fiscal + other === budgetFen ? { fiscal, other } : null;
}

/** The treasury's division goes before the unit's; null where neither makes up what was judged. */
function spentSplit({ rows, spending, month, knownAt }: ProjectToAnalyse, spentFen: number): Split | null {
  const isKnown = (one: { month: number; recordedAt: string; supersededAt: string | null }): boolean =>
    one.month === month && one.recordedAt <= knownAt && (one.supersededAt === null || knownAt < one.supersededAt);
  const paid = rows.project.expenditureSource === 'unit' ? undefined : spending.treasury.find(isKnown);
  const fiscal = paid?.fiscalFen ?? spending.own.find(isKnown)?.fiscalFen ?? null;
  return fiscal === null || fiscal > spentFen ? null : { fiscal, other: spentFen - fiscal };
}
