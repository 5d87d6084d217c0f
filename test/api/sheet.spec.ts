import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportView } from '../../apps/api/src/features/reporting/http/reporting.dto.js';
import type { SheetPage } from '../../apps/api/src/features/reporting/http/sheet.dto.js';
import { TestApi, type Answer, type Refusal, type Visitor } from '../support/api.js';
import {
  document,
  importDocuments,
  lightsAreUp,
  openRound,
  organisationId,
  projectIds,
  projectOf,
} from '../support/county.js';
import { describeBackends } from '../support/services.js';

const PROJECT = '审判楼水电及物业费';

describeBackends('The sheet of a unit', (backend) => {
  let api: TestApi;
  let clerk: Visitor;
  let other: Visitor;
  let id: string;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('clerk', 'clerk', '001');
    await api.addUser('other', 'clerk', '001');
    await api.addUser('stranger', 'clerk', '340001');
    await api.addUser('admin', 'admin', '001');
    const finance = await api.as('finance');
    clerk = await api.as('clerk');
    other = await api.as('other');
    await importDocuments(finance, [document('ok/city-court-2023.txt')], { year: 2023 });
    await openRound(finance, 2023, 3);
    await openRound(finance, 2023, 6);
    await lightsAreUp(api, 2023);
    id = (await projectIds(finance, 2023, 6)).get(PROJECT) ?? '';
  });
  afterAll(() => api.close());

  const report = (month: number): string => `/rounds/2023/${month}/projects/${id}/report`;
  const put = <T = ReportView>(visitor: Visitor, input: object, month = 6): Promise<Answer<T>> =>
    visitor.put<T>(report(month), { results: [], ...input });
  const unitOfProject = async (): Promise<string> => (await projectOf(clerk, id)).organisationId;
  const sheet = async (visitor: Visitor, wishes = ''): Promise<SheetPage> =>
    (await visitor.get<SheetPage>(`/rounds/2023/6/sheet${wishes}`)).body;

  it('says of every project what its own page and its own report say', async () => {
    await put(clerk, { version: 0, expenditureFen: 30_000_000 }, 3);
    await put(clerk, { version: 0, expenditureFen: 20_000_000, reasons: ['funding'] });
    const { items, total } = await sheet(clerk);
    expect(total).toBe((await projectIds(clerk, 2023, 6)).size);
    expect(items).toHaveLength(total);
    expect(items.map(({ project }) => project.name)).toEqual(items.map(({ project }) => project.name).sort());
    const item = items.find(({ project }) => project.id === id);
    expect(item?.report.previous).toMatchObject({ month: 3, expenditureFen: 30_000_000 });
    expect(item?.report.warnings.map(({ code }) => code)).toContain('expenditure-below-previous');
    for (const { project, report } of items) {
      expect(project).toEqual(await projectOf(clerk, project.id));
      const own = await clerk.get<ReportView>(`/rounds/2023/6/projects/${project.id}/report`);
      expect(report).toEqual(own.body);
    }
  });

  it('comes a page at a time and by part of a name', async () => {
    const whole = await sheet(clerk);
    const first = await sheet(clerk, '?size=2');
    const second = await sheet(clerk, '?size=2&page=2');
    const ids = [...first.items, ...second.items].map(({ project }) => project.id);
    expect(ids).toEqual(whole.items.slice(0, 4).map(({ project }) => project.id));
    expect(first.total).toBe(whole.total);
    const found = await sheet(clerk, `?search=${encodeURIComponent('水电')}`);
    expect(found.items.map(({ project }) => project.name)).toEqual([PROJECT]);
    expect((await sheet(clerk, '?search=%25')).items).toEqual([]);
  });

  describe('shows each person only what is below their organisation', () => {
    it('nothing of another unit', async () => {
      const stranger = await api.as('stranger');
      expect((await sheet(stranger)).items).toEqual([]);
      const court = await unitOfProject();
      expect(await stranger.get(`/rounds/2023/6/sheet?organisationId=${court}`)).toMatchObject({ status: 404 });
    });

    it('those of one unit to somebody above it', async () => {
      const finance = await api.as('finance');
      const justice = await organisationId(finance, '340001');
      const court = await unitOfProject();
      expect((await sheet(finance, `?organisationId=${justice}`)).total).toBe(0);
      expect((await sheet(finance, `?organisationId=${court}`)).total).toBe((await sheet(clerk)).total);
    });

    it('nothing at all to an administrator', async () => {
      expect(await (await api.as('admin')).get('/rounds/2023/6/sheet')).toMatchObject({ status: 403 });
    });
  });

  it('is refused for a round that does not exist', async () => {
    expect(await clerk.get('/rounds/2023/9/sheet')).toMatchObject({ status: 404, body: { code: 'round-not-found' } });
  });

  describe('two clerks saving the same project at once', () => {
    it('one is told who saved and when, and both inputs are found after a merge', async () => {
      const { version } = (await clerk.get<ReportView>(report(6))).body;
      const answers = await Promise.all([
        put<ReportView & Refusal>(clerk, { version, expenditureFen: 21_000_000, reasonNote: '甲' }),
        put<ReportView & Refusal>(other, { version, expenditureFen: 20_000_000, differenceNote: '乙' }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const refused = answers.find(({ status }) => status === 409)?.body;
      const winner = answers[0]?.status === 200 ? 'clerk' : 'other';
      expect(refused).toMatchObject({
        code: 'report-changed',
        params: { version, current: version + 1, savedBy: winner, savedAt: expect.any(String) },
      });
      const theirs = (await clerk.get<ReportView>(report(6))).body;
      const merged = { expenditureFen: 21_000_000, reasonNote: '甲', differenceNote: '乙' };
      const loser = winner === 'clerk' ? other : clerk;
      expect(await put(loser, { version: theirs.version, ...merged })).toMatchObject({ status: 200, body: merged });
    });
  });
});
