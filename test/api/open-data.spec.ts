import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { OpenProject, type OpenProjectPage } from '../../apps/api/src/features/open-data/http/open-data.dto.js';
import type { Refusal, Visitor } from '../support/api.js';
import { SealedCourt } from '../support/sealed-court.js';
import { describeBackends } from '../support/services.js';

/** What is disclosed. A field is added here on purpose, after somebody has made sure that it holds nobody. */
const DISCLOSED = [
  'code',
  'name',
  'unitCode',
  'unitName',
  'departmentCode',
  'departmentName',
  'year',
  'month',
  'budgetFen',
  'expenditureFen',
  'executionRate',
  'light',
  'spendLight',
  'goalLight',
  'reason',
  'explanation',
  'points',
  'grade',
];

describeBackends('Open data', (backend) => {
  let sealed: SealedCourt;
  let finance: Visitor;

  beforeAll(async () => {
    sealed = await SealedCourt.open(backend);
    ({ finance } = sealed.court);
    await sealed.lockJune();
  });
  afterAll(() => sealed.close());

  const page = async (visitor = finance, query = 'year=2022&month=6'): Promise<OpenProjectPage> =>
    (await visitor.get<OpenProjectPage>(`/open-data/projects?${query}`)).body;

  it('discloses these fields and no others', async () => {
    expect(Object.keys(OpenProject.shape)).toEqual(DISCLOSED);
    const { items } = await page();
    for (const item of items) expect(Object.keys(item).sort()).toEqual([...DISCLOSED].sort());
  });

  it('gives the projects of a locked round with their lights, figures and one sentence, and names no person', async () => {
    const { items, total, sealVersion, sealHash } = await page();
    expect([total, sealVersion]).toEqual([2, 1]);
    expect(sealHash).toMatch(/^[0-9a-f]{64}$/);
    expect(items.map(({ name }) => name).sort()).toEqual([sealed.court.project, sealed.court.other].sort());
    expect(items[0]).toMatchObject({
      unitCode: '336001',
      unitName: '法院',
      departmentCode: '336001',
      year: 2022,
      month: 6,
      expenditureFen: 20_000_000,
      points: null,
      grade: null,
    });
    expect(items[0]?.explanation).toContain('资金');
    const text = JSON.stringify(items);
    for (const said of ['clerk', 'finance', 'reviewer', '显示', '原因', '情况说明']) expect(text).not.toContain(said);
  });

  it('discloses nothing of a round that is not locked', async () => {
    const { status, body } = await finance.get<Refusal>('/open-data/projects?year=2022&month=3');
    expect([status, body.code]).toEqual([409, 'round-not-disclosed']);
    const file = await finance.get<Refusal>('/open-data/projects.csv?year=2022&month=3');
    expect([file.status, file.body.code]).toEqual([409, 'round-not-disclosed']);
  });

  it('keeps to the reach of the caller', async () => {
    const justice = await sealed.court.api.as('justice');
    expect(await page(justice)).toMatchObject({ items: [], total: 0 });
  });

  it('gives pages that together are the whole', async () => {
    const first = await page(finance, 'year=2022&month=6&page=1&size=1');
    const second = await page(finance, 'year=2022&month=6&page=2&size=1');
    expect([first.items.length, second.items.length, first.total]).toEqual([1, 1, 2]);
    expect([...first.items, ...second.items]).toEqual((await page()).items);
  });

  it('gives all of them as a table that Excel takes for UTF-8, once for as long as nothing changes', async () => {
    const path = '/open-data/projects.csv?year=2022&month=6';
    const { status, body, headers } = await finance.get<string>(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = body.trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFF项目编码,项目名称,/);
    expect(lines[0]?.split(',')).toHaveLength(DISCLOSED.length);
    expect(lines).toHaveLength(3);
    const again = await finance.get(path, { 'if-none-match': String(headers['etag']) });
    expect([again.status, again.body]).toEqual([304, '']);
  });

  it('leaves out what finance has reopened, until it is locked again', async () => {
    await sealed.reopen();
    expect((await page()).items.map(({ name }) => name)).toEqual([sealed.court.other]);
    await sealed.withdraw();
    expect((await page()).total).toBe(2);
  });

  it('is fetched by machines with a token for reading', async () => {
    await sealed.court.api.addUser('admin', 'admin', '001');
    const admin = await sealed.court.api.as('admin');
    const { items } = (await finance.get<{ items: { id: string; code: string }[] }>('/organisations')).body;
    const organisationId = items.find(({ code }) => code === '001')?.id;
    const wish = { name: 'portal', organisationId, permissions: ['lights.read'] };
    const { token } = (await admin.post<{ token: string }>('/tokens', wish)).body;
    const answer = await sealed.court.api.request<OpenProjectPage>(
      'GET',
      '/open-data/projects?year=2022&month=6',
      undefined,
      { authorization: `Bearer ${token}` },
    );
    expect([answer.status, answer.body.total]).toEqual([200, 2]);
  });
});
