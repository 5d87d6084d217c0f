import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { VerifyRoundQuery } from '../../apps/api/src/features/monitoring/index.js';
import { WatchDeadlines } from '../../apps/api/src/features/monitoring/application/watch-deadlines.js';
import type { LightPage, ProjectLights } from '../../apps/api/src/features/monitoring/http/monitoring.dto.js';
import type { Overview } from '../../apps/api/src/features/monitoring/http/overview.dto.js';
import type { ProjectCurve } from '../../apps/api/src/features/monitoring/http/time-series.dto.js';
import { ProjectLight } from '../../apps/api/src/features/monitoring/persistence/project-light.entity.js';
import { MonitoringRound } from '../../apps/api/src/features/reporting/persistence/monitoring-round.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import { document, importDocuments, lightsAreUp, openRound, organisationId, projectIds } from '../support/county.js';
import { describeBackends } from '../support/services.js';

const YEAR = 2022;

describeBackends('Monitoring', (backend) => {
  let api: TestApi;
  let uow: UnitOfWork;
  let finance: Visitor;
  let clerk: Visitor;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    uow = api.app.get(UnitOfWork, { strict: false });
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('clerk', 'clerk', '001');
    await api.addUser('court', 'leader', '336001');
    finance = await api.as('finance');
    clerk = await api.as('clerk');
    const court = await organisationId(finance, '336001');
    await importDocuments(finance, [document('ok/court-2022.txt')], { year: YEAR, organisationId: court });
    await importDocuments(finance, [document('ok/justice-bureau-2022.txt')], { year: YEAR });
    await openRound(finance, YEAR, 3);
    await openRound(finance, YEAR, 6);
    await report(3, [{ name: '法治宣传', expenditureFen: 375_000 }]);
    await report(6, [
      { name: '法治宣传', expenditureFen: 500_000 },
      { name: '人民调解补贴', expenditureFen: 5_000_000 },
      { name: '社区戒毒帮扶费', expenditureFen: 7_200_001 },
      { name: '审判业务装备', expenditureFen: 20_000_000 },
    ]);
  });
  afterAll(() => api.close());

  async function report(month: number, projects: readonly object[]): Promise<void> {
    expect((await clerk.post(`/rounds/${YEAR}/${month}/reports`, { projects })).status).toBe(200);
    await lightsAreUp(api, YEAR);
  }
  const lights = async (query: string, who = finance): Promise<LightPage> =>
    (await who.get<LightPage>(`/lights?year=${YEAR}&month=6&${query}`)).body;

  it('lists the worst first: by light, then by the gap to the plan', async () => {
    const { items } = await lights('size=5');
    expect(items.map(({ name, light, gapToPlan }) => [name, light, gapToPlan])).toEqual([
      ['人民调解补贴', 'red', -32.14],
      ['社区戒毒帮扶费', 'red', expect.any(Number)],
      ['法治宣传', 'yellow', -16.67],
      ['审判业务装备', 'green', 0],
      [expect.any(String), 'grey', null],
    ]);
  });

  it('pages, filters and searches', async () => {
    const first = await lights('size=2&page=1');
    const second = await lights('size=2&page=2');
    expect([first.total, second.total, first.items.length]).toEqual([15, 15, 2]);
    expect(second.items[0]?.projectId).not.toBe(first.items[0]?.projectId);
    expect((await lights('light=red')).total).toBe(2);
    expect((await lights(`search=${encodeURIComponent('社区')}`)).items.map(({ name }) => name)).toContain(
      '社区戒毒帮扶费',
    );
    expect((await lights('search=99030322p005063')).total).toBe(1);
    expect((await lights('search=%25')).total).toBe(0);
    const court = await organisationId(finance, '336001');
    expect((await lights(`organisationId=${court}`)).total).toBe(2);
    const budgets = (await lights('sort=budget&size=3')).items.map(({ adjustedBudgetFen }) => adjustedBudgetFen ?? 0);
    expect(budgets).toEqual([...budgets].sort((a, b) => b - a));
  });

  it('shows nobody more than his part of the tree', async () => {
    const court = await api.as('court');
    expect((await lights('', court)).items.map(({ organisationName }) => organisationName)).toEqual(['法院', '法院']);
    const overview = await court.get<Overview>(`/overview?year=${YEAR}&month=6`);
    expect(overview.body).toMatchObject({ projects: 2, byUnit: [{ name: '法院', projects: 2 }] });
    const justice = await organisationId(finance, '772001');
    expect((await court.get(`/overview?year=${YEAR}&month=6&organisationId=${justice}`)).status).toBe(404);
  });

  it('compares with the round before, and draws the curve from what was reported', async () => {
    const { body } = await finance.get<Overview>(`/overview?year=${YEAR}&month=6`);
    expect(body.previousByLight?.green.projects).toBe(1);
    expect(body.previousByLight?.grey.projects).toBe(14);
    expect(body.expenditureFen).toBe(32_700_001);
    const id = (await projectIds(finance, YEAR, 6)).get('法治宣传') ?? '';
    const curve = (await finance.get<ProjectCurve>(`/projects/${id}/curve`)).body;
    expect(curve.points.filter(({ actualFen }) => actualFen !== null)).toMatchObject([
      { month: 3, planPercent: 25, straightLinePercent: 25, actualFen: 375_000, actualPercent: 25 },
      { month: 6, planPercent: 50, actualFen: 500_000, actualPercent: 33.33 },
    ]);
    expect(curve.lightsByRound.map(({ month, spendLight }) => [month, spendLight])).toEqual([
      [3, 'green'],
      [6, 'yellow'],
    ]);
  });

  it('R49: computes every stored light again from its inputs, and finds one that was changed', async () => {
    const verify = api.app.get(VerifyRoundQuery, { strict: false });
    expect(await verify.run(YEAR, 6)).toEqual({ year: YEAR, month: 6, projects: 15, deviations: [] });
    const id = (await projectIds(finance, YEAR, 6)).get('法治宣传') ?? '';
    const round = await uow.reader.findOneByOrFail(MonitoringRound, { year: YEAR, month: 6 });
    const where = { projectId: id, roundId: round.id };
    await uow.run((manager) => manager.update(ProjectLight, where, { spendLight: 'green' }));
    expect((await verify.run(YEAR, 6)).deviations).toMatchObject([{ name: '法治宣传', differs: ['spendLight'] }]);
    await finance.post(`/rounds/${YEAR}/6/recompute`);
    await lightsAreUp(api, YEAR);
    expect((await verify.run(YEAR, 6)).deviations).toEqual([]);
  });

  it('stores one light per project and indicator however often it is asked', async () => {
    const counts = async (): Promise<[number, number]> => {
      const lights = await uow.reader.find(ProjectLight);
      return [lights.length, lights.reduce((sum, { indicators }) => sum + indicators.length, 0)];
    };
    const before = await counts();
    const id = (await projectIds(finance, YEAR, 6)).get('法治宣传') ?? '';
    await Promise.all([
      finance.post(`/rounds/${YEAR}/6/recompute`),
      finance.post(`/rounds/${YEAR}/6/recompute`),
      finance.patch(`/projects/${id}`, { key: true }),
      clerk.post(`/rounds/${YEAR}/6/reports`, { projects: [{ name: '法治宣传', expenditureFen: 500_000 }] }),
    ]);
    await lightsAreUp(api, YEAR);
    expect(await counts()).toEqual(before);
  });

  it('R28: after the deadline what is due and blank is not reported, once for all', async () => {
    const watch = api.app.get(WatchDeadlines, { strict: false });
    expect(await watch.run()).toEqual([]);
    await uow.run((manager) => manager.update(MonitoringRound, { year: YEAR, month: 6 }, { closesOn: '2022-07-20' }));
    expect(await watch.run()).toHaveLength(1);
    expect(await watch.run()).toEqual([]);
    await lightsAreUp(api, YEAR);
    const id = (await projectIds(finance, YEAR, 6)).get('政府法律顾问经费') ?? '';
    const late = (await finance.get<ProjectLights>(`/projects/${id}/lights?month=6`)).body;
    expect(late).toMatchObject({ light: 'yellow', notReported: true, awaitingReport: false });
    expect((await finance.get<Overview>(`/overview?year=${YEAR}&month=6`)).body).toMatchObject({ awaitingReport: 0 });
  });

  it('R28: locking before the last reporting day ends the reporting, so that no blank stays grey for good', async () => {
    const month = 9;
    const window = { opensOn: `${YEAR}-10-01`, closesOn: '2999-12-31' };
    expect((await finance.post('/rounds', { year: YEAR, month, ...window })).status).toBe(201);
    await lightsAreUp(api, YEAR);
    const id = (await projectIds(finance, YEAR, month)).get('法治宣传') ?? '';
    const before = (await finance.get<ProjectLights>(`/projects/${id}/lights?month=${month}`)).body;
    expect(before).toMatchObject({ light: 'grey', awaitingReport: true, notReported: false });
    const draft = { projects: [{ name: '政府法律顾问经费', expenditureFen: 0 }] };
    expect((await clerk.post(`/rounds/${YEAR}/${month}/reports`, draft)).status).toBe(200);
    expect((await finance.post(`/rounds/${YEAR}/${month}/lock`, { asTheyStand: true })).body).toMatchObject({
      deadlinePassed: true,
    });
    const otherId = (await projectIds(finance, YEAR, month)).get('政府法律顾问经费') ?? '';
    const kept = await finance.get(`/rounds/${YEAR}/${month}/projects/${otherId}/report`);
    expect(kept.body).toMatchObject({ roundStatus: 'locked', status: 'draft', expenditureFen: 0 });
    const locked = (await finance.get<ProjectLights>(`/projects/${id}/lights?month=${month}`)).body;
    expect(locked).toMatchObject({ light: 'yellow', awaitingReport: false, notReported: true });
  });

  it('R49: the curve keeps the budget that a locked round was judged by', async () => {
    const id = (await projectIds(finance, YEAR, 6)).get('法治宣传') ?? '';
    expect((await finance.post(`/rounds/${YEAR}/3/lock`, { asTheyStand: true })).status).toBe(200);
    const addition = { effectiveOn: `${YEAR}-01-31`, kind: 'addition', amountFen: 500_000, reason: '追加' };
    expect((await finance.post(`/projects/${id}/budget-adjustments`, addition)).status).toBeLessThan(300);
    const { points } = (await finance.get<ProjectCurve>(`/projects/${id}/curve`)).body;
    expect(points[2]).toMatchObject({ month: 3, adjustedBudgetFen: 1_500_000, actualPercent: 25 });
    expect(points[5]).toMatchObject({ month: 6, adjustedBudgetFen: 2_000_000, actualPercent: 25 });
  });

  it('says of a round that nobody opened that it is not there', async () => {
    const answer = await finance.get<Refusal>(`/lights?year=${YEAR}&month=10`);
    expect([answer.status, answer.body.code]).toEqual([404, 'round-not-found']);
  });
});
