import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AuditEntry } from '../../apps/api/src/features/audit/persistence/audit-entry.entity.js';
import {
  SaveTargets,
  TargetRepository,
  targetsChanged,
  type IndicatorContent,
  type StoredTarget,
  type TargetToSave,
} from '../../apps/api/src/features/targets/index.js';
import type { TargetVersionDifferences } from '../../apps/api/src/features/targets/http/targets.dto.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { DomainEvents } from '../../apps/api/src/platform/events/domain-events.js';
import { JobRun } from '../../apps/api/src/platform/jobs/job-run.entity.js';
import { TestApi, type Visitor } from '../support/api.js';
import { lightsAreUp, openRound, organisationId, projectOf } from '../support/county.js';
import { describeBackends } from '../support/services.js';
import { contentDraft, indicatorDraft, newTarget } from '../support/target-drafts.js';

const MANY = 450;

describeBackends('Saving targets', (backend) => {
  let api: TestApi;
  let finance: Visitor;
  let uow: UnitOfWork;
  let place: { year: number; organisationId: string };
  const heard: (readonly string[])[] = [];

  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('stranger', 'clerk', '340001');
    finance = await api.as('finance');
    uow = api.app.get(UnitOfWork, { strict: false });
    place = { year: 2023, organisationId: await organisationId(finance, '336001') };
    api.app
      .get(DomainEvents, { strict: false })
      .subscribe(targetsChanged, async (_manager, { projectIds }) => void heard.push(projectIds));
  });
  afterAll(() => api.close());

  const run = (items: readonly TargetToSave[], progress?: (done: number) => Promise<void>) => {
    const options = { actor: 'finance', importBatchId: null, ...(progress && { progress }) };
    return uow.run((manager) => api.app.get(SaveTargets, { strict: false }).run(manager, items, options));
  };
  const stored = async (ids: readonly string[]): Promise<readonly StoredTarget[]> => {
    const found = await api.app.get(TargetRepository, { strict: false }).ofProjects(uow.reader, ids);
    const byId = new Map(found.map((target) => [target.project.id, target]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  };
  /** The stored project as an import that prints something else would save it. */
  const again = (target: StoredTarget, change: Partial<TargetToSave> = {}): TargetToSave => {
    const { year, organisationId: unit, name, code } = target.project;
    return { year, organisationId: unit, name, code, content: target.content, stored: target, ...change };
  };
  const jobNames = async (): Promise<readonly string[]> =>
    (await uow.reader.find(JobRun, { order: { createdAt: 'ASC', id: 'ASC' } })).map(({ name }) => name);
  const differencesOf = (id: string, version: number) =>
    finance.get<TargetVersionDifferences>(`/projects/${id}/target-versions/${version}/differences`);

  it('stores many projects as it does one, ids in the order given, and tells of all of them once', async () => {
    const items = Array.from({ length: MANY }, (_, index) =>
      newTarget(place, `批量 ${index}`, {
        initialBudgetFen: index,
        indicators: [
          indicatorDraft('结案率', { weight: index % 2 ? 22.5 : null, corrected: ['name'] }),
          indicatorDraft('满意度'),
        ],
      }),
    );
    heard.length = 0;
    const told: number[] = [];
    const ids = await run(items, async (done) => void told.push(done));
    expect(told).toEqual([100, 200, 300, 400, MANY]);
    expect(heard).toEqual([ids]);
    const saved = await stored(ids);
    expect(saved.map(({ project }) => project.name)).toEqual(items.map(({ name }) => name));
    saved.forEach(({ project, version, content }, index) => {
      expect(project).toMatchObject({ ...place, currentVersion: 1, startMonth: 1, key: false });
      expect(version).toMatchObject({ version: 1, name: project.name, code: null, restoredFrom: null });
      const { indicators, ...rest } = content;
      const { indicators: given, ...givenRest } = items[index]?.content ?? contentDraft();
      expect(rest).toEqual(givenRest);
      expect(indicators.map(({ lineageId: _l, directionConfirmed: _d, ...each }): IndicatorContent => each)).toEqual(
        given,
      );
    });
    const trail = await uow.reader.findBy(AuditEntry, { subject: `project/${ids[7]}` });
    expect(trail).toMatchObject([
      {
        actor: 'finance',
        action: 'targets.create-project',
        before: null,
        after: { name: '批量 7', code: null, version: 1, initialBudgetFen: 7, indicators: 2 },
      },
    ]);
    expect(await uow.reader.countBy(AuditEntry, { action: 'targets.create-project' })).toBe(MANY);
  });

  it('makes no version of equal content, and one that keeps the lineages of other content', async () => {
    const [first, second, third] = await stored(await run(['甲', '乙', '丙'].map((name) => newTarget(place, name))));
    if (!first || !second || !third) throw new Error('three projects');
    heard.length = 0;
    const content = contentDraft({
      indicators: [indicatorDraft('新'), indicatorDraft('满意度', { rawValue: '≥95%', number: 95 })],
    });
    const ids = await run([again(first), again(second, { content }), again(third, { name: '丁' })]);
    expect(heard).toEqual([[second.project.id, third.project.id]]);
    const after = await stored(ids);
    expect(after.map(({ project }) => [project.name, project.currentVersion])).toEqual([
      ['甲', 1],
      ['乙', 2],
      ['丁', 2],
    ]);
    expect(after[0]).toEqual(first);
    const lineageOf = (target: StoredTarget | undefined, name: string) =>
      target?.content.indicators.find((indicator) => indicator.name === name)?.lineageId;
    expect(lineageOf(after[1], '满意度')).toBe(lineageOf(second, '满意度'));
    expect(second.content.indicators.map(({ lineageId }) => lineageId)).not.toContain(lineageOf(after[1], '新'));
    expect(after[2]?.content).toEqual(third.content);
    heard.length = 0;
    await run(after.map((target) => again(target)));
    expect(heard).toEqual([]);
  });

  it('lets a project take the name that another gives up, wherever they stand', async () => {
    const [old] = await stored(await run([newTarget(place, '原名')]));
    if (!old) throw new Error('a project');
    const others = Array.from({ length: 250 }, (_, index) => newTarget(place, `隔开 ${index}`));
    const ids = await run([newTarget(place, '原名'), ...others, again(old, { name: '改名' })]);
    expect((await stored([ids[0] ?? '', old.project.id])).map(({ project }) => project.name)).toEqual(['原名', '改名']);
  });

  it('lets names and codes change hands among projects of one import', async () => {
    const coded = (name: string, code: string): TargetToSave => ({ ...newTarget(place, name), code });
    const ids = await run([coded('换一', 'C1'), coded('换二', 'C2'), coded('换三', 'C3')]);
    const [one, two, three] = await stored(ids);
    if (!one || !two || !three) throw new Error('three projects');
    await run([
      again(one, { name: '换二', code: 'C3' }),
      again(two, { name: '换三' }),
      again(three, { name: '换一', code: 'C1' }),
    ]);
    expect((await stored(ids)).map(({ project }) => [project.name, project.code])).toEqual([
      ['换二', 'C3'],
      ['换三', 'C2'],
      ['换一', 'C1'],
    ]);
  });

  it('has a round judged by one job where a thousand projects change', async () => {
    const year = 2031;
    await run([newTarget({ ...place, year }, '先有')]);
    await openRound(finance, year, 6);
    await lightsAreUp(api, year);
    const before = await jobNames();
    const many = Array.from({ length: 1000 }, (_, index) =>
      newTarget({ ...place, year }, `千 ${index}`, { indicators: [] }),
    );
    await run(many);
    await lightsAreUp(api, year);
    const added = (await jobNames()).slice(before.length);
    const judging = added.filter((name) => /^monitoring\.recompute-(?!chunk)/.test(name));
    expect(judging).toEqual(['monitoring.recompute-round']);
    const lights = await finance.get<{ total: number }>(`/lights?year=${year}&month=6`);
    expect(lights.body.total).toBe(1001);
  });

  it('shows what each version changed against the one before', async () => {
    const [id = ''] = await run([newTarget(place, '对比')]);
    const [one] = await stored([id]);
    if (!one) throw new Error('a project');
    const indicators = [
      indicatorDraft('结案率', { weight: 40 }),
      indicatorDraft('满意度', { operator: 'gt', corrected: ['operator'] }),
    ];
    await run([again(one, { name: '对比后', content: contentDraft({ initialBudgetFen: 60_000_000, indicators }) })]);
    expect((await differencesOf(id, 1)).body).toEqual({ version: 1, first: true, restoredFrom: null, differences: [] });
    expect((await differencesOf(id, 2)).body).toEqual({
      version: 2,
      first: false,
      restoredFrom: null,
      differences: [
        { field: 'name', before: '对比', after: '对比后' },
        { field: 'budget', before: '50.00 万元', after: '60.00 万元' },
        {
          field: 'indicator: 结案率',
          before: '产出指标 · 质量指标 · ≥90%',
          after: '产出指标 · 质量指标 · ≥90% · 权重 40',
        },
        {
          field: 'indicator: 满意度',
          before: '产出指标 · 质量指标 · ≥90%',
          after: '产出指标 · 质量指标 · ≥90% · 更正 比较 >',
        },
      ],
    });
    const detail = await projectOf(finance, id);
    expect(detail.indicators.map(({ weight, corrected }) => [weight, corrected])).toEqual([
      [40, []],
      [null, ['operator']],
    ]);
    const versions = await finance.get<{ items: object[] }>(`/projects/${id}/versions`);
    expect(versions.body.items).toMatchObject([
      { version: 2, name: '对比后', restoredFrom: null, importBatchId: null },
      { version: 1, name: '对比' },
    ]);
  });

  it('shows no version that there is not, nor one of a project out of sight', async () => {
    const [id = ''] = await run([newTarget(place, '看不见')]);
    expect((await differencesOf(id, 2)).status).toBe(404);
    expect((await finance.get(`/projects/${id}/target-versions/0/differences`)).status).toBe(400);
    const stranger = await api.as('stranger');
    expect((await stranger.get(`/projects/${id}/target-versions/1/differences`)).status).toBe(404);
  });
});
