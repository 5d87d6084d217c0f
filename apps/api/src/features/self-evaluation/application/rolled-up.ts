import { EVALUATION_STATES, rollUp, type EvaluatedProject, type EvaluationRules, type RolledUp } from '@jixiao/domain';
import type { EvaluationUnitList } from '../http/evaluation-units.dto.js';
import type { EvaluatedRow } from '../persistence/evaluated-projects.query.js';
import { fromHundredths } from './hundredths.js';

type Grades = Pick<EvaluationRules, 'gradesFrom'>;
export type Summed = EvaluationUnitList['county'];

export const evaluatedProject = (row: EvaluatedRow): EvaluatedProject => ({
  id: row.projectId,
  adjustedBudgetFen: row.budgetFen,
  expenditureFen: row.expenditureFen,
  total: fromHundredths(row.total),
  grade: row.grade,
});

/** The result of many projects by money, as the API gives it. */
export const rolledUpView = ({ grades, ...result }: RolledUp): Omit<Summed, 'byState'> => ({
  ...result,
  byGrade: { ...grades },
});

/** The same with how far the evaluations are. */
export function summedView(rows: readonly EvaluatedRow[], rules: Grades): Summed {
  const states = EVALUATION_STATES.map((state) => [state, rows.filter((row) => row.state === state).length]);
  return {
    ...rolledUpView(rollUp(rows.map(evaluatedProject), rules)),
    byState: Object.fromEntries(states) as Summed['byState'],
  };
}
