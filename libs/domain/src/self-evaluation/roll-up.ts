import { exact, type Fraction } from '../kernel/exact.js';
import type { Fen } from '../kernel/money.js';
import { percentOf, shown, ZERO } from '../monitoring/figures.js';
import { GRADES, type EvaluationRules, type Grade } from './evaluation-rules.js';
import { gradeOf } from './total-points.js';

/** The result of one project; total and grade null as long as it has none. */
export interface EvaluatedProject {
  readonly id: string;
  readonly adjustedBudgetFen: Fen | null;
  readonly expenditureFen: Fen | null;
  readonly total: number | null;
  readonly grade: Grade | null;
}

/** What many projects come to, by money. Sums are of what is known; how many lack it is told beside them. */
export interface RolledUp {
  readonly projects: number;
  /** Totals weighed by the adjusted budget, 2 places; null where none of those with a total has a budget. */
  readonly score: number | null;
  readonly grade: Grade | null;
  readonly budgetFen: Fen;
  readonly expenditureFen: Fen;
  /** Over the projects of which both figures are known, percent, 2 places; null without a budget. */
  readonly executionRate: number | null;
  readonly grades: Readonly<Record<Grade, number>>;
  /** Projects without a total, which count as no points and not as 0, and the budget that stays unevaluated by that. */
  readonly unscored: number;
  readonly unscoredBudgetFen: Fen;
  /** Projects with a total but without a budget, or with one of 0: they weigh nothing in the score. */
  readonly withoutBudget: number;
  readonly withoutExpenditure: number;
}

/**
 * The result of a department or a whole unit (部门整体) from its projects, by money: each total counts with the project's
 * adjusted budget, exact until it is rounded. 90 with 300 and 60 with 100 are 82.50. What has no total is told apart.
 */
export function rollUp(projects: readonly EvaluatedProject[], rules: Pick<EvaluationRules, 'gradesFrom'>): RolledUp {
  const scored = projects.filter(({ total }) => total !== null);
  const unscored = projects.filter(({ total }) => total === null);
  const score = weighedScore(scored);
  const executed = projects.filter((each) => each.adjustedBudgetFen !== null && each.expenditureFen !== null);
  const ofGrade = (grade: Grade): number => projects.filter((each) => each.grade === grade).length;
  return {
    projects: projects.length,
    score,
    grade: score === null ? null : gradeOf(score, rules),
    budgetFen: budgetOf(projects).valueOf(),
    expenditureFen: expenditureOf(projects).valueOf(),
    executionRate: shown(percentOf(expenditureOf(executed), budgetOf(executed))),
    grades: countsOf(GRADES, ofGrade),
    unscored: unscored.length,
    unscoredBudgetFen: budgetOf(unscored).valueOf(),
    withoutBudget: scored.filter(({ adjustedBudgetFen }) => (adjustedBudgetFen ?? 0) <= 0).length,
    withoutExpenditure: projects.filter(({ expenditureFen }) => expenditureFen === null).length,
  };
}

function weighedScore(scored: readonly EvaluatedProject[]): number | null {
  const weighing = scored.filter(({ adjustedBudgetFen }) => (adjustedBudgetFen ?? 0) > 0);
  if (weighing.length === 0) return null;
  const sum = sumOf(weighing, ({ total, adjustedBudgetFen }) => exact(total ?? 0).mul(adjustedBudgetFen ?? 0));
  return shown(sum.div(budgetOf(weighing)));
}

const budgetOf = (projects: readonly EvaluatedProject[]): Fraction =>
  sumOf(projects, ({ adjustedBudgetFen }) => exact(adjustedBudgetFen ?? 0));
const expenditureOf = (projects: readonly EvaluatedProject[]): Fraction =>
  sumOf(projects, ({ expenditureFen }) => exact(expenditureFen ?? 0));

const sumOf = (projects: readonly EvaluatedProject[], of: (project: EvaluatedProject) => Fraction): Fraction =>
  projects.reduce((sum, project) => sum.add(of(project)), ZERO);

/** How many there are of each. */
export function countsOf<T extends string>(keys: readonly T[], countOf: (key: T) => number): Record<T, number> {
  return Object.fromEntries(keys.map((key) => [key, countOf(key)])) as Record<T, number>;
}
