import { describe, expect, it } from '@jest/globals';
import type { Light } from '@jixiao/domain';
import type { LightRow, Organisation, Overview } from '../../shared/api/schema.gen.js';
import { perLight } from '../../shared/per-light.js';
import { pathTo } from './organisation-path.js';
import { projectRows } from './project-rounds.js';
import { unitPoints } from './unit-points.js';
import { departmentPeers, type Peer, standingsOf } from './unit-standing.js';

const counts = (some: Partial<Record<Light, number>>): Record<Light, number> => perLight((light) => some[light] ?? 0);
const peer = (id: string, changes: Partial<Peer> = {}): Peer => ({
  id,
  departmentId: null,
  budgetFen: 100,
  expenditureFen: 50,
  lagFen: 0,
  byLight: counts({ green: 1 }),
  judgedFen: 100,
  onTrackFen: 100,
  ...changes,
});

describe('where a unit stands', () => {
  const peers = [
    peer('a', { expenditureFen: 80, lagFen: 10 }),
    peer('b', { expenditureFen: 50, lagFen: 20, byLight: { red: 3, yellow: 0, green: 1, blue: 0, grey: 9 } }),
    peer('c', { expenditureFen: 50 }),
    peer('d', { budgetFen: 0 }),
  ];

  it('R7: counts who has spent more of the budget; as much is the same place, and without a budget there is none', () => {
    const [spending] = standingsOf(peers, 'c');
    expect(spending).toEqual({ measure: 'executionRate', value: 50, place: 2, of: 3, median: 50 });
    expect(standingsOf(peers, 'd')[0]).toMatchObject({ value: null, place: null });
  });

  it('counts green and blue among the projects that have a colour', () => {
    expect(standingsOf(peers, 'b')[1]).toMatchObject({ measure: 'onTrack', value: 25, place: 4, of: 4 });
  });

  it('counts the same by money, so that a unit with one large red project stands worse than by projects', () => {
    const byMoney = [peer('a', { judgedFen: 80, onTrackFen: 60 }), peer('b', { judgedFen: 90, onTrackFen: 9 })];
    expect(standingsOf(byMoney, 'b')[2]).toEqual({ measure: 'onTrackMoney', value: 10, place: 2, of: 2, median: 42.5 });
    expect(standingsOf([peer('a', { judgedFen: 0, onTrackFen: 0 })], 'a')[2]).toMatchObject({
      value: null,
      place: null,
    });
  });

  it('puts first who is least behind', () => {
    expect(standingsOf(peers, 'c')[3]).toMatchObject({ measure: 'lag', value: 0, place: 1 });
    expect(standingsOf(peers, 'b')[3]).toMatchObject({ value: 20, place: 3, median: 10 });
  });

  it('compares departments with all that is below them', () => {
    const unit = {
      name: '',
      departmentName: 'd',
      projects: 1,
      notReported: 0,
      awaitingReport: 0,
      light: 'red' as const,
    };
    const figures = { budgetFen: 10, expenditureFen: 4, lagFen: 1, judgedFen: 8, onTrackFen: 3, previousByLight: null };
    const [department] = departmentPeers([
      { ...unit, ...figures, organisationId: 'a', departmentId: 'd', byLight: counts({ red: 1 }) },
      { ...unit, ...figures, organisationId: 'b', departmentId: 'd', byLight: counts({ red: 2 }) },
      { ...unit, ...figures, organisationId: 'c', departmentId: null, byLight: counts({ red: 4 }) },
    ]);
    expect(department).toMatchObject({
      id: 'd',
      budgetFen: 20,
      expenditureFen: 8,
      lagFen: 2,
      judgedFen: 16,
      onTrackFen: 6,
      byLight: counts({ red: 3 }),
    });
  });
});

const row = (projectId: string, changes: Partial<LightRow> = {}): LightRow =>
  ({ projectId, light: 'green', gapToPlan: null, adjustedBudgetFen: 100, plannedRate: 50, ...changes }) as LightRow;
const page = (items: LightRow[], total = items.length) => ({ items, total, page: 1, size: 200 });

describe('the projects of a unit over the rounds', () => {
  it('puts the worst now first, and leaves a round blank in which a project had no light', () => {
    const rounds = [
      { year: 2023, month: 6, page: page([row('a')]) },
      { year: 2023, month: 9, page: page([row('a'), row('b', { light: 'red' })]) },
    ];
    expect(projectRows(rounds).map(({ project, lights }) => [project.projectId, ...lights])).toEqual([
      ['b', null, 'red'],
      ['a', 'green', 'green'],
    ]);
  });
});

type Round = Overview['rounds'][number];
const share = (projects = 0, budgetFen = 0) => ({ projects, budgetFen });
const roundOf = (year: number, month: number, changes: Partial<Round> = {}): Round => ({
  year,
  month,
  byLight: { ...perLight(() => share()), green: share(1, 300), grey: share(1, 100) },
  expenditureFen: 100,
  plannedFen: 280,
  ...changes,
});

describe('the curve of a unit', () => {
  it('R5, R7: is what was spent and what the plans want, of the budgets of all projects together', () => {
    expect(unitPoints([roundOf(2023, 6), roundOf(2023, 9, { expenditureFen: 300 })], 2023)).toEqual([
      { month: 6, actualPercent: 25, planPercent: 70, lastYearPercent: null, spentFen: 100 },
      { month: 9, actualPercent: 75, planPercent: 70, lastYearPercent: null, spentFen: 300 },
    ]);
  });

  it('has the year before beside it, also for months that this year has not reached', () => {
    const points = unitPoints([roundOf(2022, 6), roundOf(2022, 12, { expenditureFen: 380 }), roundOf(2023, 6)], 2023);
    expect(points.map(({ month, lastYearPercent }) => [month, lastYearPercent])).toEqual([
      [6, 25],
      [12, 95],
    ]);
    expect(points[1]).toMatchObject({ actualPercent: null, planPercent: null, spentFen: null });
  });

  it('R28: has a plan and nothing spent where nothing is reported, and neither without a budget', () => {
    const blank = roundOf(2023, 6, { byLight: { ...perLight(() => share()), grey: share(2, 400) }, expenditureFen: 0 });
    expect(unitPoints([blank], 2023)[0]).toMatchObject({ actualPercent: null, planPercent: 70 });
    const penniless = roundOf(2023, 6, { byLight: { ...perLight(() => share()), red: share(2) }, plannedFen: 0 });
    expect(unitPoints([penniless], 2023)[0]).toMatchObject({ actualPercent: null, planPercent: null });
  });
});

describe('the way to an organisation', () => {
  const one = (id: string, parentId: string | null, kind: Organisation['kind']): Organisation =>
    ({ id, parentId, kind, name: id }) as Organisation;
  const tree = [one('county', null, 'financeBureau'), one('d', 'county', 'department'), one('u', 'd', 'unit')];

  it('leads from the department down, without the bureau above all', () => {
    expect(pathTo(tree, 'u').map(({ id }) => id)).toEqual(['d', 'u']);
    expect(pathTo(tree, 'county')).toEqual([]);
    expect(pathTo(tree, 'nobody')).toEqual([]);
  });

  it('begins where a person sees nothing above', () => {
    expect(pathTo(tree.slice(2), 'u').map(({ id }) => id)).toEqual(['u']);
  });
});
