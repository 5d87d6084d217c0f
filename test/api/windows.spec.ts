import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { WatchDeadlines } from '../../apps/api/src/features/monitoring/application/watch-deadlines.js';
import type { ProjectLights } from '../../apps/api/src/features/monitoring/http/monitoring.dto.js';
import type { OwingList } from '../../apps/api/src/features/reporting/http/owing.dto.js';
import type { ReportView, RoundView } from '../../apps/api/src/features/reporting/http/reporting.dto.js';
import type { DeadlineList, ExceptionList } from '../../apps/api/src/features/reporting/http/windows.dto.js';
import { RoundException } from '../../apps/api/src/features/reporting/index.js';
import { MonitoringRound } from '../../apps/api/src/features/reporting/persistence/monitoring-round.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import { document, importDocuments, lightsAreUp, organisationId, projectIds } from '../support/county.js';
import { dayFromNow, written } from '../support/days.js';
import { describeBackends } from '../support/services.js';

const YEAR = 2022;
const REASON = '系统升级';

describeBackends('The window of a round', (backend) => {
  let api: TestApi;
  let uow: UnitOfWork;
  let finance: Visitor;
  let clerk: Visitor;
  let court: string;
  let courtProject: string;
  let justiceProject: string;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    uow = api.app.get(UnitOfWork, { strict: false });
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('clerk', 'clerk', '001');
    await api.addUser('court', 'clerk', '336001');
    await api.addUser('leader', 'leader', '336001');
    await api.addUser('departmentFinance', 'financeReviewer', '340001');
    finance = await api.as('finance');
    clerk = await api.as('clerk');
    court = await organisationId(finance, '336001');
    await importDocuments(finance, [document('ok/court-2022.txt')], { year: YEAR, organisationId: court });
    await importDocuments(finance, [document('ok/justice-bureau-2022.txt')], { year: YEAR });
    await open(6, -40, 20);
    const ids = await projectIds(finance, YEAR, 6);
    courtProject = ids.get('审判业务装备') ?? '';
    justiceProject = ids.get('法治宣传') ?? '';
  });
  afterAll(() => api.close());

  async function open(month: number, opens: number, closes: number): Promise<void> {
    const window = { year: YEAR, month, opensOn: dayFromNow(opens), closesOn: dayFromNow(closes) };
    expect((await finance.post('/rounds', window)).status).toBe(201);
    await lightsAreUp(api, YEAR);
  }
  const roundOf = async (month: number): Promise<RoundView | undefined> =>
    (await finance.get<{ items: RoundView[] }>(`/rounds?year=${YEAR}`)).body.items.find((one) => one.month === month);
  const shift = (month: number, change: Partial<MonitoringRound>): Promise<unknown> =>
    uow.run((manager) => manager.update(MonitoringRound, { year: YEAR, month }, change));
  const change = <T = Refusal>(month: number, body: object, who = finance) =>
    who.patch<T>(`/rounds/${YEAR}/${month}`, { reason: REASON, ...body });
  const grant = <T = Refusal>(days: number, organisation = court, who = finance) =>
    who.put<T>(`/rounds/${YEAR}/6/exceptions/${organisation}`, { closesOn: dayFromNow(days), reason: REASON });
  const watch = async (): Promise<number> => {
    const jobs = await api.app.get(WatchDeadlines, { strict: false }).run();
    await lightsAreUp(api, YEAR);
    return jobs.length;
  };
  const lightOf = async (id: string, month = 6): Promise<ProjectLights> =>
    (await finance.get<ProjectLights>(`/projects/${id}/lights?month=${month}`)).body;
  const reportOf = async (id: string, month = 6): Promise<ReportView> =>
    (await clerk.get<ReportView>(`/rounds/${YEAR}/${month}/projects/${id}/report`)).body;
  const unitOf = async (id: string): Promise<OwingList['items'][number] | undefined> =>
    (await finance.get<OwingList>(`/rounds/${YEAR}/6/owing`)).body.items.find((unit) => unit.organisationId === id);

  it('opens by itself on its first day and refuses every writing before', async () => {
    await open(9, 1, 20);
    expect((await roundOf(9))?.status).toBe('notOpen');
    expect(await reportOf(courtProject, 9)).toMatchObject({ roundStatus: 'notOpen' });
    const report = `/rounds/${YEAR}/9/projects/${courtProject}/report`;
    const bulk = { projects: [{ name: '法治宣传', expenditureFen: 1 }] };
    const refused = await Promise.all([
      clerk.put<Refusal>(report, { version: 0, results: [] }),
      clerk.post<Refusal>(`${report}/submit`, { version: 0 }),
      clerk.post<Refusal>(`/rounds/${YEAR}/9/reports`, bulk),
      finance.post<Refusal>(`/rounds/${YEAR}/9/lock`),
    ]);
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(Array(4).fill([409, 'round-not-open']));
    expect(refused[0]?.body.message).toContain(`${written(dayFromNow(1))} 开放`);
    await shift(9, { opensOn: dayFromNow(0) });
    expect((await roundOf(9))?.status).toBe('open');
    expect((await clerk.put(report, { version: 0, results: [] })).status).toBe(200);
  });

  it('is moved by finance of the whole county alone, with a reason, and never into nonsense', async () => {
    await open(3, 5, 20);
    const department = await api.as('departmentFinance');
    expect((await change(3, { closesOn: dayFromNow(30) }, department)).body.code).toBe('forbidden');
    expect((await change(3, { closesOn: dayFromNow(30) }, clerk)).status).toBe(403);
    const code = async (body: object): Promise<string> => (await change(3, body)).body.code;
    expect(await code({ closesOn: dayFromNow(30), reason: '' })).toBe('invalid-input');
    expect(await code({ opensOn: dayFromNow(25) })).toBe('round-window');
    expect(await code({})).toBe('window-unchanged');
    expect(await code({ opensOn: dayFromNow(-9), closesOn: dayFromNow(-1) })).toBe('deadline-in-past');
    const moved = await change<RoundView>(3, { opensOn: dayFromNow(0), closesOn: dayFromNow(30) });
    expect(moved.body).toMatchObject({ status: 'open', closesOn: dayFromNow(30) });
    expect(await code({ opensOn: dayFromNow(1) })).toBe('round-opened-already');
    await api.addUser('auditor', 'auditor', '001');
    const trail = await (await api.as('auditor')).get(`/audit?action=reporting.change-window`);
    expect(JSON.stringify(trail.body)).toContain(REASON);
  });

  it('R28: a later deadline takes back that what is blank was not reported', async () => {
    await shift(6, { closesOn: dayFromNow(-1) });
    expect(await watch()).toBe(1);
    expect(await lightOf(courtProject)).toMatchObject({ light: 'yellow', notReported: true });
    expect((await change(6, { closesOn: dayFromNow(2) })).status).toBe(200);
    await lightsAreUp(api, YEAR);
    expect(await lightOf(courtProject)).toMatchObject({ light: 'grey', notReported: false, awaitingReport: true });
  });

  it('gives one unit more time than the others', async () => {
    expect((await grant(2)).body.code).toBe('exception-not-later');
    expect((await grant<ExceptionList>(9)).body.items).toMatchObject([
      {
        organisationName: '法院',
        closesOn: dayFromNow(9),
        reason: REASON,
        grantedByName: '显示 finance',
        inForce: true,
      },
    ]);
    expect(await reportOf(courtProject)).toMatchObject({ closesOn: dayFromNow(9), extensionReason: REASON });
    expect(await reportOf(justiceProject)).toMatchObject({ closesOn: dayFromNow(2), extensionReason: null });
    const leader = await api.as('leader');
    const { items } = (await leader.get<DeadlineList>(`/rounds/${YEAR}/6/deadlines`)).body;
    expect(items).toMatchObject([{ organisationName: '法院', closesOn: dayFromNow(9), deadlinePassed: false }]);
    expect((await leader.get(`/rounds/${YEAR}/6/exceptions`)).status).toBe(403);
    expect((await grant(9, court, await api.as('departmentFinance'))).status).toBe(404);
  });

  it('R28: judges by the deadline of the unit, and once more after its own day', async () => {
    await shift(6, { closesOn: dayFromNow(-1) });
    expect(await watch()).toBe(1);
    expect(await lightOf(justiceProject)).toMatchObject({ light: 'yellow', notReported: true });
    expect(await lightOf(courtProject)).toMatchObject({ light: 'grey', notReported: false });
    expect(await reportOf(courtProject)).toMatchObject({ deadlinePassed: false });
    await uow.run((manager) => manager.update(RoundException, { organisationId: court }, { closesOn: dayFromNow(0) }));
    expect(await watch()).toBe(0);
    // As if the day were over: an exception that ends yesterday, in a round that ended the day before.
    await shift(6, { closesOn: dayFromNow(-2) });
    await uow.run((manager) => manager.update(RoundException, { organisationId: court }, { closesOn: dayFromNow(-1) }));
    expect(await watch()).toBeGreaterThan(0);
    expect(await lightOf(courtProject)).toMatchObject({ light: 'yellow', notReported: true });
    expect(await watch()).toBe(0);
  });

  it('lets the nearest exception upwards count, for all below a department', async () => {
    const root = await organisationId(finance, '001');
    expect((await grant<ExceptionList>(12, root)).status).toBe(200);
    await lightsAreUp(api, YEAR);
    expect(await reportOf(justiceProject)).toMatchObject({ closesOn: dayFromNow(12) });
    expect(await lightOf(justiceProject)).toMatchObject({ light: 'grey', notReported: false });
    expect(await lightOf(courtProject)).toMatchObject({ notReported: true });
    expect((await finance.delete(`/rounds/${YEAR}/6/exceptions/${court}`)).status).toBe(204);
    await lightsAreUp(api, YEAR);
    expect(await lightOf(courtProject)).toMatchObject({ light: 'grey', notReported: false });
    expect((await finance.delete(`/rounds/${YEAR}/6/exceptions/${court}`)).status).toBe(404);
  });

  it('says who owes what, the latest first, each with its own deadline and its people', async () => {
    await grant(15);
    const own = { version: (await reportOf(courtProject)).version, expenditureFen: 100, results: [] };
    expect((await clerk.put(`/rounds/${YEAR}/6/projects/${courtProject}/report`, own)).status).toBe(200);
    const { totals, items } = (await finance.get<OwingList>(`/rounds/${YEAR}/6/owing`)).body;
    expect(totals).toMatchObject({ units: 2, unitsOwing: 2, draft: 1, submitted: 0, accepted: 0 });
    expect(totals.owed).toBe(totals.projects);
    expect(items.map(({ daysLeft, closesOn }) => [daysLeft, closesOn])).toEqual([
      [12, dayFromNow(12)],
      [15, dayFromNow(15)],
    ]);
    expect(await unitOf(court)).toMatchObject({ draft: 1, owed: 2, clerks: ['显示 court'], extensionReason: REASON });
    expect(items[0]).toMatchObject({ clerks: ['显示 clerk'], reviewers: [] });
  });

  it('counts no exempt project, and leaves out a unit that has no others', async () => {
    const before = (await unitOf(court))?.projects ?? 0;
    const ids = [...(await projectIds(await api.as('leader'), YEAR, 6)).values()];
    expect((await finance.patch(`/projects/${courtProject}`, { personnel: true })).status).toBe(200);
    expect((await unitOf(court))?.projects).toBe(before - 1);
    for (const id of ids) await finance.patch(`/projects/${id}`, { personnel: true });
    expect(await unitOf(court)).toBeUndefined();
  });

  it('R28: takes a report after the deadline as well, and tells that it came late', async () => {
    await open(12, -30, -2);
    const submit = async (month: number): Promise<ReportView> => {
      const { version } = await reportOf(courtProject, month);
      const path = `/rounds/${YEAR}/${month}/projects/${courtProject}/report/submit`;
      return (await clerk.post<ReportView>(path, { version })).body;
    };
    expect(await submit(12)).toMatchObject({ status: 'submitted', deadlinePassed: true, submittedLate: true });
    expect(await submit(6)).toMatchObject({ status: 'submitted', deadlinePassed: false, submittedLate: false });
  });

  it('shows nobody what units outside his part of the tree owe', async () => {
    const leader = await api.as('leader');
    expect((await leader.get<OwingList>(`/rounds/${YEAR}/6/owing`)).body.items).toEqual([]);
    const justice = await organisationId(finance, '340001');
    expect((await leader.get(`/rounds/${YEAR}/6/owing?organisationId=${justice}`)).status).toBe(404);
  });

  it('R28: judges the projects of a unit again that is moved to where another deadline counts', async () => {
    await api.addUser('admin', 'admin', '001');
    const admin = await api.as('admin');
    const [root, unit] = [await organisationId(finance, '001'), await organisationId(finance, '772001')];
    const move = async (parentId: string): Promise<void> => {
      expect((await admin.patch(`/organisations/${unit}`, { parentId })).status).toBe(200);
      await lightsAreUp(api, YEAR);
    };
    expect((await finance.delete(`/rounds/${YEAR}/6/exceptions/${root}`)).status).toBe(204);
    await lightsAreUp(api, YEAR);
    expect(await lightOf(justiceProject)).toMatchObject({ light: 'yellow', notReported: true });
    await move(court);
    expect(await lightOf(justiceProject)).toMatchObject({ light: 'grey', notReported: false });
    await move(root);
    expect(await lightOf(justiceProject)).toMatchObject({ light: 'yellow', notReported: true });
  });

  it('ends for everybody when the round is to be locked, whoever had more time', async () => {
    expect((await finance.post(`/rounds/${YEAR}/6/lock`, { asTheyStand: true })).body).toMatchObject({
      status: 'locked',
    });
    expect(await lightOf(justiceProject)).toMatchObject({ light: 'yellow', notReported: true });
    expect((await grant(30)).body.code).toBe('round-locked');
    expect((await change(6, { closesOn: dayFromNow(30) })).body.code).toBe('round-locked');
    expect((await finance.delete(`/rounds/${YEAR}/6/exceptions/${court}`)).body).toMatchObject({
      code: 'round-locked',
    });
  });
});
