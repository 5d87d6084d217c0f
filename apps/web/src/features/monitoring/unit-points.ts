import { LIGHTS } from '@jixiao/domain';
import type { Overview } from '../../shared/api/schema.gen.js';
import { rateOf } from './overview-finding.js';
import type { UnitPoint } from './unit-curve-options.js';

type Round = Overview['rounds'][number];

const HUNDRED = 100;
const total = ({ byLight }: Round, of: 'projects' | 'budgetFen'): number =>
  LIGHTS.reduce((all, light) => all + byLight[light][of], 0);

/** R7 of what was reported; nothing reported is not zero (R28). */
function reportedRate(round: Round | undefined): number | null {
  if (!round) return null;
  const isBlank = round.expenditureFen === 0 && round.byLight.grey.projects === total(round, 'projects');
  return isBlank ? null : rateOf({ budgetFen: total(round, 'budgetFen'), expenditureFen: round.expenditureFen });
}

/** What the plans of all projects together want, in percent of their budgets (R5); null without a budget. */
function plannedRate(round: Round | undefined): number | null {
  const budgetFen = round ? total(round, 'budgetFen') : 0;
  return round && budgetFen > 0 ? (round.plannedFen / budgetFen) * HUNDRED : null;
}

/**
 * A point for every month of which anything is known, this year or the last.
 *
 * @param rounds of the year and the one before it
 */
export function unitPoints(rounds: readonly Round[], year: number): UnitPoint[] {
  const at = (ofYear: number, month: number): Round | undefined =>
    rounds.find((round) => round.year === ofYear && round.month === month);
  const months = [...new Set(rounds.map(({ month }) => month))].sort((a, b) => a - b);
  return months.map((month): UnitPoint => {
    const now = at(year, month);
    return {
      month,
      actualPercent: reportedRate(now),
      planPercent: plannedRate(now),
      lastYearPercent: reportedRate(at(year - 1, month)),
      spentFen: now?.expenditureFen ?? null,
    };
  });
}
