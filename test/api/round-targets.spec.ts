import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { ProjectLights } from '../../apps/api/src/features/monitoring/http/monitoring.dto.js';
import type { AdoptedTargets } from '../../apps/api/src/features/reporting/http/reporting.dto.js';
import {
  SaveTargets,
  TargetRepository,
  type TargetContent,
  type TargetToSave,
} from '../../apps/api/src/features/targets/index.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import { indicatorId, lightsAreUp, openRound, organisationId, projectIds, projectOf } from '../support/county.js';
import { describeBackends } from '../support/services.js';
import { contentDraft, indicatorDraft, newTarget } from '../support/target-drafts.js';

interface ReportAnswer {
  readonly version: number;
  readonly results: readonly { readonly indicatorId: string; readonly value: number | null }[];
}

describeBackends('The targets of a round', (backend) => {
  let api: TestApi;
  let finance: Visitor;
  let clerk: Visitor;
  let uow: UnitOfWork;
  let unit: string;
  let year = 2029;

  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('clerk', 'clerk', '336001');
    [finance, clerk] = [await api.as('finance'), await api.as('clerk')];
    uow = api.app.get(UnitOfWork, { strict: false });
    unit = await organisationId(finance, '336001');
  });
  afterAll(() => api.close());
  beforeEach(() => {
    year += 1;
  });

  const save = async (items: readonly TargetToSave[]): Promise<string> => {
    const options = { actor: 'finance', importBatchId: null };
    const [id = ''] = await uow.run((manager) =>
      api.app.get(SaveTargets, { strict: false }).run(manager, items, options),
    );
    return id;
  };
  const add = (name: string, change: Partial<TargetContent> = {}) =>
    save([newTarget({ year, organisationId: unit }, name, change)]);
  /** What a later import states of a project. */
  const restate = async (id: string, change: Partial<TargetContent>): Promise<void> => {
    const [stored] = await api.app.get(TargetRepository, { strict: false }).ofProjects(uow.reader, [id]);
    if (stored === undefined) throw new Error('no such project');
    const { code, name } = stored.project;
    await save([{ year, organisationId: unit, code, name, content: contentDraft(change), stored }]);
  };
  const lights = async (id: string, month: number): Promise<ProjectLights> => {
    await lightsAreUp(api, year);
    return (await finance.get<ProjectLights>(`/projects/${id}/lights?month=${month}`)).body;
  };
  const report = async (id: string, month: number): Promise<ReportAnswer> =>
    (await clerk.get<ReportAnswer>(`/rounds/${year}/${month}/projects/${id}/report`)).body;
  const put = async (id: string, month: number, results: readonly object[]) =>
    clerk.put<ReportAnswer & Refusal>(`/rounds/${year}/${month}/projects/${id}/report`, {
      version: (await report(id, month)).version,
      expenditureFen: 1_000_000,
      results,
    });
  const names = ({ goals }: ProjectLights): readonly string[] => goals.indicators.map(({ name }) => name);

  it('R27: no change of targets touches an open round; the next one is judged by it', async () => {
    const id = await add('甲');
    await openRound(finance, year, 3);
    await restate(id, {
      initialBudgetFen: 70_000_000,
      indicators: [indicatorDraft('结案率', { rawValue: '≥80%', number: 80 }), indicatorDraft('新指标')],
    });
    await openRound(finance, year, 6);
    const [old, later] = [await lights(id, 3), await lights(id, 6)];
    expect([names(old), old.spend.adjustedBudgetFen]).toEqual([['结案率', '满意度'], 50_000_000]);
    expect(old.goals.indicators[0]).toMatchObject({ rawValue: '≥90%' });
    expect([names(later), later.spend.adjustedBudgetFen]).toEqual([['结案率', '新指标'], 70_000_000]);
    expect(later.goals.indicators[0]).toMatchObject({ rawValue: '≥80%' });
  });

  it('R27: form, checks and files of a round ask for the indicators it is judged by', async () => {
    const id = await add('甲');
    await openRound(finance, year, 3);
    const before = await projectOf(finance, id);
    await restate(id, { indicators: [indicatorDraft('结案率'), indicatorDraft('新指标')] });
    const shown = await finance.get<typeof before>(`/projects/${id}?month=3`);
    expect(shown.body).toMatchObject({ targetVersion: 1, currentVersion: 2 });
    expect(shown.body.indicators).toEqual(before.indicators);
    const after = await projectOf(finance, id);
    expect(after).toMatchObject({ targetVersion: 2, currentVersion: 2 });
    const unknown = await put(id, 3, [{ indicatorId: indicatorId(after, '新指标'), value: 95 }]);
    expect([unknown.status, unknown.body.code]).toEqual([422, 'report-invalid']);
    expect((await put(id, 3, [{ indicatorId: indicatorId(before, '满意度'), value: 95 }])).status).toBe(200);
    const bulk = { projects: [{ name: '甲', results: [{ indicator: '新指标', value: 95 }] }] };
    expect((await clerk.post(`/rounds/${year}/3/reports`, bulk)).status).toBe(422);
  });

  it('R27: a project that appears while a round is open takes part with its first targets', async () => {
    await openRound(finance, year, 3);
    const id = await add('甲');
    await restate(id, { indicators: [indicatorDraft('新指标')] });
    expect(names(await lights(id, 3))).toEqual(['结案率', '满意度']);
  });

  it('R6: an adjustment of the budget counts in open rounds by its day', async () => {
    const id = await add('甲');
    await openRound(finance, year, 3);
    const addition = { effectiveOn: `${year}-03-31`, kind: 'addition', amountFen: 1_000_000, reason: '追加' };
    await finance.post(`/projects/${id}/budget-adjustments`, addition);
    expect((await lights(id, 3)).spend.adjustedBudgetFen).toBe(51_000_000);
  });

  it('R27: finance has an open round judged by corrected targets; what was reported stays with its lineage', async () => {
    const id = await add('甲');
    await openRound(finance, year, 3);
    const before = await projectOf(finance, id);
    const gone = indicatorId(before, '满意度');
    await put(id, 3, [{ indicatorId: gone, value: 95 }]);
    await restate(id, { indicators: [indicatorDraft('结案率', { rawValue: '≥95%', number: 95 })] });
    const adopted = await finance.post<AdoptedTargets>(`/rounds/${year}/3/adopted-targets`, {
      projectIds: [id],
      reason: '导入有误',
    });
    expect(adopted).toMatchObject({ status: 200, body: { items: [{ projectId: id, before: 1, version: 2 }] } });
    const judged = await lights(id, 3);
    expect(judged.goals.indicators).toMatchObject([{ name: '结案率', rawValue: '≥95%' }]);
    expect((await report(id, 3)).results).toContainEqual(expect.objectContaining({ indicatorId: gone, value: 95 }));
    const again = { projectIds: [id], reason: '再次' };
    expect((await finance.post(`/rounds/${year}/3/adopted-targets`, again)).body).toEqual({ items: [] });
  });

  it('R27: nobody else adopts, nothing is adopted without a reason, for another year or in a locked round', async () => {
    const id = await add('甲');
    await openRound(finance, year, 3);
    const [path, body] = [`/rounds/${year}/3/adopted-targets`, { projectIds: [id], reason: '更正' }];
    expect((await clerk.post(path, body)).status).toBe(403);
    expect((await finance.post(path, { ...body, reason: ' ' })).status).toBe(400);
    year += 1;
    await openRound(finance, year, 3);
    expect((await finance.post(`/rounds/${year}/3/adopted-targets`, body)).status).toBe(404);
  });

  it('R41: a confirmed direction counts in the open round, for it changes no target', async () => {
    const doubtful = indicatorDraft('受援群众投诉率');
    const id = await add('甲', { indicators: [doubtful] });
    await openRound(finance, year, 6);
    const indicator = indicatorId(await projectOf(finance, id), '受援群众投诉率');
    await put(id, 6, [{ indicatorId: indicator, value: 91 }]);
    expect((await lights(id, 6)).goals.indicators).toMatchObject([{ light: 'grey', reason: 'direction-to-confirm' }]);
    const path = `/projects/${id}/confirmed-directions`;
    expect((await clerk.post(path, { indicatorId: indicator })).status).toBe(403);
    const confirmed = await finance.post(path, { indicatorId: indicator });
    expect(confirmed).toMatchObject({
      status: 200,
      body: { targetVersion: 1, indicators: [{ directionConfirmed: true }] },
    });
    expect((await lights(id, 6)).goals.indicators).toMatchObject([{ light: 'green', reason: 'target-met' }]);
    const clear = await add('乙');
    const other = indicatorId(await projectOf(finance, clear), '结案率');
    const refused = await finance.post<Refusal>(`/projects/${clear}/confirmed-directions`, { indicatorId: other });
    expect([refused.status, refused.body.code]).toEqual([409, 'direction-not-doubted']);
    await lightsAreUp(api, year);
    expect([...(await projectIds(finance, year, 6)).keys()].sort()).toEqual(['乙', '甲'].sort());
  });
});
