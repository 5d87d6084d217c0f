import { describe, expect, it } from '@jest/globals';
import { COUNTED_CASES, plan, sampleIndicator, sampleProject, wan } from '../testing/assessment-samples.js';
import { assessProject } from './assess-project.js';
import type { AssessmentInput, IndicatorToAssess } from './assessment-types.js';
import { executionPercent, lightTurn, projectStanding, timePercent, type ProjectStanding } from './project-standing.js';
import { RATIO_RULE_PACK } from './rule-pack.js';

/** A count of cases that has reached so many percent of its annual target. */
const reached = (percent: number): IndicatorToAssess => sampleIndicator(COUNTED_CASES, 270 * percent);

/** In June, with a budget of 100 万元, so that 万元 are percent. */
function standing(spent: number | null, goal: number | null, changes: Partial<AssessmentInput> = {}): ProjectStanding {
  const input = sampleProject({
    period: { year: 2023, month: 6 },
    adjustedBudgetFen: wan(100),
    expenditureFen: spent === null ? null : wan(spent),
    indicators: goal === null ? [] : [reached(goal)],
    ...changes,
  });
  return projectStanding(assessProject(input), input, RATIO_RULE_PACK);
}

describe('where a project stands among others', () => {
  it('R5, R15: in the quadrant of its execution rate and its goals, against the straight line of the month', () => {
    expect(standing(50, 50).quadrant).toBe('bothOn');
    expect(standing(49, 50).quadrant).toBe('moneyBehind');
    expect(standing(50, 49).quadrant).toBe('goalsBehind');
    expect(standing(10, 20).quadrant).toBe('bothBehind');
    expect([6, 1, 9, 12].map(timePercent)).toEqual([50, 8.33, 75, 100]);
  });

  it('R5, R15: compared unrounded: 49.999999 is behind 50, although it is shown as 50', () => {
    expect(standing(49.999999, 60)).toMatchObject({ quadrant: 'moneyBehind' });
    expect(executionPercent(wan(100), wan(49.999999))).toBe(50);
  });

  it('R15, R28: in none without a goal percentage or without an execution rate', () => {
    for (const none of [standing(50, null), standing(null, 50), standing(50, 50, { adjustedBudgetFen: null })]) {
      expect(none).toMatchObject({ goalPercent: null, quadrant: null, mismatch: null });
    }
  });

  it('R15: says what runs ahead by more than the rules allow', () => {
    expect(standing(65, 54)).toMatchObject({ goalPercent: 54, mismatch: 'moneyAhead' });
    expect(standing(64, 54)).toMatchObject({ goalPercent: 54, mismatch: null });
  });

  it('R8: lags by the money that its plan wants spent and that is not', () => {
    const october = { period: { year: 2023, month: 10 }, schedule: plan(25, 50, 80, 100) };
    const lag = standing(160, null, { ...october, adjustedBudgetFen: wan(235.8) }).lagFen;
    expect(lag).toBe(wan(28.64));
    expect(standing(190, null, { ...october, adjustedBudgetFen: wan(235.8) }).lagFen).toBeNull();
  });

  it('R7, R28: does not lag where nothing is reported, nothing is budgeted, or it is exempt', () => {
    expect(standing(null, null).lagFen).toBeNull();
    expect(standing(1, null, { adjustedBudgetFen: null }).lagFen).toBeNull();
    expect(standing(1, null).lagFen).toBeGreaterThan(0);
    expect(standing(1, null, { exempt: true }).lagFen).toBeNull();
  });
});

describe('what the plan of a project wants spent', () => {
  const october = { period: { year: 2023, month: 10 }, schedule: plan(25, 50, 80, 100), adjustedBudgetFen: wan(235.8) };

  it('R5: is its planned share of the budget, whatever is spent', () => {
    for (const spent of [0, 160, 235.8]) expect(standing(spent, null, october).plannedFen).toBe(wan(188.64));
  });

  it('R4: is by the straight line where there is no plan', () => {
    expect(standing(10, null, { schedule: null }).plannedFen).toBe(wan(50));
  });

  it('R28: is known where nothing is reported, and of an exempt project, and is none without a budget', () => {
    expect(standing(null, null, october).plannedFen).toBe(wan(188.64));
    expect(standing(160, null, { ...october, exempt: true }).plannedFen).toBe(wan(188.64));
    expect(standing(160, null, { ...october, adjustedBudgetFen: null }).plannedFen).toBeNull();
  });
});

describe('what has become of a light', () => {
  it('is worse or better by the order of the lights', () => {
    expect([lightTurn('green', 'yellow'), lightTurn('yellow', 'red'), lightTurn('blue', 'green')]).toEqual([
      'worse',
      'worse',
      'worse',
    ]);
    expect([lightTurn('red', 'yellow'), lightTurn('red', 'blue'), lightTurn('green', 'green')]).toEqual([
      'better',
      'better',
      null,
    ]);
  });

  it('is worse where one that was not judged is yellow or red now, and nothing where it is not judged now', () => {
    expect([lightTurn('grey', 'red'), lightTurn('grey', 'yellow')]).toEqual(['worse', 'worse']);
    expect([lightTurn('grey', 'green'), lightTurn('red', 'grey'), lightTurn('green', 'grey')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
