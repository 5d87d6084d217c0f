import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AuditEntry } from '../../apps/api/src/features/audit/persistence/audit-entry.entity.js';
import {
  FiscalYearRepository,
  SaveTargets,
  TargetRepository,
  UndoTargets,
  type TargetContent,
  type TargetToSave,
  type UndoneTargets,
} from '../../apps/api/src/features/targets/index.js';
import type { ProjectDetail } from '../../apps/api/src/features/targets/http/targets.dto.js';
import { MonitoringRound } from '../../apps/api/src/features/reporting/persistence/monitoring-round.entity.js';
import { SelfEvaluation } from '../../apps/api/src/features/self-evaluation/persistence/self-evaluation.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { DomainError } from '../../apps/api/src/platform/runtime/domain-error.js';
import { TestApi, type Visitor } from '../support/api.js';
import {
  indicatorId,
  lightsAreUp,
  openRound,
  organisationId,
  projectIds,
  projectOf,
  rowCounts,
} from '../support/county.js';
import { insertEvaluation } from '../support/evaluations.js';
import { addImportBatch } from '../support/import-batches.js';
import { jobsAreDone } from '../support/jobs-done.js';
import { describeBackends } from '../support/services.js';
import { contentDraft, indicatorDraft } from '../support/target-drafts.js';

const NOW = '2023-01-01T00:00:00.000Z';

interface Saved {
  readonly batchId: string;
  readonly savedAt: string;
  readonly ids: readonly string[];
}

