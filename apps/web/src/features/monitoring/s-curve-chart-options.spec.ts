import { describe, expect, it } from '@jest/globals';
import type { ProjectCurve } from '../../shared/api/schema.gen.js';
import { chartPalette } from '../../shared/charts/palette.js';
import { indicatorRows } from './indicator-rows.js';
import { earnedFinding, planFinding, yearEndFinding } from './curve-finding.js';
import { percentCeiling, sCurveOptions } from './s-curve-chart-options.js';
import { chooseMonth } from './use-project-lights.js';

const point = (month: number, planPercent: number, actualPercent: number | null): ProjectCurve['points'][number] => ({
  month,
  planPercent,
  straightLinePercent: (month * 100) / 12,
  actualPercent,
  actualFen: actualPercent === null ? null : actualPercent * 1_000_000,
  actualSource: actualPercent === null ? null : 'unit',
  adjustedBudgetFen: 100_000_000,
  gapToPlan: actualPercent === null ? null : actualPercent - planPercent,
  gapToStraightLine: actualPercent === null ? null : actualPercent - (month * 100) / 12,
  earnedMonths: null,
});
function percents(forecastPercent: number | null, lowerPercent: number | null, upperPercent: number | null) {
  return { forecastPercent, lowerPercent, upperPercent };
}
/** B 100, p 0.5, A 35 (R45). */
const forecast: NonNullable<ProjectCurve['forecast']> = {
  month: 6,
  spentFen: 35_000_000,
  budgetFen: 100_000_000,
  plannedPercent: 50,
  method: 'blend',
  forecastFen: 77_500_000,
  forecastPercent: 77.5,
  paceFen: 70_000_000,
  planRemainingFen: 85_000_000,
  blendFen: 77_500_000,
  chainLadderFen: null,
  interval: { lowerFen: 70_000_000, upperFen: 85_000_000, lowerPercent: 70, upperPercent: 85, basis: 'methods' },
  pool: null,
  path: [
    { month: 6, forecastFen: 35_000_000, lowerFen: 35_000_000, upperFen: 35_000_000, ...percents(35, 35, 35) },
    { month: 12, forecastFen: 77_500_000, lowerFen: 70_000_000, upperFen: 85_000_000, ...percents(77.5, 70, 85) },
  ],
  suggestion: null,
  expectedFullYearFen: null,
  pastError: null,
};
const curve = (changes: Partial<ProjectCurve> = {}): ProjectCurve => ({
  year: 2023,
  knownAt: null,
  planMissing: false,
  points: [point(3, 25, 20), point(6, 50, 42.41), point(9, 72.5, null)],
  lightsByRound: [
    { month: 3, light: 'green', spendLight: 'green', goalLight: 'grey' },
    { month: 6, light: 'yellow', spendLight: 'yellow', goalLight: 'grey' },
  ],
  forecast: null,
  noForecast: 'not-reported',
  corrections: [],
  ...changes,
});
const labels = {
  plan: 'plan',
  straightLine: 'line',
  actual: 'actual',
  forecast: 'forecast',
  band: (lower: string, upper: string) => `between ${lower} and ${upper}`,
  percentAxis: '%',
  moneyUnit: 'wan',
  month: (month: number) => `m${month}`,
};

describe('the finding of the curve (R43)', () => {
  it('compares the newest reported month with the plan', () => {
    expect(planFinding(curve(), 9)).toEqual({
      key: 'behind',
      month: 6,
      rate: '42.41',
      gap: '7.59',
      reference: 'plan',
    });
    expect(planFinding(curve(), 3)).toMatchObject({ key: 'behind', month: 3, gap: '5.00' });
  });

  it('R4: compares with straight-line where the plan is missing', () => {
    expect(planFinding(curve({ planMissing: true }), 6)).toMatchObject({ key: 'behind', reference: 'straightLine' });
  });

  it('tells level from ahead, and knows when nothing is reported', () => {
    expect(planFinding(curve({ points: [point(6, 50, 50)] }), 6).key).toBe('onPlan');
    expect(planFinding(curve({ points: [point(6, 50, 60)] }), 6)).toMatchObject({ key: 'ahead', gap: '10.00' });
    expect(planFinding(curve({ points: [point(6, 50, null)] }), 6).key).toBe('none');
  });
});

