import type { Light } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import type { Overview, OverviewProjects, OverviewUnit } from '../../shared/api/schema.gen.js';
import { chartPalette } from '../../shared/charts/palette.js';
import { areasOf, furthestBehind } from './areas.js';
import { lightFlowOptions } from './light-flow-options.js';
import { lightsByRoundOptions } from './lights-by-round-options.js';
import { overviewFinding } from './overview-finding.js';
import { bubbleSize, moneyCeiling, quadrantOptions } from './quadrant-options.js';
import { treemapOptions } from './treemap-options.js';
import { unitRows } from './unit-rounds.js';
import { perLight } from '../../shared/per-light.js';

const colours = chartPalette(false);
/** The key and the figures, so that the test sees both. */
const t = (key: string, named: Record<string, unknown> = {}): string =>
  [key, ...Object.entries(named).map(([name, value]) => `${name}=${String(value)}`)].join(' ');

const counts = (some: Partial<Record<Light, number>>): Record<Light, number> => perLight((light) => some[light] ?? 0);
const shares = (some: Partial<Record<Light, number>>): Overview['byLight'] =>
  perLight((light) => ({ projects: some[light] ?? 0, budgetFen: 0 }));

const unit = (organisationId: string, changes: Partial<OverviewUnit> = {}): OverviewUnit => ({
  organisationId,
  name: organisationId,
  departmentId: null,
  departmentName: null,
  projects: 1,
  budgetFen: 1_000_000,
  expenditureFen: 0,
  lagFen: 0,
  notReported: 0,
  awaitingReport: 0,
  light: 'green',
  byLight: counts({ green: 1 }),
  judgedFen: 0,
  onTrackFen: 0,
  previousByLight: null,
  ...changes,
});
const inCourt = { departmentId: 'court', departmentName: '法院' };

const overview = (changes: Partial<Overview> = {}): Overview => ({
  year: 2023,
  month: 9,
  rulePack: 'ratio@2',
  computedAt: null,
  refreshing: false,
  projects: 3,
  budgetFen: 300_000_000,
  expenditureFen: 150_000_000,
  plannedFen: 190_000_000,
  lagFen: 40_000_000,
  treasury: { projects: 0, releasedFen: 0, receivedFen: 0 },
  byLight: shares({ red: 1, green: 2 }),
  previous: null,
  previousByLight: null,
  flow: null,
  rounds: [],
  quadrants: { timePercent: 75, judged: 0, items: [] },
  mismatch: { moneyAhead: { projects: 0, budgetFen: 0 }, goalsAhead: { projects: 0, budgetFen: 0 } },
  notReported: 0,
  awaitingReport: 0,
  exempt: 0,
  byUnit: [],
  ...changes,
});

