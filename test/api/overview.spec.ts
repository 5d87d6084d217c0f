import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type {
  Overview,
  OverviewChanges,
  OverviewNotReported,
  OverviewProjects,
  OverviewRanking,
} from '../../apps/api/src/features/monitoring/http/overview.dto.js';
import type { Visitor } from '../support/api.js';
import { organisationId } from '../support/county.js';
import { RuleCounty, YEAR } from '../support/rule-county.js';
import { describeBackends } from '../support/services.js';

const WAN = 1_000_000;
const NOTHING = { projects: 0, budgetFen: 0 };

/** By the spending of the county in June, of 100 万元 each: 45, 42, 40, 32 and 25, where 50 were due; goals are at 60 %. */
describeBackends('The overview of a round', (backend) => {
  let county: RuleCounty;
  let finance: Visitor;
  let stranger: Visitor;
  let court: string;
  beforeAll(async () => {
    county = await RuleCounty.open(backend);
    finance = county.finance;
    await county.api.addUser('stranger', 'leader', '340001');
    stranger = await county.api.as('stranger');
    court = await organisationId(finance, '336001');
  });
  afterAll(() => county.close());

  const get = async <T>(path: string, month = 6, more = '', who = finance): Promise<T> => {
    const { status, body } = await who.get<T>(`/overview${path}?year=${YEAR}&month=${month}${more}`);
    expect(status).toBe(200);
    return body;
  };
  const report = async (month: number, projects: readonly object[]): Promise<void> => {
    expect((await county.clerk.post(`/rounds/${YEAR}/${month}/reports`, { projects })).status).toBe(200);
    await county.lightsAreUp();
  };

  it('R5, R15: counts projects by where money and goals stand against the time of the year', async () => {
    const { quadrants } = await get<Overview>('');
    expect(quadrants).toEqual({
      timePercent: 50,
      judged: 5,
      items: [
        { side: 'bothOn', ...NOTHING },
        { side: 'moneyBehind', projects: 5, budgetFen: 500 * WAN },
        { side: 'goalsBehind', ...NOTHING },
        { side: 'bothBehind', ...NOTHING },
      ],
    });
  });

  it('R15: counts goals far ahead of the money only where the spend light is yellow or red', async () => {
    expect((await get<Overview>('')).mismatch).toEqual({
      moneyAhead: NOTHING,
      goalsAhead: { projects: 2, budgetFen: 200 * WAN },
    });
  });

  it('R8: sums up what is not spent of the plans, by unit as well, and shows the worst light of a unit', async () => {
    const { lagFen, byUnit } = await get<Overview>('');
    expect(lagFen).toBe((5 + 8 + 10 + 18 + 25) * WAN);
    expect(byUnit).toEqual([
      expect.objectContaining({
        organisationId: court,
        name: '法院',
        departmentId: null,
        departmentName: null,
        projects: 5,
        lagFen: 66 * WAN,
        light: 'red',
        byLight: { red: 1, yellow: 1, green: 3, blue: 0, grey: 0 },
        judgedFen: 500 * WAN,
        onTrackFen: 300 * WAN,
        previousByLight: null,
      }),
    ]);
  });

  it('R5: sums up what the plans want spent, of the round and of those before it', async () => {
    const { plannedFen, expenditureFen, rounds } = await get<Overview>('');
    expect([plannedFen, expenditureFen]).toEqual([250 * WAN, 184 * WAN]);
    expect(rounds).toMatchObject([{ month: 6, plannedFen: 250 * WAN, expenditureFen: 184 * WAN }]);
  });

  it('has nothing to compare the first round of a year with', async () => {
    expect(await get<Overview>('')).toMatchObject({ previous: null, previousByLight: null, flow: null });
    expect(await get<OverviewChanges>('/changes')).toMatchObject({ total: 0, items: [] });
  });

  it('R8: ranks those behind by points or by money, the worst first', async () => {
    const { items } = await get<OverviewRanking>('/ranking', 6, '&size=2');
    expect(items).toEqual([
      {
        projectId: expect.any(String),
        name: '戊',
        organisationId: court,
        organisationName: '法院',
        light: 'red',
        gapToPlan: -25,
        lagFen: 25 * WAN,
        budgetFen: 100 * WAN,
        expenditureFen: 25 * WAN,
      },
      expect.objectContaining({ name: '丁', gapToPlan: -18 }),
    ]);
    const byMoney = await get<OverviewRanking>('/ranking', 6, '&by=money');
    expect(byMoney.items.map(({ name }) => name)).toEqual(['戊', '丁', '丙', '乙', '甲']);
  });

  it('R15: shows money against goals project by project', async () => {
    const { total, judged, shown, items } = await get<OverviewProjects>('/projects');
    expect([total, judged, shown]).toEqual([5, 5, 5]);
    expect(items).toContainEqual({
      projectId: expect.any(String),
      name: '乙',
      organisationId: court,
      organisationName: '法院',
      light: 'green',
      executionRate: 42,
      goalPercent: 60,
      budgetFen: 100 * WAN,
      side: 'moneyBehind',
    });
  });

  it('compares every project with the round before: what flows where, what is worse and what is better', async () => {
    await county.openRound(9);
    await report(9, [
      { name: '甲', expenditureFen: 46 * WAN, results: [{ indicator: '办案件数', value: 9 }] },
      { name: '戊', expenditureFen: 74 * WAN, results: [{ indicator: '办案件数', value: 9 }] },
    ]);
    const overview = await get<Overview>('', 9);
    expect(overview.previous).toEqual({ year: YEAR, month: 6 });
    expect(overview.rounds.map(({ year, month, byLight }) => [year, month, byLight.red.projects])).toEqual([
      [YEAR, 6, 1],
      [YEAR, 9, 0],
    ]);
    expect(overview.rounds.map(({ plannedFen, expenditureFen }) => [plannedFen, expenditureFen])).toEqual([
      [250 * WAN, 184 * WAN],
      [375 * WAN, 120 * WAN],
    ]);
    expect(overview.previousByLight?.green.projects).toBe(3);
    expect(overview.byUnit[0]?.previousByLight).toEqual({ red: 1, yellow: 1, green: 3, blue: 0, grey: 0 });
    expect(overview.flow).toContainEqual({ from: 'green', to: 'yellow', projects: 1, budgetFen: 100 * WAN });
    expect(overview.flow).toContainEqual({ from: 'red', to: 'green', projects: 1, budgetFen: 100 * WAN });
    expect(overview.flow?.reduce((all, { projects }) => all + projects, 0)).toBe(5);
    expect(await get<OverviewChanges>('/changes', 9)).toMatchObject({
      total: 1,
      items: [{ name: '甲', from: 'green', to: 'yellow', gapToPlan: -29, budgetFen: 100 * WAN }],
    });
    expect(await get<OverviewChanges>('/changes', 9, '&direction=better')).toMatchObject({
      total: 1,
      items: [{ name: '戊', from: 'red', to: 'green' }],
    });
  });

  it('follows a correction of the round before', async () => {
    await report(6, [{ name: '甲', expenditureFen: 10 * WAN, results: [{ indicator: '办案件数', value: 6 }] }]);
    expect(await get<OverviewChanges>('/changes', 9, '&direction=better')).toMatchObject({ total: 2 });
    expect(await get<OverviewChanges>('/changes', 9)).toMatchObject({ total: 0, items: [] });
  });

  it('R28: names the units of which reports are missing', async () => {
    expect(await get<OverviewNotReported>('/not-reported', 6)).toEqual({ items: [] });
    expect(await get<OverviewNotReported>('/not-reported', 9)).toEqual({
      items: [{ organisationId: court, name: '法院', projects: 5, notReported: 0, awaitingReport: 3 }],
    });
  });

  it('shows nobody more than his part of the tree, and does not tell that there is more', async () => {
    expect(await get<Overview>('', 6, '', stranger)).toMatchObject({
      projects: 0,
      byUnit: [],
      lagFen: 0,
      plannedFen: 0,
    });
    expect(await get<OverviewProjects>('/projects', 6, '', stranger)).toMatchObject({ total: 0, items: [] });
    expect(await get<OverviewRanking>('/ranking', 6, '', stranger)).toEqual({ items: [] });
    expect(await get<OverviewChanges>('/changes', 9, '', stranger)).toMatchObject({ total: 0, items: [] });
    expect(await get<OverviewNotReported>('/not-reported', 9, '', stranger)).toEqual({ items: [] });
    for (const route of ['', '/projects', '/ranking', '/changes', '/not-reported']) {
      const path = `/overview${route}?year=${YEAR}&month=6&organisationId=${court}`;
      expect((await stranger.get(path)).status).toBe(404);
      expect((await finance.get(path)).status).toBe(200);
      expect((await finance.get(`/overview${route}?year=${YEAR}&month=3`)).status).toBe(404);
    }
  });
});
