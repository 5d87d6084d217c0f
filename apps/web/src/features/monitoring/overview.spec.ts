import { describe, expect, it } from '@jest/globals';
import type { LightRow, OverviewRanking } from '../../shared/api/schema.gen.js';
import { shareOfLongest } from './lag.js';
import { tableCsv } from '../../shared/export/table-export.js';
import { lightsExport } from './lights-export.js';
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
  selfApproved: false,
  comments: 0,
  reopened: false,
  computedAt: '',
  ...changes,
});

describe('the filter of the overview', () => {
  it('reads an address and ignores what it does not know', () => {
    const usual = { organisationId: '', view: 'glance', light: null, by: 'points', direction: 'worse', page: 1 };
    expect(filterOf({})).toEqual(usual);
    expect(filterOf({ light: 'purple', view: 'x', by: 'y', direction: 'z', page: '-1' })).toEqual(usual);
    const query = { unit: 'u', view: 'changes', light: 'red', by: 'money', direction: 'better', page: '3' };
    expect(filterOf(query)).toEqual({
      organisationId: 'u',
      view: 'changes',
      light: 'red',
      by: 'money',
      direction: 'better',
      page: 3,
    });
  });

  it('starts again on the first page, keeps the round and the list, and writes no defaults', () => {
    const before = { year: '2023', month: '6', light: 'red', search: '法院', page: '3' };
    expect(queryAfter(before, { view: 'charts' })).toEqual({
      year: '2023',
      month: '6',
      light: 'red',
      search: '法院',
      view: 'charts',
      unit: undefined,
      by: undefined,
      direction: undefined,
      page: undefined,
    });
    expect(queryAfter(before, { page: 2 })).toMatchObject({ page: 2, light: 'red' });
    expect(queryAfter(before, { light: null })).toMatchObject({ light: undefined });
  });

  it('leads back to the same filter', () => {
    const filter = filterOf({ unit: 'u', view: 'list', light: 'blue', by: 'money', direction: 'better' });
    expect(filterOf(queryAfter({}, filter) as Record<string, string>)).toEqual(filter);
  });
});

describe('the bars of the ranking', () => {
  const behind = (projectId: string, gapToPlan: number, lagFen: number): OverviewRanking['items'][number] => ({
    projectId,
    name: projectId,
    organisationId: 'o',
    organisationName: 'o',
    light: 'red',
    gapToPlan,
    lagFen,
    budgetFen: null,
    expenditureFen: null,
  });

  it('R8: share one scale, that of points or that of money', () => {
    const rows = [behind('a', -20, 1_000), behind('b', -5, 4_000)];
    expect(shareOfLongest(rows, 'points').map(({ length }) => length)).toEqual([100, 25]);
    expect(shareOfLongest(rows, 'money').map(({ length }) => length)).toEqual([25, 100]);
    expect(shareOfLongest([], 'money')).toEqual([]);
  });
});

describe('the export of the table', () => {
  it('writes money in 万元 as numbers and makes formulas harmless', () => {
    const lines = tableCsv(lightsExport([row({ name: '=HYPERLINK("x")', expenditureFen: null })], '', (key) => key))
      .trimEnd()
      .split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('"\'=HYPERLINK(""x"")"');
    expect(lines[1]).toContain(',235.8,,treasury.source.unit,,,67.85,80,-12.15,-15.48,');
  });
});
