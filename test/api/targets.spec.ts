import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ProjectDetail } from '../../apps/api/src/features/targets/http/targets.dto.js';
import type { ProjectLights } from '../../apps/api/src/features/monitoring/http/monitoring.dto.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import {
  document,
  importDocuments,
  indicatorId,
  lightsAreUp,
  openRound,
  projectIds,
  projectOf,
  text,
} from '../support/county.js';
import { describeBackends } from '../support/services.js';

interface Items<T> {
  readonly items: readonly T[];
}

describeBackends('Targets', (backend) => {
  let api: TestApi;
  let finance: Visitor;
  let id: string;
  const file = document('ok/city-court-2023.txt');
  const adjustments = (): string => `/projects/${id}/budget-adjustments`;
  const addition = { effectiveOn: '2023-05-01', kind: 'addition', amountFen: 10_000_000, reason: '追加' };

  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('stranger', 'clerk', '340001');
    await api.addUser('leader', 'leader', '001');
    finance = await api.as('finance');
    await importDocuments(finance, [file], { year: 2023 });
    await openRound(finance, 2023, 3);
    await openRound(finance, 2023, 6);
    await lightsAreUp(api, 2023);
    id = (await projectIds(finance, 2023, 6)).get('审判楼水电及物业费') ?? '';
  });
  afterAll(() => api.close());

  const budget = async (month: number): Promise<number | null> =>
    (await finance.get<ProjectLights>(`/projects/${id}/lights?month=${month}`)).body.spend.adjustedBudgetFen;

  it('shows a project with its budget, schedule and indicators', async () => {
    expect(await projectOf(finance, id)).toMatchObject({
      year: 2023,
      initialBudgetFen: 196_400_000,
      adjustedBudgetFen: 196_400_000,
      targetVersion: 1,
      sourceFile: 'city-court-2023.txt',
      schedule: [
        { month: 3, percent: 25 },
        { month: 6, percent: 50 },
        { month: 10, percent: 80 },
        { month: 12, percent: 100 },
      ],
    });
  });

  it('hides a project from those outside its unit, and keeps readers from changing it', async () => {
    const stranger = await api.as('stranger');
    for (const path of ['', '/versions', '/curve', '/lights?month=6']) {
      expect((await stranger.get(`/projects/${id}${path}`)).status).toBe(404);
    }
    expect((await (await api.as('leader')).post(adjustments(), addition)).status).toBe(403);
    const goals = await stranger.get<Items<unknown>>('/department-goals?year=2023');
    expect(goals.body.items).toEqual([]);
    expect((await finance.get<Items<unknown>>('/department-goals?year=2023')).body.items).toHaveLength(3);
  });

  it('R6: an adjustment counts from its day on, in the rounds that end after it', async () => {
    const answer = await finance.post<ProjectDetail>(adjustments(), addition);
    expect(answer).toMatchObject({ status: 201, body: { adjustedBudgetFen: 206_400_000 } });
    expect(answer.body.adjustments).toEqual([
      expect.objectContaining({ ...addition, fundSource: 'fiscal', recordedBy: 'finance' }),
    ]);
    await lightsAreUp(api, 2023);
    expect([await budget(3), await budget(6)]).toEqual([196_400_000, 206_400_000]);
  });

  it.each([
    ['of another year', { effectiveOn: '2022-12-31' }, 'adjustment-year'],
    ['that takes more than there is', { kind: 'reduction', amountFen: 900_000_000 }, 'budget-below-zero'],
    ['beyond what is stored exactly', { amountFen: 9_000_000_000_000_000 }, 'amount-too-large'],
  ])('R6: refuses an adjustment %s', async (_name, change, code) => {
    const answer = await finance.post<Refusal>(adjustments(), { ...addition, ...change });
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  it('exempts 人员类 from monitoring, which is not the same as unreported', async () => {
    const change = { personnel: true, key: true };
    expect(await finance.patch(`/projects/${id}`, change)).toMatchObject({ status: 200, body: change });
    await lightsAreUp(api, 2023);
    const exempt = await finance.get<ProjectLights>(`/projects/${id}/lights?month=6`);
    expect(exempt.body).toMatchObject({ light: 'grey', awaitingReport: false, spend: { reason: 'exempt' } });
    await finance.patch(`/projects/${id}`, { personnel: false });
    await lightsAreUp(api, 2023);
    const judged = await finance.get<ProjectLights>(`/projects/${id}/lights?month=6`);
    expect(judged.body).toMatchObject({ light: 'grey', awaitingReport: true });
  });

  it('makes a version of what changed, with the lineage of the indicators that go on', async () => {
    const before = await projectOf(finance, id);
    const [kept, changed] = before.indicators.map(({ name }) => name);
    const old = before.indicators[1]?.rawValue ?? '';
    const place = text(file).indexOf('审判楼水电及物业费');
    const rest = text(file).slice(place).replace(old, `${old}（修订）`);
    const revised = { name: 'revised.txt', bytes: text(file).slice(0, place) + rest };
    const result = await importDocuments(finance, [revised], { year: 2023 });
    expect(result.counts).toMatchObject({ new: 0, changed: 1, unchanged: 4 });
    const after = await projectOf(finance, id);
    expect(after.targetVersion).toBe(2);
    for (const name of [kept ?? '', changed ?? '']) expect(indicatorId(after, name)).toBe(indicatorId(before, name));
    const versions = await finance.get<Items<object>>(`/projects/${id}/versions`);
    expect(versions.body.items).toMatchObject([
      { version: 2, sourceFile: 'revised.txt', createdBy: 'finance', indicatorCount: 6 },
      { version: 1, sourceFile: 'city-court-2023.txt', initialBudgetFen: 196_400_000 },
    ]);
  });

  it('lists the years and the published rule packs', async () => {
    expect((await finance.get('/fiscal-years')).body).toEqual({
      items: [{ year: 2023, status: 'open', rulePack: 'ratio@1' }],
    });
    expect((await finance.get('/rule-packs')).body).toMatchObject({ items: [{ id: 'ratio', version: 1 }] });
  });
});
