import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { LightPage } from '../../apps/api/src/features/monitoring/http/monitoring.dto.js';
import type { ReportView } from '../../apps/api/src/features/reporting/http/reporting.dto.js';
import { ProjectReport } from '../../apps/api/src/features/reporting/persistence/project-report.entity.js';
import type { SealList } from '../../apps/api/src/features/seals/http/seals.dto.js';
import { VerifySealsQuery } from '../../apps/api/src/features/seals/index.js';
import { UserAccount } from '../../apps/api/src/features/identity/persistence/user-account.entity.js';
import { RoundTarget } from '../../apps/api/src/features/targets/persistence/round-target.entity.js';
import { Database } from '../../apps/api/src/platform/database/database.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Visitor } from '../support/api.js';
import { document, importDocuments, lightsAreUp, openRound, organisationId, projectIds } from '../support/county.js';
import { leaveReleased, rowsOf } from '../support/released-database.js';
import { describeBackends, freshConfig, type FreshConfig } from '../support/services.js';

const YEAR = 2022;
const LOCKED = `/rounds/${YEAR}/3`;
const OPEN = `/rounds/${YEAR}/6`;
const EXPENDITURE = { expenditureFen: 1_000_000, fiscalFen: 1_000_000, otherFen: 0 };

/** What the release could know: a county with targets, a locked round and an open one, people, a token and a trail. */
async function county(backend: Parameters<typeof freshConfig>[0]) {
  const api = await TestApi.open(backend);
  await api.addTree();
  await api.addUser('finance', 'financeReviewer', '001');
  await api.addUser('admin', 'admin', '001');
  await api.addUser('auditor', 'auditor', '001');
  await api.addUser('clerk', 'clerk', '336001');
  await api.addUser('reviewer', 'unitReviewer', '336001');
  const [finance, clerk, admin] = [await api.as('finance'), await api.as('clerk'), await api.as('admin')];
  const organisation = await organisationId(finance, '336001');
  await importDocuments(finance, [document('ok/court-2022.txt')], { year: YEAR, organisationId: organisation });
  await openRound(finance, YEAR, 3);
  await openRound(finance, YEAR, 6);
  await lightsAreUp(api, YEAR);
  const [projectId = '', other = ''] = [...(await projectIds(clerk, YEAR, 6)).values()];
  for (const round of [LOCKED, OPEN]) {
    const saved = await clerk.put(`${round}/projects/${projectId}/report`, { version: 0, results: [], ...EXPENDITURE });
    if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
  }
  await lightsAreUp(api, YEAR);
  const locked = await finance.post(`${LOCKED}/lock`, { asTheyStand: true });
  if (locked.status !== 200) throw new Error(JSON.stringify(locked.body));
  const token = { name: 'treasury', organisationId: organisation, permissions: ['lights.read'] };
  const { body } = await admin.post<{ token: string }>('/tokens', token);
  const lights = (await finance.get<LightPage>(`/lights?year=${YEAR}&month=3&size=200`)).body.items;
  const rows = await rowsOf(api.app.get(Database, { strict: false }));
  await api.close();
  return { rows, projectId, other, token: body.token, lights };
}

describeBackends('Upgrading from the release before', (backend) => {
  let fresh: FreshConfig;
  let before: Awaited<ReturnType<typeof county>>;
  let api: TestApi;
  let uow: UnitOfWork;
  let finance: Visitor;
  let clerk: Visitor;
  beforeAll(async () => {
    before = await county(backend);
    fresh = await freshConfig(backend);
    await leaveReleased(fresh.config, before.rows);
    api = await TestApi.start(fresh);
    uow = api.app.get(UnitOfWork, { strict: false });
    [finance, clerk] = [await api.as('finance'), await api.as('clerk')];
  }, 120_000);
  afterAll(() => api.close());

  it('makes the schema that the program expects', async () => {
    const { writer } = api.app.get(Database, { strict: false });
    expect((await writer.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('lets old accounts sign in as before, and has their passwords age from now on', async () => {
    const { body } = await clerk.get<{ passwordDue: string | null }>('/session');
    expect(body.passwordDue ?? null).toBeNull();
    const { mustChangePassword, passwordChangedAt } = await uow.reader.findOneByOrFail(UserAccount, {
      username: 'clerk',
    });
    expect(mustChangePassword).toBe(false);
    expect(Date.now() - Date.parse(passwordChangedAt)).toBeLessThan(3_600_000);
  });

  it('keeps the tokens of other systems', async () => {
    const headers = { authorization: `Bearer ${before.token}` };
    expect((await api.request('GET', `/lights?year=${YEAR}&month=6`, undefined, headers)).status).toBe(200);
  });

  it('chains the audit trail that was there', async () => {
    const auditor = await api.as('auditor');
    const { status, body } = await auditor.get<{ entries: number; faultCount: number }>('/audit/verification');
    expect([status, body.faultCount]).toEqual([200, 0]);
    expect(body.entries).toBeGreaterThanOrEqual(before.rows.get('audit_entry')?.length ?? Infinity);
  });

  it('pins the targets of the locked round and of the open one', async () => {
    const pins = await uow.reader.find(RoundTarget);
    expect(new Set(pins.map(({ roundId }) => roundId)).size).toBe(2);
    expect(new Set(pins.map(({ projectId }) => projectId))).toEqual(new Set([before.projectId, before.other]));
  });

  it('keeps the lights of the locked round, and verifies them without claiming a seal', async () => {
    const { items } = (await finance.get<LightPage>(`/lights?year=${YEAR}&month=3&size=200`)).body;
    expect(items).toEqual(before.lights);
    expect((await finance.get<SealList>(`${LOCKED}/seals`)).body.items).toEqual([]);
    const seals = api.app.get(VerifySealsQuery, { strict: false });
    expect(await seals.chain()).toEqual({ seals: 0, findings: [] });
    expect(await seals.round(YEAR, 3)).toMatchObject({ projects: 2, deviations: [], seals: [], findings: [] });
  });

  it('goes on with the open round where it was', async () => {
    const path = `${OPEN}/projects/${before.projectId}/report`;
    const { body } = await clerk.get<ReportView>(path);
    expect(body).toMatchObject({ status: 'draft', version: 1, ...EXPENDITURE, steps: [], lastStep: null });
    const saved = await clerk.put<ReportView>(path, {
      version: 1,
      results: [],
      ...EXPENDITURE,
      expenditureFen: 1_000_000,
    });
    expect(saved).toMatchObject({ status: 200, body: { version: 2 } });
    await lightsAreUp(api, YEAR);
    expect(await finance.post(`${OPEN}/lock`, { asTheyStand: true })).toMatchObject({ status: 200 });
    expect((await finance.get<SealList>(`${OPEN}/seals`)).body.items).toMatchObject([{ version: 1, projects: 2 }]);
  });

  it('seals the old round once it is locked again', async () => {
    const input = { projectId: before.projectId, reason: '更正', expiresOn: '2999-12-31' };
    expect((await finance.post(`${LOCKED}/reopenings`, input)).status).toBe(201);
    const returned = { projectId: before.projectId, status: 'returned' as const };
    await uow.run((manager) => manager.update(ProjectReport, returned, { status: 'accepted' }));
    expect((await finance.post(`${LOCKED}/lock`)).status).toBe(200);
    expect((await finance.get<SealList>(`${LOCKED}/seals`)).body.items).toMatchObject([{ version: 1, projects: 2 }]);
  });
});