describeBackends('Undoing what an import did to targets', (backend) => {
  let api: TestApi;
  let finance: Visitor;
  let uow: UnitOfWork;
  let unit: string;
  let year = 2030;

  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('clerk', 'clerk', '336001');
    finance = await api.as('finance');
    unit = await organisationId(finance, '336001');
    uow = api.app.get(UnitOfWork, { strict: false });
  });
  afterAll(() => api.close());

  /** Each test has a year of its own, with nothing in it. */
  const nextYear = (): number => (year += 1);

  /** Saves projects as one import; a project that is there already is changed. */
  const save = async (
    projects: Readonly<Record<string, Partial<TargetContent>>>,
    renamed: Record<string, string> = {},
  ) => {
    const stored = await api.app.get(TargetRepository, { strict: false }).ofOrganisation(uow.reader, year, unit);
    await uow.run((manager) => api.app.get(FiscalYearRepository, { strict: false }).ensure(manager, year, NOW));
    const batchId = await addImportBatch(uow, 'targets.txt', { year, organisationId: unit });
    const items = Object.entries(projects).map(([name, change]): TargetToSave => ({
      year,
      organisationId: unit,
      code: null,
      name: renamed[name] ?? name,
      content: contentDraft(change),
      stored: stored.find(({ project }) => project.name === name) ?? null,
    }));
    const targets = api.app.get(SaveTargets, { strict: false });
    const ids = await uow.run((manager) => targets.run(manager, items, { actor: 'finance', importBatchId: batchId }));
    return { batchId, savedAt: new Date().toISOString(), ids } satisfies Saved;
  };

  const undo = ({ batchId, savedAt }: Saved): Promise<UndoneTargets> =>
    uow.run((manager) =>
      api.app.get(UndoTargets, { strict: false }).run(manager, batchId, savedAt, { actor: 'finance' }),
    );

  /** Codes of what stands in the way, each with the name of its project. */
  const refusal = async (saved: Saved): Promise<readonly string[]> => {
    await jobsAreDone(api);
    const before = await rowCounts(api);
    const error = await undo(saved).catch((thrown: unknown) => thrown);
    expect(await rowCounts(api)).toEqual(before);
    if (!(error instanceof DomainError)) throw new Error(`Not refused: ${JSON.stringify(error)}`);
    expect(error.code).toBe('undo-refused');
    return error.issues.map(({ code, params }) => `${code} ${params?.project}`).sort();
  };

  const report = async (month: number, id: string, body: object) => {
    const answer = await (
      await api.as('clerk')
    ).put(`/rounds/${year}/${month}/projects/${id}/report`, { version: 0, results: [], ...body });
    if (answer.status !== 200) throw new Error(`Reporting answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  };
  const roundIdOf = async (ofYear: number, month: number): Promise<string> =>
    (await uow.reader.findOneByOrFail(MonitoringRound, { year: ofYear, month })).id;
  const figures = { expenditureFen: 1_000_000, fiscalFen: 1_000_000, otherFen: 0 };

  it('removes new projects with their lights and empty drafts', async () => {
    nextYear();
    await save({ 旧项目: {} });
    await openRound(finance, year, 6);
    await lightsAreUp(api, year);
    const before = await rowCounts(api);
    const saved = await save({ 甲: {}, 乙: {} });
    await lightsAreUp(api, year);
    await report(6, saved.ids[0] ?? '', {});
    expect([...(await projectIds(finance, year, 6)).keys()].sort()).toEqual(['乙', '旧项目', '甲'].sort());
    expect(await undo(saved)).toEqual({ removed: 2, restored: 0 });
    await lightsAreUp(api, year);
    expect([...(await projectIds(finance, year, 6)).keys()]).toEqual(['旧项目']);
    const { AuditEntry: _a, ImportBatch: _b, ImportUpload: _u, JobRun: _j, ...after } = await rowCounts(api);
    expect(before).toMatchObject(after);
    expect((await finance.get(`/projects/${saved.ids[0]}`)).status).toBe(404);
    const trail = await uow.reader.findBy(AuditEntry, { action: 'targets.remove-project' });
    expect(trail.map(({ subject, actor }) => [subject, actor]).sort()).toEqual(
      saved.ids.map((id) => [`project/${id}`, 'finance']).sort(),
    );
  });

  it('takes drafts of self-evaluations with their projects, and keeps what anybody has worked on', async () => {
    nextYear();
    const saved = await save({ 甲: {}, 乙: {} });
    await openRound(finance, year, 12);
    await lightsAreUp(api, year);
    const roundId = await roundIdOf(year, 12);
    const evaluations = await uow.run(async (manager) => {
      const ids: string[] = [];
      for (const projectId of saved.ids) {
        ids.push(await insertEvaluation(manager, { year, roundId, projectId, organisationId: unit }));
      }
      await manager.update(SelfEvaluation, { id: ids[0] }, { updatedBy: 'clerk' });
      return ids;
    });
    expect(await refusal(saved)).toEqual(['undo-has-evaluation 甲']);
    await uow.run((manager) => manager.update(SelfEvaluation, { id: evaluations[0] }, { updatedBy: null }));
    expect(await undo(saved)).toEqual({ removed: 2, restored: 0 });
    expect(await uow.reader.countBy(SelfEvaluation, { year })).toBe(0);
  });

  it('gives a changed project the content, name and lineages of before, and judges it anew', async () => {
    nextYear();
    const [id = ''] = (await save({ 甲: {} })).ids;
    await openRound(finance, year, 6);
    const before = await projectOf(finance, id);
    await report(6, id, { ...figures, results: [{ indicatorId: indicatorId(before, '满意度'), value: 95 }] });
    const changed = await save(
      {
        甲: {
          initialBudgetFen: 1_500_000,
          indicators: [indicatorDraft('满意度', { weight: 10 }), indicatorDraft('新指标')],
        },
      },
      { 甲: '改名的甲' },
    );
    await lightsAreUp(api, year);
    expect(await projectOf(finance, id)).toMatchObject({
      name: '改名的甲',
      targetVersion: 2,
      initialBudgetFen: 1_500_000,
    });
    expect(await undo(changed)).toEqual({ removed: 0, restored: 1 });
    const after = await projectOf(finance, id);
    expect(after).toEqual({ ...before, targetVersion: 3, currentVersion: 3 } satisfies ProjectDetail);
    await lightsAreUp(api, year);
    const lights = await finance.get<{
      spend: object;
      goals: { indicators: { name: string; result: number | null }[] };
    }>(`/projects/${id}/lights?month=6`);
    expect(lights.body.spend).toMatchObject({ adjustedBudgetFen: 50_000_000 });
    expect(lights.body.goals.indicators.map(({ name, result }) => [name, result])).toEqual([
      ['结案率', null],
      ['满意度', 95],
    ]);
    const versions = await finance.get<{ items: object[] }>(`/projects/${id}/versions`);
    expect(versions.body.items).toMatchObject([
      { version: 3, restoredFrom: 1, importBatchId: null, name: '甲' },
      { version: 2, restoredFrom: null, importBatchId: changed.batchId, name: '改名的甲' },
      { version: 1, restoredFrom: null, name: '甲' },
    ]);
  });

  it('takes imports back one after the other, the last first', async () => {
    nextYear();
    const first = await save({ 甲: {} });
    const second = await save({ 甲: { purpose: '二' } });
    const third = await save({ 甲: { purpose: '三' } });
    expect(await refusal(second)).toEqual(['undo-later-version 甲']);
    expect(await refusal(first)).toEqual(['undo-later-version 甲']);
    expect(await undo(third)).toEqual({ removed: 0, restored: 1 });
    expect(await undo(second)).toEqual({ removed: 0, restored: 1 });
    const versions = await finance.get<{ items: { restoredFrom: number | null }[] }>(
      `/projects/${first.ids[0]}/versions`,
    );
    expect(versions.body.items.map(({ restoredFrom }) => restoredFrom)).toEqual([1, 2, null, null, null]);
    expect(await undo(first)).toEqual({ removed: 1, restored: 0 });
    expect(await undo(first)).toEqual({ removed: 0, restored: 0 });
  });

  it('undoes once where two ask at the same time', async () => {
    nextYear();
    await save({ 甲: {} });
    const saved = await save({ 甲: { purpose: '二' }, 乙: {} });
    const outcomes = await Promise.all([1, 2].map(() => undo(saved).catch((error: DomainError) => error.code)));
    expect(outcomes).toContainEqual({ removed: 1, restored: 1 });
    expect(outcomes).toContainEqual('undo-refused');
  });

  it('refuses once figures are reported of a project that would go', async () => {
    nextYear();
    const saved = await save({ 甲: {}, 乙: {}, 丙: {} });
    await openRound(finance, year, 3);
    const [first = '', second = '', third = ''] = saved.ids;
    await report(3, first, figures);
    const blank = { indicatorId: indicatorId(await projectOf(finance, second), '满意度') };
    await report(3, second, { results: [{ ...blank, value: 91 }] });
    await report(3, third, { results: [{ indicatorId: indicatorId(await projectOf(finance, third), '满意度') }] });
    expect(await refusal(saved)).toEqual(['undo-has-reports 乙', 'undo-has-reports 甲']);
  });

  it('refuses once an indicator is answered that would vanish', async () => {
    nextYear();
    await save({ 甲: {}, 乙: {} });
    const change = { indicators: [indicatorDraft('新指标'), indicatorDraft('满意度')] };
    const saved = await save({ 甲: change, 乙: change });
    await openRound(finance, year, 3);
    const [first = '', second = ''] = saved.ids;
    const results = async (id: string, name: string) => [
      { indicatorId: indicatorId(await projectOf(finance, id), name), value: 91 },
    ];
    await report(3, first, { ...figures, results: await results(first, '新指标') });
    await report(3, second, { ...figures, results: await results(second, '满意度') });
    expect(await refusal(saved)).toEqual(['undo-has-reports 甲']);
  });

  it('refuses once a round of the project is locked, one that was locked before the import aside', async () => {
    nextYear();
    const first = await save({ 甲: {} });
    await openRound(finance, year, 3);
    await lightsAreUp(api, year);
    expect((await finance.post(`/rounds/${year}/3/lock`, { asTheyStand: true })).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const later = await save({ 甲: { purpose: '二' } });
    await openRound(finance, year, 6);
    expect(await undo(later)).toEqual({ removed: 0, restored: 1 });
    expect(await refusal(first)).toEqual(['undo-round-locked 甲']);
  });

  it('refuses what budget adjustments depend on', async () => {
    nextYear();
    const first = await save({ 甲: { initialBudgetFen: 100 }, 乙: {} });
    const second = await save({ 甲: { initialBudgetFen: 500 }, 丙: {} });
    const [changed = '', added = ''] = second.ids;
    const adjustment = { effectiveOn: `${year}-05-01`, kind: 'reduction', amountFen: 200, reason: '调减' };
    expect((await finance.post(`/projects/${changed}/budget-adjustments`, adjustment)).status).toBe(201);
    expect((await finance.post(`/projects/${added}/budget-adjustments`, adjustment)).status).toBe(201);
    expect(await refusal(second)).toEqual(['undo-has-adjustments 丙', 'undo-has-adjustments 甲']);
    expect(await refusal(first)).toEqual(['undo-has-adjustments 甲', 'undo-later-version 甲']);
  });

  it('refuses a name of before that another project has by now', async () => {
    nextYear();
    await save({ 甲: {} });
    const renamed = await save({ 甲: {} }, { 甲: '乙' });
    const other = await save({ 甲: {} });
    expect(await refusal(renamed)).toEqual(['undo-name-taken 乙']);
    expect(await undo(other)).toEqual({ removed: 1, restored: 0 });
    expect(await undo(renamed)).toEqual({ removed: 0, restored: 1 });
    expect((await projectOf(finance, renamed.ids[0] ?? '')).name).toBe('甲');
  });

  it('gives names back that changed hands, also to a project whose name a new one has taken', async () => {
    nextYear();
    const first = await save({ 甲: {}, 乙: {}, 丙: {} });
    const saved = await save({ 甲: {}, 乙: {}, 丙: {}, 丁: {} }, { 甲: '乙', 乙: '甲', 丙: '戊', 丁: '丙' });
    expect(await undo(saved)).toEqual({ removed: 1, restored: 3 });
    const names = await Promise.all(first.ids.map(async (id) => (await projectOf(finance, id)).name));
    expect(names).toEqual(['甲', '乙', '丙']);
  });

  it('takes a thousand projects back in portions, and leaves everything where it is stopped', async () => {
    nextYear();
    const names = Array.from({ length: 500 }, (_, place) => `项目 ${place}`);
    await save(Object.fromEntries(names.map((name) => [name, {}])));
    const before = await rowCounts(api);
    const more = Array.from({ length: 500 }, (_, place) => `新项目 ${place}`);
    const saved = await save(Object.fromEntries([...names, ...more].map((name) => [name, { purpose: '二' }])));
    const full = await rowCounts(api);
    const targets = api.app.get(UndoTargets, { strict: false });
    const told: number[] = [];
    const progress = async (done: number) => {
      told.push(done);
      if (done > 700) throw new Error('stopped');
    };
    const stopped = uow.run((manager) =>
      targets.run(manager, saved.batchId, saved.savedAt, { actor: 'finance', progress }),
    );
    await expect(stopped).rejects.toThrow('stopped');
    expect(told).toEqual([100, 200, 300, 400, 500, 600, 700, 800]);
    expect(await rowCounts(api)).toEqual(full);
    expect(await undo(saved)).toEqual({ removed: 500, restored: 500 });
    expect(await rowCounts(api)).toMatchObject({
      Project: before.Project,
      TargetVersion: (before.TargetVersion ?? 0) + 1000,
    });
  });
});
