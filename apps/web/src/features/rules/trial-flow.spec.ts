import { describe, expect, it } from '@jest/globals';
import { flowTable, outcomeOf } from './trial-flow.js';
import type { FlowCell } from './rules.api.js';

const flow: FlowCell[] = [
  { from: 'yellow', to: 'red', projects: 3, budgetFen: 600 },
  { from: 'yellow', to: 'green', projects: 1, budgetFen: 50 },
  { from: 'green', to: 'green', projects: 9, budgetFen: 9_000 },
];

describe('R50: what tried rules change', () => {
  it('is told by the new colours and the budgets of those alone that change', () => {
    expect(outcomeOf(flow)).toEqual({
      to: [
        { light: 'red', projects: 3 },
        { light: 'green', projects: 1 },
      ],
      projects: 4,
      budgetFen: 650,
    });
    expect(outcomeOf(flow.slice(2))).toEqual({ to: [], projects: 0, budgetFen: 0 });
  });

  it('is a table of the colours that occur, with a row for each that was there', () => {
    const { lights, rows } = flowTable(flow);
    expect(lights).toEqual(['red', 'yellow', 'green']);
    expect(rows.map(({ from, projects, cells }) => [from, projects, cells.map((cell) => cell?.projects ?? 0)])).toEqual(
      [
        ['yellow', 4, [3, 0, 1]],
        ['green', 9, [0, 0, 9]],
      ],
    );
  });
});
