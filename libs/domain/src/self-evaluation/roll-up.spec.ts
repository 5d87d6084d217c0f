import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wan } from '../testing/assessment-samples.js';
import { DEFAULT_EVALUATION_RULES as rules } from './preset-evaluation-rules.js';
import { rollUp, type EvaluatedProject } from './roll-up.js';
import { rollUpGoals } from './roll-up-goals.js';
import { gradeOf } from './total-points.js';

const project = (
  id: string,
  total: number | null,
  budget: number | null,
  spent: number | null = budget,
): EvaluatedProject => ({
  id,
  adjustedBudgetFen: budget === null ? null : wan(budget),
  expenditureFen: spent === null ? null : wan(spent),
  total,
  grade: total === null ? null : gradeOf(total, rules),
});

describe('a department’s result by money', () => {
  it('weighs each total by its adjusted budget', () => {
    expect(rollUp([project('a', 90, 300, 270), project('b', 60, 100, 50)], rules)).toEqual({
      projects: 2,
      score: 82.5,
      grade: 'good',
      budgetFen: wan(400),
      expenditureFen: wan(320),
      executionRate: 80,
      grades: { excellent: 1, good: 0, fair: 1, poor: 0 },
      unscored: 0,
      unscoredBudgetFen: 0,
      withoutBudget: 0,
      withoutExpenditure: 0,
    });
  });

  it('tells projects without a score apart and never counts them as 0', () => {
    const result = rollUp([project('a', 90, 100), project('b', null, 300)], rules);
    expect(result).toMatchObject({ score: 90, unscored: 1, unscoredBudgetFen: wan(300), budgetFen: wan(400) });
    expect(rollUp([project('b', null, 300)], rules)).toMatchObject({ score: null, grade: null });
    expect(rollUp([], rules)).toMatchObject({ score: null, executionRate: null, projects: 0 });
  });

  it('takes no part of a rate from a project of which only one figure is known', () => {
    const result = rollUp([project('a', 90, 100, 80), project('b', 80, null, 50), project('c', 70, 100, null)], rules);
    expect(result).toMatchObject({ executionRate: 80, expenditureFen: wan(130), budgetFen: wan(200) });
    expect(result).toMatchObject({ score: 80, withoutBudget: 1, withoutExpenditure: 1 });
    expect(rollUp([project('a', 90, 0, 0)], rules)).toMatchObject({
      score: null,
      withoutBudget: 1,
      executionRate: null,
    });
  });

  it('lies between the worst and the best total, whatever the budgets', () => {
    const some = fc.array(
      fc.record({ total: fc.integer({ min: 0, max: 10_000 }), fen: fc.integer({ min: 1, max: 9e15 }) }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(some, (projects) => {
        const totals = projects.map(({ total }) => total / 100);
        const evaluated = projects.map(({ fen }, at) => ({
          ...project(`${at}`, totals[at] ?? 0, 1),
          adjustedBudgetFen: fen,
        }));
        const { score } = rollUp(evaluated, rules);
        expect(score).toBeGreaterThanOrEqual(Math.min(...totals));
        expect(score).toBeLessThanOrEqual(Math.max(...totals));
      }),
    );
  });
});

describe('分项目标', () => {
  it('are rolled up from their linked projects, with their own indicators counted', () => {
    const projects = [project('a', 90, 300), project('b', 60, 100), project('c', 0, 100)];
    const lights = (['green', 'blue', 'yellow', 'red', 'grey'] as const).map((light) => ({ light }));
    const [first, second] = rollUpGoals(
      [
        { id: 'goal-1', projectIds: ['a', 'b', 'a', 'elsewhere'], sentences: lights },
        { id: 'goal-2', projectIds: [], sentences: [] },
      ],
      projects,
      rules,
    );
    expect(first).toMatchObject({
      id: 'goal-1',
      result: { projects: 2, score: 82.5 },
      sentences: { met: 2, partly: 1, unmet: 1, notJudged: 1 },
    });
    expect(second).toMatchObject({ result: { projects: 0, score: null }, sentences: { met: 0 } });
  });
});
