import type { Overview } from '../../shared/api/schema.gen.js';
import type { Translate } from '../../shared/export/table-of.js';
import { formatRate, formatWan } from '../../shared/format/figures.js';
import { furthestBehind } from './areas.js';

const HUNDRED = 100;

/** R7 of all projects together; null without a budget. */
export const rateOf = ({ budgetFen, expenditureFen }: Pick<Overview, 'budgetFen' | 'expenditureFen'>): number | null =>
  budgetFen > 0 ? (expenditureFen / budgetFen) * HUNDRED : null;

/** How much is behind the plans, and with whom most of it. */
function lagSentence({ lagFen, byUnit }: Overview, t: Translate): string {
  if (lagFen <= 0) return t('overviewCharts.finding.onPlan');
  const worst = furthestBehind(byUnit);
  const lag = formatWan(lagFen);
  return worst
    ? t('overviewCharts.finding.lagMost', { lag, name: worst.name, most: formatWan(worst.lagFen) })
    : t('overviewCharts.finding.lag', { lag });
}

/** The page's answer: how many are red and yellow, with how much money, and how much money is behind the plans. */
export function overviewFinding(all: Overview, period: string, t: Translate): string {
  const grey = all.byLight.grey?.projects ?? 0;
  const projects = t('overview.count', { n: all.projects });
  if (all.expenditureFen === 0 && all.projects === grey)
    return t('overview.nothingSpent', { period, projects, budget: formatWan(all.budgetFen) });
  const lights = t('overview.finding', {
    period,
    projects,
    red: all.byLight.red?.projects ?? 0,
    redMoney: formatWan(all.byLight.red?.budgetFen ?? 0),
    yellow: all.byLight.yellow?.projects ?? 0,
    yellowMoney: formatWan(all.byLight.yellow?.budgetFen ?? 0),
    rate: formatRate(rateOf(all)),
    spent: formatWan(all.expenditureFen),
    budget: formatWan(all.budgetFen),
  });
  return `${lights}${lagSentence(all, t)}`;
}
