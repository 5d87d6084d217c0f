import { describe, expect, it } from '@jest/globals';
import type { ProjectCurve } from '../../shared/api/schema.gen.js';
import { chartPalette } from '../../shared/charts/palette.js';
import { indicatorRows } from './indicator-rows.js';
import { curveFinding, percentCeiling, sCurveOptions } from './s-curve-chart-options.js';
import { chooseMonth } from './use-project-lights.js';

const point = (month: number, planPercent: number, actualPercent: number | null): ProjectCurve['points'][number] => ({
  month,
  planPercent,
  straightLinePercent: (month * 100) / 12,
  actualPercent,
  actualFen: actualPercent === null ? null : actualPercent * 1_000_000,
  actualSource: actualPercent === null ? null : 'unit',
  adjustedBudgetFen: 100_000_000,
});
const curve = (changes: Partial<ProjectCurve> = {}): ProjectCurve => ({
  year: 2023,
  planMissing: false,
  points: [point(3, 25, 20), point(6, 50, 42.41), point(9, 72.5, null)],
  lightsByRound: [
    { month: 3, light: 'green', spendLight: 'green', goalLight: 'grey' },
    { month: 6, light: 'yellow', spendLight: 'yellow', goalLight: 'grey' },
  ],
  ...changes,
});
const labels = {
  plan: 'plan',
  straightLine: 'line',
  actual: 'actual',
  percentAxis: '%',
  moneyUnit: 'wan',
  month: (month: number) => `m${month}`,
};

describe('the finding of the curve (R43)', () => {
  it('compares the newest reported month with the plan', () => {
    expect(curveFinding(curve(), 9)).toEqual({
      key: 'behind',
      month: 6,
      rate: '42.41',
      gap: '7.59',
      reference: 'plan',
    });
    expect(curveFinding(curve(), 3)).toMatchObject({ key: 'behind', month: 3, gap: '5.00' });
  });

  it('R4: compares with straight-line where the plan is missing', () => {
    expect(curveFinding(curve({ planMissing: true }), 6)).toMatchObject({ key: 'behind', reference: 'straightLine' });
  });

  it('tells level from ahead, and knows when nothing is reported', () => {
    expect(curveFinding(curve({ points: [point(6, 50, 50)] }), 6).key).toBe('onPlan');
    expect(curveFinding(curve({ points: [point(6, 50, 60)] }), 6)).toMatchObject({ key: 'ahead', gap: '10.00' });
    expect(curveFinding(curve({ points: [point(6, 50, null)] }), 6).key).toBe('none');
  });
});

describe('the curve (R43)', () => {
  const seriesOf = (of: ProjectCurve) => {
    const { series } = sCurveOptions(of, labels, chartPalette(false));
    return Array.isArray(series) ? series : [];
  };

  it('draws the plan dashed, straight-line dotted, actual solid and only where reported', () => {
    const [plan, line, actual] = seriesOf(curve());
    expect([plan, line, actual].map((series) => series?.lineStyle?.type)).toEqual(['dashed', 'dotted', 'solid']);
    expect(plan?.data).toEqual([
      [0, 0],
      [3, 25],
      [6, 50],
      [9, 72.5],
    ]);
    expect(actual?.data).toEqual([
      [0, 0],
      [3, 20],
      [6, 42.41],
    ]);
  });

  it('R4: draws no plan where there is none', () => {
    expect(seriesOf(curve({ planMissing: true })).map(({ name }) => name)).toEqual(['line', 'actual']);
  });

  it('R11: makes room for what was spent beyond the budget', () => {
    expect(percentCeiling([point(6, 50, 42)])).toBe(100);
    expect(percentCeiling([point(6, 50, 100.04)])).toBe(120);
  });

  it('gives exact figures in the tooltip', () => {
    const { tooltip } = sCurveOptions(curve(), labels, chartPalette(true));
    const formatter = Array.isArray(tooltip) ? undefined : tooltip?.formatter;
    const text = typeof formatter === 'function' ? formatter([{ axisValue: 6 }] as never, '') : '';
    expect(text).toContain('actual 42.41%');
    expect(text).toContain('42.41 wan');
    expect(text).toContain('plan 50.00%');
  });
});

describe('the round of a project page', () => {
  it('is the wanted one where the project has lights for it, else the newest', () => {
    expect(chooseMonth(curve(), [3, 6])).toBe(3);
    expect(chooseMonth(curve(), [9, null])).toBe(6);
    expect(chooseMonth(curve({ lightsByRound: [] }), [6])).toBeNull();
  });
});

describe('the rows of the indicator table', () => {
  it('keeps the printed order, with the light of each and the first level once per group', () => {
    const target = (id: string, level1: string) => ({ id, level1 }) as never;
    const rows = indicatorRows([target('a', 'x'), target('b', 'x'), target('c', 'y')], [{ id: 'b' } as never]);
    expect(rows.map(({ light, startsGroup }) => [light?.id, startsGroup])).toEqual([
      [undefined, true],
      ['b', false],
      [undefined, true],
    ]);
  });
});
