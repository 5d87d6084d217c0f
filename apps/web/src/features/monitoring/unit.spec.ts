import { describe, expect, it } from '@jest/globals';
import type { Light } from '@jixiao/domain';
import type { LightRow, Organisation } from '../../shared/api/schema.gen.js';
import { perLight } from '../../shared/per-light.js';
import { pathTo } from './organisation-path.js';
import { plannedPercent, projectRows } from './project-rounds.js';
import { departmentPeers, type Peer, standingsOf } from './unit-standing.js';

const counts = (some: Partial<Record<Light, number>>): Record<Light, number> => perLight((light) => some[light] ?? 0);
const peer = (id: string, changes: Partial<Peer> = {}): Peer => ({
  id,
  departmentId: null,
  budgetFen: 100,
  expenditureFen: 50,
  lagFen: 0,
  byLight: counts({ green: 1 }),
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

  it('puts first who is least behind', () => {
    expect(standingsOf(peers, 'c')[2]).toMatchObject({ measure: 'lag', value: 0, place: 1 });
    expect(standingsOf(peers, 'b')[2]).toMatchObject({ value: 20, place: 3, median: 10 });
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
    const figures = { budgetFen: 10, expenditureFen: 4, lagFen: 1, previousByLight: null };
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

  it('R5: weighs what the plans want by the budgets, and says nothing where not all projects are known', () => {
    const items = [row('a', { adjustedBudgetFen: 300, plannedRate: 80 }), row('b', { plannedRate: 40 })];
    expect(plannedPercent(page(items))).toBe(70);
    expect(plannedPercent(page([...items, row('c', { adjustedBudgetFen: null })]))).toBe(70);
    expect(plannedPercent(page(items, 3))).toBeNull();
    expect(plannedPercent(page([]))).toBeNull();
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