describe('departments and units', () => {
  const units = [
    unit('a', { ...inCourt, budgetFen: 100, lagFen: 30, light: 'red' }),
    unit('b', { ...inCourt, budgetFen: 300, lagFen: 5 }),
    unit('c', { budgetFen: 350 }),
  ];

  it('sums a department, takes its worst light, and puts the largest first', () => {
    const [court, alone] = areasOf(units);
    expect(court).toMatchObject({ id: 'court', name: '法院', budgetFen: 400, lagFen: 35, projects: 2, light: 'red' });
    expect(court?.units.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(alone).toMatchObject({ id: 'c', units: [] });
  });

  it('shows a unit that is alone below its department by itself', () => {
    expect(areasOf([unit('a', inCourt)])).toMatchObject([{ id: 'a', units: [] }]);
  });

  it('counts the projects of the department itself with those of its units', () => {
    const own = unit('court', { name: '法院', budgetFen: 50 });
    expect(areasOf([own, unit('a', { ...inCourt, budgetFen: 100 })])).toMatchObject([
      { id: 'court', name: '法院', budgetFen: 150 },
    ]);
  });

  it('names who is furthest behind: a department, inside one a unit, and nobody where nobody is', () => {
    expect(furthestBehind(units)?.name).toBe('法院');
    expect(furthestBehind(units.slice(0, 2))?.name).toBe('a');
    expect(furthestBehind([unit('c')])).toBeNull();
  });
});

describe('the finding of the overview', () => {
  it('says how much money is behind the plans, and with whom most of it', () => {
    const byUnit = [unit('a', { lagFen: 30_000_000 }), unit('b', { lagFen: 10_000_000 })];
    expect(overviewFinding(overview({ byUnit }), '1-9月', t)).toBe(
      'overview.finding period=1-9月 projects=3 red=1 redMoney=0.00 yellow=0 yellowMoney=0.00 rate=50.00 spent=150.00 ' +
        'budget=300.00overviewCharts.finding.lagMost lag=40.00 name=a most=30.00',
    );
  });

  it('says that nobody is behind, and R28: that nothing was reported, which is not zero', () => {
    expect(overviewFinding(overview({ lagFen: 0 }), '', t)).toContain('finding.onPlan');
    const blank = overview({ expenditureFen: 0, byLight: shares({ grey: 3 }) });
    expect(overviewFinding(blank, '', t)).toMatch(/^overview\.nothingSpent/);
  });
});

describe('the picture of money against goals', () => {
  const project = (projectId: string, changes: Partial<OverviewProjects['items'][number]> = {}) => ({
    projectId,
    name: projectId,
    organisationId: 'o',
    organisationName: 'o',
    light: 'red' as Light,
    executionRate: 40,
    goalPercent: 60,
    budgetFen: 100,
    side: 'bothBehind' as const,
    ...changes,
  });
  const quadrants: Overview['quadrants'] = {
    timePercent: 75,
    judged: 900,
    items: [{ side: 'bothBehind', projects: 600, budgetFen: 0 }],
  };
  const seriesOf = (items: OverviewProjects['items']) => {
    const { series } = quadrantOptions(items, quadrants, t, colours);
    return new Map([series ?? []].flat().map((one) => [one.id, one]));
  };

  it('ends at 100, later where more than the budget was spent (R11), and never later than 160', () => {
    expect(moneyCeiling([project('a')])).toBe(100);
    expect(moneyCeiling([project('a', { executionRate: 100.5 })])).toBe(120);
    expect(moneyCeiling([project('a', { executionRate: 900 })])).toBe(160);
  });

  it('draws four times the budget with twice the width above the smallest', () => {
    const [small, large] = [bubbleSize(25, 100), bubbleSize(100, 100)];
    expect((large - bubbleSize(0, 100)) / (small - bubbleSize(0, 100))).toBeCloseTo(2);
  });

  it('gives each light its shape and colour, and small bubbles lie on large ones', () => {
    const red = seriesOf([project('small'), project('large', { budgetFen: 400 })]).get('red');
    expect(red).toMatchObject({ symbol: 'triangle', itemStyle: { color: colours.lights.red } });
    expect(red?.data).toMatchObject([{ id: 'large' }, { id: 'small' }]);
  });

  it('counts all projects of a quadrant, also those that are not drawn', () => {
    expect(seriesOf([project('a')]).get('captions')?.data).toMatchObject([
      { label: { formatter: expect.stringContaining('n=600') } },
    ]);
  });

  it('R5: lays both lines at the straight-line progress', () => {
    expect(seriesOf([]).get('guides')?.markLine?.data).toMatchObject([{ xAxis: 75 }, { yAxis: 75 }, [{}, {}]]);
  });

  it('shows a name that is not harmless as text', () => {
    const { tooltip } = quadrantOptions([project('p', { name: '<img src=x>' })], quadrants, t, colours);
    const { formatter } = [tooltip ?? []].flat()[0] ?? {};
    expect((formatter as (params: unknown) => string)({ data: { id: 'p' } })).toContain('&lt;img src=x&gt;');
  });
});

describe('the other charts', () => {
  it('draws departments as boxes of their units, in the colour of the worst light', () => {
    const units = [unit('a', { ...inCourt, light: 'red' }), unit('b', inCourt)];
    const [series] = [treemapOptions(units, t, colours).series ?? []].flat();
    expect(series?.data).toMatchObject([
      { id: 'court', children: [{ id: 'a', itemStyle: { color: colours.softLights.red } }, { id: 'b' }] },
    ]);
  });

  it('stacks the lights of each round, and numbers only parts in which a number fits', () => {
    const rounds = [{ year: 2023, month: 9, byLight: shares({ red: 1, green: 99 }), expenditureFen: 0, plannedFen: 0 }];
    const text = { t, period: (year: number, month: number) => `${year}-${month}` };
    const { series, xAxis } = lightsByRoundOptions(rounds, text, colours);
    const [red, , green] = [series ?? []].flat();
    expect(red?.data).toMatchObject([{ value: 1, label: { show: false } }]);
    expect(green?.data).toMatchObject([{ value: 99, label: { show: true } }]);
    expect(xAxis).toMatchObject({ data: ['2023-9'] });
  });

  it('leads from the light then to the light now, and leaves out lights that nobody has', () => {
    const flow = [
      { from: 'green' as const, to: 'red' as const, projects: 2, budgetFen: 0 },
      { from: 'green' as const, to: 'green' as const, projects: 5, budgetFen: 0 },
    ];
    const [series] = [lightFlowOptions(flow, t, colours).series ?? []].flat();
    expect(series?.data?.map(({ name }) => name)).toEqual(['from:green', 'to:red', 'to:green']);
    expect(series?.links).toMatchObject([
      { source: 'from:green', target: 'to:red', value: 2 },
      { source: 'from:green', target: 'to:green', value: 5 },
    ]);
  });
});

describe('units by rounds', () => {
  it('puts the worst unit of the round shown first, and leaves a round blank in which it had nothing', () => {
    const now = overview({ byUnit: [unit('a'), unit('b', { light: 'red' }), unit('c', { light: 'red', lagFen: 9 })] });
    const june = overview({ month: 6, byUnit: [unit('b', { light: 'yellow' })] });
    const rounds = [
      { year: 2023, month: 6 },
      { year: 2023, month: 9 },
    ];
    const rows = unitRows(now, rounds, [june]);
    expect(rows.map(({ unit: { organisationId } }) => organisationId)).toEqual(['c', 'b', 'a']);
    expect(rows[1]?.cells.map((cell) => cell?.light)).toEqual(['yellow', 'red']);
    expect(rows[0]?.cells[0]).toBeNull();
  });
});
