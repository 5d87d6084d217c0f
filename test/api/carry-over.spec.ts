import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { CarryOverList } from '../../apps/api/src/features/monitoring/http/carry-over.dto.js';
import { SaveTargets, type TargetContent } from '../../apps/api/src/features/targets/index.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Visitor } from '../support/api.js';
import { lightsAreUp, openRound, organisationId, projectOf } from '../support/county.js';
import { describeBackends } from '../support/services.js';
import { contentDraft } from '../support/target-drafts.js';

const CODE = '13020023P00003910033L';

describeBackends('The year’s turn', (backend) => {
  let api: TestApi;
  let finance: Visitor;
  let unit: string;
  let going: string;
  let coded: string;
  let imported: string;

  const save = async (year: number, name: string, code: string | null, change: Partial<TargetContent> = {}) => {
    const uow = api.app.get(UnitOfWork, { strict: false });
    const item = { year, organisationId: unit, code, name, content: contentDraft(change), stored: null };
    const [id = ''] = await uow.run((manager) =>
      api.app.get(SaveTargets, { strict: false }).run(manager, [item], { actor: 'finance', importBatchId: null }),
    );
    return id;
  };
  const preview = async (): Promise<CarryOverList['items']> =>
    (await finance.get<CarryOverList>('/fiscal-years/2031/carry-over')).body.items;
  const carry = (projectIds: readonly string[], visitor = finance) =>
    visitor.post<CarryOverList>('/fiscal-years/2031/carry-over', { projectIds });

  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('part', 'financeReviewer', '336001');
    await api.addUser('clerk', 'clerk', '336001');
    finance = await api.as('finance');
    unit = await organisationId(finance, '336001');
    going = await save(2030, '一号项目', null);
    coded = await save(2030, '二号项目', CODE);
    await finance.patch(`/projects/${going}`, { key: true });
    await openRound(finance, 2030, 12);
    const clerk = await api.as('clerk');
    for (const id of [going, coded]) {
      const body = { version: 0, expenditureFen: 40_000_000, results: [] };
      await clerk.put(`/rounds/2030/12/projects/${id}/report`, body);
    }
    await lightsAreUp(api, 2030);
    imported = await save(2031, '二号项目（续建）', CODE);
  });
  afterAll(() => api.close());

  it('shows what would be made and what is linked by its code, with what was not spent', async () => {
    expect(await preview()).toMatchObject([
      { projectId: going, action: 'create', continuesAs: null, unspentFen: 10_000_000, month: 12 },
      { projectId: coded, action: 'link', continuesAs: imported, unspentFen: 10_000_000, problem: null },
    ]);
  });

  it('R6: adds the balance on 1 January, keeps the key flag, and does nothing twice', async () => {
    const first = await carry([going, coded]);
    expect(first.body.items.map(({ action }) => action)).toEqual(['done', 'done']);
    const [made = '', linked] = first.body.items.map(({ continuesAs }) => continuesAs ?? '');
    expect(linked).toBe(imported);
    const balance = { effectiveOn: '2031-01-01', kind: 'addition', amountFen: 10_000_000, fundSource: 'carriedOver' };
    const project = await projectOf(finance, made);
    expect(project).toMatchObject({ year: 2031, key: true, schedule: null, adjustments: [balance] });
    expect(project.indicators.map(({ name }) => name)).toEqual(['结案率', '满意度']);
    expect((await projectOf(finance, imported)).adjustments).toMatchObject([balance]);
    const before = await preview();
    expect((await carry([going, coded])).body.items).toEqual(before);
    expect((await projectOf(finance, made)).adjustments).toHaveLength(1);
    expect((await finance.get(`/projects/${made}/last-year`)).body).toMatchObject({ lastYear: { projectId: going } });
  });

  it('is finance’s of the whole county, of projects of the year before', async () => {
    expect((await carry([going], await api.as('part'))).status).toBe(403);
    expect((await carry([going], await api.as('clerk'))).status).toBe(403);
    expect((await carry([imported])).status).toBe(404);
  });
});
