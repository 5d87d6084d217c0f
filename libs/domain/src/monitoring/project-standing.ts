import { exact, roundHalfAway } from '../kernel/exact.js';
import type { AssessmentInput, Light } from './assessment-types.js';
import { given, HUNDRED, shown } from './figures.js';
import { LIGHT_RANK } from './project-light.js';
import type { RulePack } from './rule-pack.js';
import { spendAndGoals, type MoneyAndGoals, type SpendAndGoals } from './spend-and-goals.js';
import { executionRate, spendFigures } from './spend-figures.js';
import { spendGoalMismatch, type SpendGoalMismatch } from './spend-goal-mismatch.js';

/** Whether money and goals of a project have come as far as the year: the four fields of the picture of all projects. */
export const QUADRANTS = ['bothOn', 'moneyBehind', 'goalsBehind', 'bothBehind'] as const;
export type Quadrant = (typeof QUADRANTS)[number];

/** Where a project stands among all others: figures to count and to rank by, made of a stored assessment. */
export interface ProjectStanding {
  /** R15, percent with 2 places; null where there are not both an execution rate and a goal percentage. */
  readonly goalPercent: number | null;
  readonly quadrant: Quadrant | null;
  /** R15 by the limits of the rule pack; null also where the pack does not ask. */
  readonly mismatch: SpendGoalMismatch['side'];
  /** What the plan wants spent by now and is not spent, in 分; null where the project is not behind, or not compared. */
  readonly lagFen: number | null;
  /** What the plan wants spent by now (R5), in 分, whether it is spent or not; null without a budget. */
  readonly plannedFen: number | null;
}

/** Straight-line percent at the end of a month (R5) for a project of the whole year, exact. */
const timeOf = (month: number) => exact(month).mul(HUNDRED).div(exact(12));

/** The same for display: where both lines of the picture cross. */
export const timePercent = (month: number): number => shown(timeOf(month)) ?? 0;

/**
 * What an assessment says of a project among others. A function of what is stored and not a part of it (R49), as
 * `spendGoalMismatch` is. Everybody is compared with the same straight-line percent of the month, also who began later.
 */
export function projectStanding(
  assessment: MoneyAndGoals,
  inputs: Pick<
    AssessmentInput,
    'period' | 'startMonth' | 'adjustedBudgetFen' | 'schedule' | 'expenditureFen' | 'exempt'
  >,
  rulePack: Pick<RulePack, 'mismatch'>,
): ProjectStanding {
  const both = spendAndGoals(assessment);
  return {
    goalPercent: shown(both && both.goal),
    quadrant: both && quadrantOf(both, assessment.period.month),
    mismatch: spendGoalMismatch(assessment, rulePack)?.side ?? null,
    lagFen: inputs.exempt ? null : lagOf(inputs),
    plannedFen: plannedOf(inputs),
  };
}

function quadrantOf({ rate, goal }: SpendAndGoals, month: number): Quadrant {
  const time = timeOf(month);
  if (rate.lt(time)) return goal.lt(time) ? 'bothBehind' : 'moneyBehind';
  return goal.lt(time) ? 'goalsBehind' : 'bothOn';
}

/** Planned minus spent where that is more than nothing, rounded to 分 (R8 as money). */
function lagOf(inputs: Parameters<typeof spendFigures>[0]): number | null {
  const { budget, expenditure, executionRate: rate, planned } = spendFigures(inputs);
  if (budget === null || expenditure === null || rate === null) return null;
  const lag = roundHalfAway(budget.mul(planned).div(HUNDRED).sub(expenditure), 0);
  return lag > 0 ? lag : null;
}

/** Rounded to 分. An exempt project counts as well: so does its budget, which the sum is a share of. */
function plannedOf(inputs: Parameters<typeof spendFigures>[0]): number | null {
  const { budget, planned } = spendFigures(inputs);
  return budget && roundHalfAway(budget.mul(planned).div(HUNDRED), 0);
}

/** R7 for display, percent; null where spending is not reported, or there is no budget to spend. */
export const executionPercent = (budgetFen: number | null, expenditureFen: number | null): number | null =>
  shown(executionRate(given(budgetFen), given(expenditureFen)));

export type LightTurn = 'worse' | 'better';

/**
 * Whether a project's light has become worse or better since the round before. One that was not judged then (grey) has
 * become worse where it is yellow or red now, so that a new red one is not missed; one that is not judged now has done neither.
 */
export function lightTurn(from: Light, to: Light): LightTurn | null {
  if (to === 'grey' || from === to) return null;
  if (from === 'grey') return to === 'red' || to === 'yellow' ? 'worse' : null;
  return LIGHT_RANK[to] < LIGHT_RANK[from] ? 'worse' : 'better';
}
