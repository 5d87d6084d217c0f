import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AuditEntry } from '../../apps/api/src/features/audit/persistence/audit-entry.entity.js';
import { UserAccount } from '../../apps/api/src/features/identity/persistence/user-account.entity.js';
import type { LightPage } from '../../apps/api/src/features/monitoring/http/monitoring.dto.js';
import type { AttachmentList } from '../../apps/api/src/features/reporting/http/attachments.dto.js';
import type { ReportView, RoundView } from '../../apps/api/src/features/reporting/http/reporting.dto.js';
import { CloseReopening } from '../../apps/api/src/features/reporting/index.js';
import { ReportReopening } from '../../apps/api/src/features/reporting/persistence/report-reopening.entity.js';
import type { NewDelegationView } from '../../apps/api/src/features/people/http/people.dto.js';
import { Clock } from '../../apps/api/src/platform/runtime/clock.js';
import type { Refusal } from '../support/api.js';
import { lightsAreUp, openRound } from '../support/county.js';
import { codes, json } from '../support/court-reports.js';
import { lasting, SealedCourt } from '../support/sealed-court.js';
import { describeBackends } from '../support/services.js';
import { upload } from '../support/upload.js';

describeBackends('Locking and reopening', (backend) => {
  let sealed: SealedCourt;
  beforeAll(async () => {
    sealed = await SealedCourt.open(backend);
    await sealed.court.api.addUser('leader', 'leader', '001');
    await sealed.court.api.addUser('auditor', 'auditor', '001');
    await sealed.court.api.addUser('branch', 'financeReviewer', '340001');
  });
  afterAll(() => sealed.close());

  const report = async (name?: string): Promise<ReportView> => sealed.court.report(name);

  it('refuses a round that is not finished, with the counts, and lets reporting go on', async () => {
    await sealed.save({ expenditureFen: 20_000_000 });
    const answer = await sealed.lock<Refusal>();
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'round-unfinished', params: { projects: 2, notReported: 1, draft: 1, submitted: 0 } },
    });
    const { items } = (await sealed.court.finance.get<{ items: RoundView[] }>('/rounds?year=2022')).body;
    expect(items.find(({ month }) => month === 6)).toMatchObject({ status: 'open', deadlinePassed: false });
  });

  it('locks what was accepted, and seals it', async () => {
    await sealed.lockJune();
    expect(await report()).toMatchObject({ roundStatus: 'locked', status: 'locked', reopening: null });
    const [seal, ...others] = await sealed.seals();
    expect(others).toEqual([]);
    expect(seal).toMatchObject({ version: 1, seq: 1, createdBy: 'finance', previousHash: null, projects: 2, parts: 3 });
    expect(await sealed.verified()).toMatchObject({ projects: 2, deviations: [], reopened: [], findings: [] });
  });

  it('locks a round as it stands: what is not accepted stays what it is', async () => {
    await sealed.save({ expenditureFen: 10_000_000 }, sealed.court.project, 3);
    expect((await sealed.lock(3, { asTheyStand: true })).body).toMatchObject({ status: 'locked' });
    const draft = await sealed.court.clerk.get<ReportView>(sealed.court.path(sealed.court.project, 3));
    expect(draft.body).toMatchObject({ roundStatus: 'locked', status: 'draft', expenditureFen: 10_000_000 });
    const [june] = await sealed.seals();
    const [march] = await sealed.seals(3);
    expect(march).toMatchObject({ version: 1, seq: 2, previousHash: june?.hash, states: { draft: 1, notReported: 1 } });
    expect((await sealed.verified(3)).findings).toEqual([]);
  });

  it('reopens nothing without a reason, a day to come, a locked round, and the county in reach', async () => {
    const refused = async (input: object, month = 6): Promise<string> =>
      (await sealed.reopen<Refusal>(input, month)).body.code;
    expect((await sealed.reopen({ reason: ' ' })).status).toBe(400);
    expect(await refused({ expiresOn: '2022-01-01' })).toBe('reopening-day-passed');
    expect(await refused({ indicatorId: 'unknown' })).toBe('indicator-not-in-round');
    expect(await refused({ projectId: 'unknown' })).toBe('not-found');
    expect(await refused({}, 9)).toBe('round-not-found');
    const branch = await sealed.court.api.as('branch');
    const body = { projectId: sealed.idOf(), reason: '数据有误', expiresOn: '2999-12-31' };
    expect((await branch.post<Refusal>('/rounds/2022/6/reopenings', body)).status).toBe(404);
    expect((await sealed.court.clerk.post('/rounds/2022/6/reopenings', body)).status).toBe(403);
    expect(await sealed.reopenings()).toEqual([]);
  });

  it('reopens one indicator: only its result changes, and only its light', async () => {
    const { project, other } = sealed.court;
    const { finance } = sealed.court;
    const before = await sealed.lights();
    const beside = lasting(await sealed.lights(other));
    // What changes after the lock is no part of the round, of what is reopened in it neither.
    const cut = { effectiveOn: '2022-05-01', kind: 'reduction', amountFen: 1_000_000, reason: '压减' };
    expect((await finance.post(`/projects/${sealed.idOf()}/budget-adjustments`, cut)).status).toBe(201);
    const rate = before.goals.indicators.find(({ kind }) => kind === 'progressRate');
    const indicatorId = rate?.id ?? '';
    const opened = await sealed.reopen({ indicatorId });
    expect(opened).toMatchObject({ status: 201, body: { items: [{ indicatorId, indicatorName: rate?.name }] } });
    expect((await sealed.reopen<Refusal>()).body.code).toBe('reopening-exists');
    expect(await report()).toMatchObject({
      roundStatus: 'locked',
      status: 'returned',
      reopening: { indicatorId, reason: '数据有误', expiresOn: '2999-12-31', openedBy: 'finance' },
    });
    const page = await finance.get<LightPage>('/lights?year=2022&month=6');
    expect(page.body.items.map(({ name, reopened }) => [name, reopened]).sort()).toEqual(
      [
        [project, true],
        [other, false],
      ].sort(),
    );

    const results = await sealed.results();
    const spending = { expenditureFen: 20_000_000 };
    const corrected = results.map((each) => (each.indicatorId === indicatorId ? { ...each, value: 0 } : each));
    const tooMuch = await sealed.save<Refusal>({ expenditureFen: 1, results: corrected });
    expect(tooMuch).toMatchObject({ status: 409, body: { code: 'reopened-indicator-only' } });
    const inBulk = { projects: [{ name: project, expenditureFen: 1 }] };
    const bulk = await sealed.court.clerk.post<Refusal>('/rounds/2022/6/reports', inBulk);
    expect(bulk.body.issues?.map(({ code }) => code)).toEqual(['reopened-indicator-only']);
    expect(codes(await sealed.court.refused(json(inBulk)))).toEqual(['projects.0 reopened-indicator-only']);
    expect(await sealed.save({ ...spending, results: corrected })).toMatchObject({ status: 200 });
    const after = await sealed.lights();
    expect(after).toMatchObject({ reopened: true, light: 'red', spend: before.spend });
    const changed = after.goals.indicators.filter(({ light }, at) => light !== before.goals.indicators[at]?.light);
    expect(changed.map(({ id, light }) => [id, light])).toEqual([[indicatorId, 'red']]);
    expect(lasting(await sealed.lights(other))).toEqual(beside);
    expect((await sealed.save<Refusal>(spending, other)).body.code).toBe('round-locked');
    expect(await sealed.verified()).toMatchObject({ findings: [], deviations: [], reopened: [{ name: project }] });
  });

  it('locks again once that is accepted, as the next version of the seal', async () => {
    expect(await sealed.lock<Refusal>()).toMatchObject({
      status: 409,
      body: { code: 'round-unfinished', params: { projects: 1, returned: 1 } },
    });
    expect((await sealed.submit()).status).toBe(200);
    await sealed.accept();
    expect((await sealed.lock()).status).toBe(200);
    expect(await report()).toMatchObject({ status: 'locked', reopening: null });
    expect(await sealed.lights()).toMatchObject({ reopened: false, light: 'red' });
    expect(await sealed.reopenings()).toMatchObject([
      { closedHow: 'relocked', openedByName: '显示 finance', closedByName: '显示 finance' },
    ]);
    const seals = await sealed.seals();
    expect(seals.map(({ version, seq }) => [version, seq])).toEqual([
      [2, 3],
      [1, 1],
    ]);
    const verified = await sealed.verified();
    expect(verified).toMatchObject({ findings: [], reopened: [] });
    expect(verified.seals.map(({ version, intact }) => [version, intact])).toEqual([
      [1, true],
      [2, true],
    ]);
    expect((await sealed.lock<Refusal>()).body.code).toBe('round-locked');
  });

  it('puts everything back where a reopening is withdrawn', async () => {
    const before = { report: await report(), lights: lasting(await sealed.lights()) };
    expect((await sealed.reopen()).status).toBe(201);
    await sealed.save({ expenditureFen: 1, results: [] });
    expect((await sealed.lights()).spend.expenditureFen).toBe(1);
    expect((await sealed.withdraw()).status).toBe(200);
    const { status, expenditureFen, results } = await report();
    expect([status, expenditureFen]).toEqual(['locked', before.report.expenditureFen]);
    const byId = (items: ReportView['results']) => [...items].sort((a, b) => (a.indicatorId < b.indicatorId ? -1 : 1));
    expect(byId(results)).toEqual(byId(before.report.results));
    expect(lasting(await sealed.lights())).toEqual(before.lights);
    expect((await sealed.verified()).findings).toEqual([]);
    const [ended] = await sealed.reopenings();
    const again = await sealed.court.finance.post<Refusal>(`/rounds/2022/6/reopenings/${ended?.id}/withdraw`);
    expect(again).toMatchObject({ status: 409, body: { code: 'reopening-closed' } });
  });

  it('ends on its day what was not handed in, and leaves to finance what was', async () => {
    const close = sealed.court.api.app.get(CloseReopening, { strict: false });
    const pass = (): Promise<unknown> =>
      sealed.uow.run((manager) =>
        manager.query(`update report_reopening set expires_on = '2022-12-31' where closed_at is null`),
      );
    const before = lasting(await sealed.lights());
    await sealed.reopen();
    await sealed.save({ expenditureFen: 1, results: [] });
    expect(await close.expire()).toBe(0);
    await pass();
    expect((await sealed.save<Refusal>({ expenditureFen: 2, results: [] })).body.code).toBe('reopening-expired');
    expect(await close.expire()).toBe(1);
    await sealed.lightsAreUp();
    expect(await report()).toMatchObject({ status: 'locked', expenditureFen: 20_000_000 });
    expect(lasting(await sealed.lights())).toEqual(before);

    await sealed.reopen();
    await sealed.save({ expenditureFen: 21_000_000, results: await sealed.results() });
    expect((await sealed.submit()).status).toBe(200);
    await pass();
    expect(await close.expire()).toBe(0);
    expect(await report()).toMatchObject({ status: 'submitted', expenditureFen: 21_000_000 });
    await sealed.accept();
    expect((await sealed.lock()).status).toBe(200);
    expect((await sealed.seals())[0]).toMatchObject({ version: 3, seq: 4 });
    expect(await sealed.uow.reader.count(ReportReopening)).toBe(4);
  });

  it('names the deputy of finance, and finance, with the report that a withdrawal puts back', async () => {
    const { api, finance } = sealed.court;
    const today = api.app.get(Clock, { strict: false }).today();
    const { id: toUserId } = await sealed.uow.reader.findOneByOrFail(UserAccount, { username: 'leader' });
    const appointment = { toUserId, fromDay: today, untilDay: today, reason: '出差' };
    const { body: appointed } = await finance.post<NewDelegationView>('/deputies', appointment);
    expect((await sealed.reopen()).status).toBe(201);
    await sealed.save({ expenditureFen: 2, results: [] });
    const [live] = await sealed.reopenings();
    const leader = await api.as('leader');
    expect((await leader.post(`/rounds/2022/6/reopenings/${live?.id}/withdraw`)).status).toBe(200);
    await sealed.lightsAreUp();
    const entries = await sealed.uow.reader.find(AuditEntry, { order: { seq: 'DESC' }, take: 2 });
    expect(entries.map((entry) => [entry.action, entry.actor, entry.onBehalfOf, entry.remoteAddress])).toEqual([
      ['reporting.withdraw-reopening', 'leader', 'finance', '127.0.0.1'],
      ['reporting.save', 'leader', 'finance', '127.0.0.1'],
    ]);
    expect((await finance.post(`/deputies/${appointed.delegation.id}/end`)).status).toBe(204);
  });

  it('makes the report of a project that had none', async () => {
    const { other } = sealed.court;
    expect((await sealed.reopen({ projectId: sealed.idOf(other) }, 3)).status).toBe(201);
    const reopened = await sealed.court.clerk.get<ReportView>(sealed.court.path(other, 3));
    expect(reopened.body).toMatchObject({ status: 'returned', expenditureFen: null });
    await sealed.save({ expenditureFen: 5_000_000, results: await sealed.results(other) }, other, 3);
    expect((await sealed.submit(other, 3)).status).toBe(200);
    await sealed.accept(3);
    expect((await sealed.lock(3)).status).toBe(200);
    expect((await sealed.lights(other, 3)).spend.expenditureFen).toBe(5_000_000);
    expect((await sealed.verified(3)).findings).toEqual([]);
  });

  it('asks of one reopened indicator of a report locked with gaps for that indicator alone', async () => {
    const { project } = sealed.court;
    const results = await sealed.results();
    const [{ indicatorId = '' } = {}] = results;
    expect((await sealed.reopen({ indicatorId }, 3)).status).toBe(201);
    const blank = await sealed.submit<Refusal>(project, 3);
    expect(blank.body.issues?.map(({ path }) => path)).toEqual([`results.${indicatorId}`]);
    const corrected = results.filter((each) => each.indicatorId === indicatorId);
    const saved = await sealed.save({ expenditureFen: 10_000_000, results: corrected }, project, 3);
    expect(saved.status).toBe(200);
    expect((await sealed.submit(project, 3)).status).toBe(200);
    await sealed.accept(3);
    expect((await sealed.lock(3)).status).toBe(200);
    expect((await sealed.verified(3)).findings).toEqual([]);
  });

  it('leaves all evidence but the indicator’s as it was, and puts it back where the reopening comes to nothing', async () => {
    const { clerk, project } = sealed.court;
    const evidence = `${sealed.court.path(project, 9).replace(/report$/, '')}attachments`;
    const attach = (name: string, fields = {}) =>
      clerk.post<Refusal>(evidence, ...upload([{ name, bytes: Buffer.from(`%PDF-1.7\n${name}`) }], fields));
    const files = async (): Promise<AttachmentList['items']> => (await clerk.get<AttachmentList>(evidence)).body.items;
    await openRound(sealed.court.finance, 2022, 9);
    await lightsAreUp(sealed.court.api, 2022);
    const [indicator, other] = await sealed.results();
    expect((await attach('project.pdf')).status).toBe(201);
    expect((await attach('own.pdf', { indicatorId: indicator?.indicatorId })).status).toBe(201);
    expect((await sealed.lock(9, { asTheyStand: true })).status).toBe(200);
    const before = await files();

    expect((await sealed.reopen({ indicatorId: indicator?.indicatorId }, 9)).status).toBe(201);
    for (const refused of [
      attach('other.pdf', { indicatorId: other?.indicatorId }),
      attach('whole.pdf'),
      clerk.delete<Refusal>(`${evidence}/${before[0]?.id}`),
    ]) {
      expect((await refused).body.code).toBe('reopened-indicator-only');
    }
    expect((await clerk.delete(`${evidence}/${before[1]?.id}`)).status).toBe(200);
    expect((await attach('better.pdf', { indicatorId: indicator?.indicatorId })).status).toBe(201);
    expect((await files()).map(({ file }) => file)).toEqual(['project.pdf', 'better.pdf']);
    const [live] = await sealed.reopenings(9);
    expect((await sealed.court.finance.post(`/rounds/2022/9/reopenings/${live?.id}/withdraw`)).status).toBe(200);
    expect(await files()).toEqual(before);
    expect((await sealed.verified(9)).findings).toEqual([]);
  });

  it('shows the seals to those who lock and who audit, and to nobody else', async () => {
    const status = async (username: string): Promise<number> =>
      (await (await sealed.court.api.as(username)).get('/rounds/2022/6/seals')).status;
    expect(await Promise.all(['finance', 'auditor', 'branch', 'leader', 'clerk'].map(status))).toEqual([
      200, 200, 403, 403, 403,
    ]);
    expect((await sealed.seals(6)).at(-1)).toMatchObject({ createdBy: 'finance', createdByName: '显示 finance' });
  });
});
