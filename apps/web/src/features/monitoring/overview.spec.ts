import { describe, expect, it } from '@jest/globals';
import type { LightRow } from '../../shared/api/schema.gen.js';
import { lagRanking, planGapFen } from './lag.js';
import { lightsCsv } from './lights-csv.js';
import { filterOf, queryAfter } from './overview-filter.js';

const row = (changes: Partial<LightRow> = {}): LightRow => ({
  projectId: 'p',
  code: null,
  name: 'p',
  organisationId: 'o',
  organisationName: 'o',
  key: false,
  light: 'red',
  spendLight: 'red',
  goalLight: 'green',
  reason: 'spend',
  explanation: '…',
  adjustedBudgetFen: 235_800_000,
  expenditureFen: 160_000_000,
  expenditureSource: 'unit',
  releasedFen: null,
  receivedFen: null,
  executionRate: 67.85,
  plannedRate: 80,
  straightLineRate: 83.33,
  gapToPlan: -12.15,
  gapToStraightLine: -15.48,
  notReported: false,
  awaitingReport: false,
  reportStatus: null,
  reopened: false,
  computedAt: '',
  ...changes,
});

describe('the filter of the overview', () => {
  it('reads an address and ignores what it does not know', () => {
    expect(filterOf({})).toEqual({ organisationId: '', light: null, search: '', sort: 'worst', page: 1 });
    expect(filterOf({ light: 'purple', sort: 'x', page: '-1' })).toMatchObject({ light: null, sort: 'worst', page: 1 });
    expect(filterOf({ light: 'red', unit: 'u', search: '法院', sort: 'budget', page: '3' })).toEqual({
      organisationId: 'u',
      light: 'red',
      search: '法院',
      sort: 'budget',
      page: 3,
    });
  });

  it('starts again on the first page, keeps the round, and writes no defaults', () => {
    const before = { year: '2023', month: '6', light: 'red', page: '3' };
    expect(queryAfter(before, { search: 'x' })).toMatchObject({
      year: '2023',
      light: 'red',
      search: 'x',
      page: undefined,
    });
    expect(queryAfter(before, { page: 2 })).toMatchObject({ page: 2, light: 'red', sort: undefined });
    expect(queryAfter(before, { light: null })).toMatchObject({ light: undefined });
  });
});

describe('money behind the plan', () => {
  it('R8: 160 of 235.8 in October with plan 80 is 28.64 万元 late', () => {
    expect(planGapFen(row())).toBe(-28_640_000);
  });

  it('R28: is unknown where nothing is reported or no budget known', () => {
    expect(planGapFen(row({ expenditureFen: null }))).toBeNull();
    expect(planGapFen(row({ adjustedBudgetFen: null }))).toBeNull();
  });

  it('ranks the late ones, worst first, on one scale', () => {
    const rows = [
      row({ projectId: 'a', gapToPlan: -5 }),
      row({ projectId: 'b', gapToPlan: -20 }),
      row({ projectId: 'c', gapToPlan: 3 }),
      row({ projectId: 'd', gapToPlan: null }),
      row({ projectId: 'e', gapToPlan: -50, reason: 'exempt' }),
    ];
    expect(lagRanking(rows, 8).map(({ row: { projectId }, length }) => [projectId, length])).toEqual([
      ['b', 100],
      ['a', 25],
    ]);
    expect(lagRanking(rows, 1)).toHaveLength(1);
    expect(lagRanking([], 8)).toEqual([]);
  });
});

describe('the export of the table', () => {
  it('writes money in 万元 as numbers and makes formulas harmless', () => {
    const lines = lightsCsv([row({ name: '=HYPERLINK("x")', expenditureFen: null })], (key) => key)
      .trimEnd()
      .split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('"\'=HYPERLINK(""x"")"');
    expect(lines[1]).toContain(',235.8,,treasury.source.unit,,,67.85,80,-12.15,-15.48,');
  });
});
