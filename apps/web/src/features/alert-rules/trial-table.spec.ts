import { expect, it } from '@jest/globals';
import { trialTable } from './trial-table.js';

it('what a trial counts is a table of rules by rounds, with its sums', () => {
  const table = trialTable([
    {
      year: 2025,
      month: 6,
      projects: 10,
      kinds: [{ kind: 'spend-lagging', red: 1, yellow: 2, turns: { new: 1, gone: 2, severity: 1, same: 1 } }],
    },
    {
      year: 2025,
      month: 9,
      projects: 10,
      kinds: [
        { kind: 'overspent', red: 1, yellow: 0, turns: { new: 0, gone: 0, severity: 0, same: 1 } },
        { kind: 'spend-lagging', red: 0, yellow: 4, turns: { new: 0, gone: 0, severity: 0, same: 4 } },
      ],
    },
  ]);
  expect(table.rows.map(({ kind, cells, sum }) => [kind, cells.map(({ alerts }) => alerts), sum])).toEqual([
    ['overspent', [0, 1], { alerts: 1, new: 0, gone: 0, severity: 0 }],
    ['spend-lagging', [3, 4], { alerts: 7, new: 1, gone: 2, severity: 1 }],
  ]);
  expect(table.totals.map(({ alerts }) => alerts)).toEqual([3, 5]);
  expect([table.sum.alerts, table.red, table.yellow]).toEqual([8, 2, 6]);
  expect(trialTable([]).rows).toEqual([]);
});