describe('the curve (R43)', () => {
  const seriesOf = (of: ProjectCurve) => {
    const { series } = sCurveOptions(of, labels, chartPalette(false));
    return Array.isArray(series) ? series : [];
  };

  it('draws the plan dashed, straight-line dotted, actual solid and only where reported', () => {
    const [plan, line, actual] = seriesOf(curve());
    expect(
      [plan, line, actual].map((series) => (series && 'lineStyle' in series ? series.lineStyle?.type : null)),
    ).toEqual(['dashed', 'dotted', 'solid']);
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

  it('R11: makes room for what was spent beyond the budget, or will be', () => {
    const last = { month: 12, forecastFen: 0, lowerFen: 0, upperFen: 0, ...percents(100, 90, 131) };
    expect(percentCeiling(curve({ points: [point(6, 50, 42)] }))).toBe(100);
    expect(percentCeiling(curve({ points: [point(6, 50, 100.04)] }))).toBe(120);
    expect(percentCeiling(curve({ forecast: { ...forecast, path: [last] } }))).toBe(140);
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

describe('the forecast in the curve (R45)', () => {
  const drawn = (of: ProjectCurve) => {
    const { series } = sCurveOptions(of, labels, chartPalette(false));
    return Array.isArray(series) ? series : [];
  };

  it('is a line from the last known month to December, with a band around it', () => {
    const series = drawn(curve({ forecast }));
    expect(series.map(({ name }) => name)).toEqual(['band', 'plan', 'line', 'actual', 'forecast']);
    expect(series.at(-1)?.data).toEqual([
      [6, 35],
      [12, 77.5],
    ]);
    const [band] = series;
    const draw = band?.type === 'custom' ? band.renderItem : undefined;
    const place = { coord: ([month = 0, percent = 0]: number[]) => [month, percent] };
    expect(draw?.({} as never, place as never)).toMatchObject({
      type: 'polygon',
      shape: {
        points: [
          [6, 35],
          [12, 85],
          [12, 70],
          [6, 35],
        ],
      },
    });
  });

  it('is not drawn once the year is over, nor without a budget to be a share of', () => {
    const over = { ...forecast, month: 12, path: forecast.path.slice(1) };
    expect(drawn(curve({ forecast: over })).map(({ name }) => name)).not.toContain('forecast');
    const path = forecast.path.map((point) => ({ ...point, ...percents(null, null, null) }));
    expect(drawn(curve({ forecast: { ...forecast, path } })).map(({ name }) => name)).not.toContain('band');
  });

  it('stands in the tooltip of its months with both ends of the interval', () => {
    const { tooltip } = sCurveOptions(curve({ forecast, points: [point(12, 100, null)] }), labels, chartPalette(false));
    const formatter = Array.isArray(tooltip) ? undefined : tooltip?.formatter;
    const text = typeof formatter === 'function' ? formatter([{ axisValue: 12 }] as never, '') : '';
    expect(text).toContain('forecast 77.50%<br>between 70.00% and 85.00%');
  });

  it('is the finding, and is told from a year that is over and from one without a budget', () => {
    const figures = { month: 6, money: '77.50', rate: '77.50' };
    expect(yearEndFinding({ forecast })).toEqual({ key: 'forecast', ...figures });
    expect(yearEndFinding({ forecast: { ...forecast, month: 12 } })).toMatchObject({ key: 'over' });
    expect(yearEndFinding({ forecast: { ...forecast, forecastPercent: null } })).toMatchObject({
      key: 'forecastNoBudget',
    });
    expect(yearEndFinding({ forecast: null })).toBeNull();
  });
});

describe('earned schedule in words (R44)', () => {
  const at = (earnedMonths: number | null) => curve({ points: [{ ...point(6, 50, 35), earnedMonths }] });

  it('is late, level or ahead of the plan, or of straight-line where that is missing', () => {
    expect(earnedFinding(at(-1.8), 6)).toEqual({ key: 'late', month: 6, months: '1.80' });
    expect(earnedFinding(at(0), 9)).toMatchObject({ key: 'level', month: 6 });
    expect(earnedFinding(at(1.33), 6)).toMatchObject({ key: 'ahead', months: '1.33' });
    expect(earnedFinding({ ...at(-1.8), planMissing: true }, 6)).toMatchObject({ key: 'lateStraight' });
  });

  it('is not known where nothing is, nor from a later month', () => {
    expect(earnedFinding(at(null), 6)).toBeNull();
    expect(earnedFinding(at(-1.8), 3)).toBeNull();
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
