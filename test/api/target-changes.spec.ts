import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { ProjectLights } from '../../apps/api/src/features/monitoring/http/monitoring.dto.js';
import { SaveTargets, type TargetContent } from '../../apps/api/src/features/targets/index.js';
import type {
  ProjectDocumentView,
  TargetChangeDetail,
  TargetChangePage,
} from '../../apps/api/src/features/targets/http/target-changes.dto.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import { indicatorId, lightsAreUp, openRound, organisationId, projectOf } from '../support/county.js';
import { describeBackends } from '../support/services.js';
import { indicatorDraft, newTarget } from '../support/target-drafts.js';
import { upload } from '../support/upload.js';

const PDF = { name: '调整批复.pdf', bytes: Buffer.from('%PDF-1.7 …') };

describeBackends('Changes of targets', (backend) => {
  let api: TestApi;
  let finance: Visitor;
  let second: Visitor;
  let department: Visitor;
  let clerk: Visitor;
  let stranger: Visitor;
  let unit: string;
  let id: string;
  let year = 2029;

  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('second', 'financeReviewer', '001');
    await api.addUser('department', 'departmentReviewer', '336001');
    await api.addUser('clerk', 'clerk', '336001');
    await api.addUser('stranger', 'clerk', '340001');
    [finance, second, department] = [await api.as('finance'), await api.as('second'), await api.as('department')];
    [clerk, stranger] = [await api.as('clerk'), await api.as('stranger')];
    unit = await organisationId(finance, '336001');
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    year += 1;
    id = await add({ indicators: [indicatorDraft('结案率', { kind: 'level' }), indicatorDraft('合格率')] });
  });

  const add = async (change: Partial<TargetContent>): Promise<string> => {
    const uow = api.app.get(UnitOfWork, { strict: false });
    const items = [newTarget({ year, organisationId: unit }, '甲', change)];
    const [added = ''] = await uow.run((manager) =>
      api.app.get(SaveTargets, { strict: false }).run(manager, items, { actor: 'finance', importBatchId: null }),
    );
    return added;
  };
  const lower = async (name = '合格率', rawValue = '≥80%') => ({
    what: 'targets' as const,
    changed: [{ indicatorId: indicatorId(await projectOf(finance, id), name), rawValue }],
    added: [],
    removed: [],
  });
  const propose = async (content: object, reason = '上级任务调整'): Promise<TargetChangeDetail> => {
    const answer = await clerk.post<TargetChangeDetail>(`/projects/${id}/target-changes`, { content, reason });
    if (answer.status !== 201) throw new Error(`Proposing answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const refusal = async (content: object): Promise<readonly string[]> => {
    const answer = await clerk.post<Refusal>(`/projects/${id}/target-changes`, { content, reason: '调整' });
    return [String(answer.status), answer.body.code, ...(answer.body.issues ?? []).map(({ code }) => code)];
  };
  const step = (visitor: Visitor, { id: change }: { id: string }, name: string, message?: string) =>
    visitor.post<TargetChangeDetail & Refusal>(`/target-changes/${change}/${name}`, message ? { message } : {});
  const lights = async (month: number): Promise<ProjectLights> => {
    await lightsAreUp(api, year);
    return (await finance.get<ProjectLights>(`/projects/${id}/lights?month=${month}`)).body;
  };
  const report = async (month: number, value: number): Promise<void> => {
    const project = (await clerk.get<Awaited<ReturnType<typeof projectOf>>>(`/projects/${id}?month=${month}`)).body;
    const results = project.indicators.map(({ id: indicator }) => ({ indicatorId: indicator, value }));
    const body = { version: 0, expenditureFen: 25_000_000, results };
    const answer = await clerk.put(`/rounds/${year}/${month}/projects/${id}/report`, body);
    if (answer.status !== 200) throw new Error(`Reporting answered ${answer.status}`);
  };

  it('R27: an approved change makes a version for later rounds, which show the lights on both targets', async () => {
    await openRound(finance, year, 3);
    const change = await propose(await lower());
    expect(change).toMatchObject({ state: 'proposed', what: 'targets', basedOn: 1, steps: ['withdraw'] });
    expect(change.differences).toMatchObject([{ field: 'indicator: 合格率', before: expect.stringContaining('≥90%') }]);
    const approved = await step(finance, change, 'approve', '同意');
    expect(approved).toMatchObject({ status: 200, body: { state: 'approved', resultVersion: 2, message: '同意' } });
    await openRound(finance, year, 6);
    await report(6, 85);
    const [old, later] = [await lights(3), await lights(6)];
    expect([old.targetVersion, old.original]).toEqual([1, null]);
    expect(later).toMatchObject({ targetVersion: 2, goals: { light: 'red' } });
    expect(later.original).toMatchObject({
      version: 1,
      goalLight: 'red',
      planLowered: false,
      indicators: [
        {
          name: '合格率',
          lowering: 'lower',
          rawValue: '≥90%',
          light: 'red',
          presentRawValue: '≥80%',
          presentLight: 'green',
        },
      ],
    });
    const versions = await finance.get<{ items: object[] }>(`/projects/${id}/versions`);
    expect(versions.body.items).toMatchObject([
      { version: 2, changeId: change.id },
      { version: 1, changeId: null },
    ]);
  });

  it('R17: kind and first month of an indicator are accepted by finance, and versioned like the rest', async () => {
    const indicator = indicatorId(await projectOf(finance, id), '合格率');
    const change = await propose({
      what: 'classification',
      changed: [{ indicatorId: indicator, kind: 'yearEnd', assessedFrom: 12 }],
    });
    expect((await step(finance, change, 'approve')).status).toBe(200);
    const after = (await projectOf(finance, id)).indicators.find(({ name }) => name === '合格率');
    expect(after).toMatchObject({
      id: indicator,
      kind: 'yearEnd',
      assessedFrom: 12,
      corrected: ['kind', 'assessedFrom'],
    });
    expect(await refusal({ what: 'classification', changed: [{ indicatorId: indicator, kind: 'date' }] })).toEqual([
      '422',
      'change-impossible',
      'change-kind-does-not-fit',
    ]);
  });

  it('R4: a plan that was missing counts at once in the open round, which used straight-line progress', async () => {
    year += 1;
    id = await add({ schedule: null });
    await openRound(finance, year, 6);
    expect((await lights(6)).spend).toMatchObject({ planMissing: true, plannedRate: 50 });
    const schedule = [20, 30, 80, 100].map((percent, at) => ({ month: [3, 6, 10, 12][at], percent }));
    expect((await step(finance, await propose({ what: 'schedule', schedule }), 'approve')).status).toBe(200);
    expect(await lights(6)).toMatchObject({ targetVersion: 2, spend: { planMissing: false, plannedRate: 30 } });
    const late = schedule.map((point) => ({ ...point, percent: point.month === 12 ? 100 : 0 }));
    expect((await step(finance, await propose({ what: 'schedule', schedule: late }), 'approve')).status).toBe(200);
    expect(await lights(6)).toMatchObject({ targetVersion: 2, spend: { plannedRate: 30 } });
  });

  it('refuses what cannot be: a plan against R4, an unknown indicator, nothing at all', async () => {
    const decreasing = [
      { month: 6, percent: 50 },
      { month: 12, percent: 40 },
    ];
    expect(await refusal({ what: 'schedule', schedule: decreasing })).toEqual([
      '422',
      'change-impossible',
      'schedule-decreasing',
    ]);
    const unknown = { what: 'targets', changed: [], added: [], removed: ['nobody'] };
    expect(await refusal(unknown)).toEqual(['422', 'change-impossible', 'change-indicator-unknown']);
    expect(await refusal({ ...unknown, removed: [] })).toEqual(['422', 'change-impossible', 'change-empty']);
  });

  it('is reviewed by the department where it wants to, decided by finance, withdrawn by who proposed it', async () => {
    const change = await propose(await lower());
    expect((await step(department, change, 'approve')).status).toBe(403);
    expect((await step(clerk, change, 'approve')).status).toBe(403);
    expect((await step(stranger, change, 'withdraw')).status).toBe(404);
    expect((await step(department, change, 'review')).body).toMatchObject({
      state: 'reviewed',
      proposedByName: '显示 clerk',
      reviewedBy: 'department',
      reviewedByName: '显示 department',
      decidedByName: null,
    });
    expect((await step(finance, change, 'reject')).body).toMatchObject({ code: 'change-message-needed' });
    expect((await step(finance, change, 'reject', '理由不足')).body).toMatchObject({
      state: 'rejected',
      message: '理由不足',
    });
    expect(await step(clerk, change, 'withdraw')).toMatchObject({ status: 409, body: { code: 'change-step-refused' } });
    expect((await projectOf(finance, id)).targetVersion).toBe(1);
    expect((await step(clerk, await propose(await lower()), 'withdraw')).body).toMatchObject({ state: 'withdrawn' });
  });

  it('R16, R17: an added indicator is read as a table’s is, and judged so in later versions', async () => {
    const added = { level1: '产出指标', level2: '时效指标', name: '平均用时', description: null, rawValue: '≤48天/个' };
    const change = await propose({ what: 'targets', changed: [], added: [added], removed: [] });
    expect(change.differences).toMatchObject([{ before: null, after: expect.stringContaining('≤48天/个') }]);
    expect((await step(finance, change, 'approve')).status).toBe(200);
    const { indicators } = await projectOf(finance, id);
    expect(indicators.find(({ name }) => name === '平均用时')).toMatchObject({
      ...added,
      number: 48,
      unit: '天/个',
      kind: 'level',
      direction: 'atMost',
      directionInferred: false,
    });
  });

  it('is not approved once what it changes has been changed otherwise', async () => {
    const [first, other] = [await propose(await lower()), await propose(await lower('合格率', '≥70%'))];
    const apart = await propose(await lower('结案率', '≥85%'));
    expect((await step(finance, first, 'approve')).status).toBe(200);
    expect(await step(finance, other, 'approve')).toMatchObject({ status: 409, body: { code: 'change-outdated' } });
    expect((await step(finance, apart, 'approve')).body).toMatchObject({ resultVersion: 3 });
  });

  it('keeps its documents, and takes only files that are what their names say', async () => {
    const path = `/projects/${id}/documents`;
    const kept = await clerk.post<ProjectDocumentView>(path, ...upload([PDF], {}));
    expect(kept).toMatchObject({ status: 201, body: { name: PDF.name, mediaType: 'application/pdf' } });
    const disguised = { name: 'a.pdf', bytes: Buffer.from('MZ…') };
    expect((await clerk.post<Refusal>(path, ...upload([disguised], {}))).body.code).toBe('evidence-content');
    expect((await stranger.post(path, ...upload([PDF], {}))).status).toBe(404);
    const content = await lower();
    const body = { content, reason: '见附件', documentIds: [kept.body.id] };
    const change = await clerk.post<TargetChangeDetail>(`/projects/${id}/target-changes`, body);
    expect(change.body.documents).toMatchObject([{ id: kept.body.id, name: PDF.name }]);
    expect((await finance.get(`${path}/${kept.body.id}`)).status).toBe(200);
    expect((await stranger.get(`${path}/${kept.body.id}`)).status).toBe(404);
    const foreign = { ...body, documentIds: ['nobody'] };
    expect((await clerk.post<Refusal>(`/projects/${id}/target-changes`, foreign)).body.code).toBe('document-unknown');
  });

  it('waits in a queue that shows nobody more than his part of the tree', async () => {
    const change = await propose(await lower());
    const queue = async (visitor: Visitor) =>
      (await visitor.get<TargetChangePage>(`/target-changes?state=undecided&year=${year}`)).body;
    expect(await queue(finance)).toMatchObject({
      total: 1,
      items: [{ id: change.id, projectName: '甲', proposedByName: '显示 clerk' }],
    });
    expect(await queue(stranger)).toMatchObject({ total: 0, items: [] });
    await step(finance, change, 'approve');
    expect((await queue(finance)).total).toBe(0);
    expect((await finance.get<{ items: object[] }>(`/projects/${id}/target-changes`)).body.items).toHaveLength(1);
    expect((await stranger.get(`/target-changes/${change.id}`)).status).toBe(404);
  });

  it('R6: 235.8 + 10 − 5.8 = 240, by source and level, with the document that says so', async () => {
    year += 1;
    id = await add({ initialBudgetFen: 235_800_000, fiscalFundsFen: 235_800_000 });
    const document = await finance.post<ProjectDocumentView>(`/projects/${id}/documents`, ...upload([PDF], {}));
    const adjust = (change: object) =>
      finance.post(`/projects/${id}/budget-adjustments`, { effectiveOn: `${year}-01-05`, reason: '追加', ...change });
    const addition = { kind: 'addition', amountFen: 10_000_000, level: 'province', documentNumber: '清财预〔1〕号' };
    await adjust({ ...addition, documentId: document.body.id });
    const last = await adjust({ kind: 'reduction', amountFen: 5_800_000, fundSource: 'other' });
    expect(last).toMatchObject({ status: 201 });
    expect((await projectOf(second, id)).adjustments).toMatchObject([
      { ...addition, document: { id: document.body.id, name: PDF.name } },
      { kind: 'reduction', level: null, fundSource: 'other', document: null },
    ]);
    await openRound(finance, year, 3);
    expect((await lights(3)).spend.adjustedBudgetFen).toBe(240_000_000);
    const foreign = await finance.post<Refusal>(`/projects/${id}/budget-adjustments`, {
      ...addition,
      effectiveOn: `${year}-02-01`,
      reason: '追加',
      documentId: 'nobody',
    });
    expect(foreign.body.code).toBe('document-unknown');
  });
});
