import type { Period } from '../kernel/period.js';
import type { IndicatorAssessment, IndicatorToAssess, Light } from './assessment-types.js';
import { goalLight } from './goal-light.js';
import { assessIndicator } from './indicator-light.js';
import type { RulePack } from './rule-pack.js';
import { spendFigures } from './spend-figures.js';

/** What a department goal shows of its money: the sum over the projects that are linked to it, in 分. */
export interface GoalMoney {
  readonly budgetFen: number;
  readonly expenditureFen: number;
}

/** Which of the two sides of a goal there is anything of: results, and money that was spent. */
export const GOAL_SIDES = ['both', 'resultsWithoutMoney', 'moneyWithoutResults', 'neither'] as const;
export type GoalSides = (typeof GOAL_SIDES)[number];

/**
 * The light of one sentence indicator of a department goal, by the same rules as a project's (R17–R21). A department goal has
 * no spend schedule and goes on the whole year, so that what is planned of it is straight-line progress.
 */
export function assessSentence(indicator: IndicatorToAssess, period: Period, rulePack: RulePack): IndicatorAssessment {
  const startMonth = 1;
  const spend = spendFigures({ period, startMonth, adjustedBudgetFen: null, schedule: null, expenditureFen: null });
  return assessIndicator(indicator, { period, rules: rulePack.indicators, spend, startMonth, exempt: false });
}

/**
 * The light of a department goal: the worst of its indicators, grey ignored (R22); once reporting is over, with anything due
 * that is blank or without data, at best yellow (R28).
 */
export function departmentGoalLight(
  indicators: readonly Pick<IndicatorAssessment, 'light' | 'missing'>[],
  deadlinePassed: boolean,
): { readonly light: Light; readonly notReported: boolean } {
  const notReported = deadlinePassed && indicators.some(({ missing }) => missing !== null);
  const light = goalLight(indicators);
  return { light: notReported && light !== 'red' ? 'yellow' : light, notReported };
}

/**
 * Whether results and money go together: results of a goal that no linked project has spent anything for, and money that was
 * spent for a goal of which nothing is reported, are both worth a question.
 * @param money null where no project is linked
 */
export function goalSides(results: number, money: GoalMoney | null): GoalSides {
  const isPaid = (money?.expenditureFen ?? 0) > 0;
  if (results > 0) return isPaid ? 'both' : 'resultsWithoutMoney';
  return isPaid ? 'moneyWithoutResults' : 'neither';
}
