import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LightPage, ProjectLights } from '../../apps/api/src/features/monitoring/http/monitoring.dto.js';
import type { Overview } from '../../apps/api/src/features/monitoring/http/overview.dto.js';
import type { ReportView } from '../../apps/api/src/features/reporting/http/reporting.dto.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import {
  document,
  importDocuments,
  indicatorId,
  lightsAreUp,
  openRound,
  organisationId,
  projectIds,
  projectOf,
  rowCounts,
  text,
} from '../support/county.js';
import { jobsAreDone } from '../support/jobs-done.js';
import { backends, describeBackends } from '../support/services.js';

const YEAR = 2022;
const COURT = 'ok/court-2022.txt';
const JUSTICE = 'ok/justice-bureau-2022.txt';

/** What each backend made of the same documents and figures, without ids, times, and whether they were just being summed up. */
const outcomes = new Map<string, unknown>();
const PASSING = new Set(['id', 'projectId', 'organisationId', 'computedAt', 'refreshing']);
const lasting = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, each: unknown) => (PASSING.has(key) ? undefined : each)));

describeBackends('The main job', (backend) => {
  let api: TestApi;
  let finance: Visitor;
  let clerk: Visitor;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('clerk', 'clerk', '001');
    finance = await api.as('finance');
    clerk = await api.as('clerk');
  });
  afterAll(() => api.close());

  const lights = async (): Promise<LightPage> =>
    (await finance.get<LightPage>(`/lights?year=${YEAR}&month=6&size=200`)).body;
  const report = async (id: string): Promise<ReportView> =>
    (await clerk.get<ReportView>(`/rounds/${YEAR}/6/projects/${id}/report`)).body;

  it('imports the documents of two units', async () => {
    const court = await organisationId(finance, '336001');
    const first = await importDocuments(finance, [document(COURT)], { year: YEAR, organisationId: court });
    expect(first.counts).toMatchObject({ new: 2, changed: 0, unchanged: 0, refused: 0 });
    const second = await importDocuments(finance, [document(JUSTICE)], { year: YEAR });
    expect(second.counts).toMatchObject({ new: 13, changed: 0, unchanged: 0, refused: 0 });
    expect(second.batches[0]?.warnings.map(({ code }) => code)).toContain('unit-will-be-added');
  });

  it('opens a round, in which every project has a light at once', async () => {
    await openRound(finance, YEAR, 6);
    await lightsAreUp(api, YEAR);
    const page = await lights();
    expect(page.total).toBe(15);
    expect(page.items.every(({ light, awaitingReport }) => light === 'grey' && awaitingReport)).toBe(true);
  });

  it('takes in the figures of many projects at once', async () => {
    const detail = await projectOf(finance, (await projectIds(finance, YEAR, 6)).get('审判业务装备') ?? '');
    const rate = detail.indicators.find(({ kind }) => kind === 'progressRate')?.name;
    const projects = [
      { name: '审判业务装备', expenditureFen: 12_000_000, results: [{ indicator: rate, value: 50 }] },
      { code: '99030322P00506210002J', expenditureFen: 25_000_000 },
      { code: '99030322P00506310001L', expenditureFen: 12_500_000 },
      { name: '法治宣传', expenditureFen: 0 },
    ];
    const answer = await clerk.post(`/rounds/${YEAR}/6/reports`, { projects });
    expect(answer).toMatchObject({ status: 200, body: { projects: 4, results: 1 } });
    await lightsAreUp(api, YEAR);
    const colours = new Map((await lights()).items.map(({ name, spendLight }) => [name, spendLight]));
    // Plan 50 % in June: 12 of 40 is 60 % of it; 25 of 5 is overspent; nothing of 1.5 is 0 %.
    expect(colours.get('审判业务装备')).toBe('yellow');
    expect(colours.get('政府法律顾问经费')).toBe('red');
    expect(colours.get('法治宣传')).toBe('red');
    expect(colours.get('人民调解补贴')).toBe('grey');
  });

  it('shows the light of a single report without anybody asking for it', async () => {
    const id = (await projectIds(finance, YEAR, 6)).get('人民调解补贴') ?? '';
    const saved = await clerk.put<ReportView>(`/rounds/${YEAR}/6/projects/${id}/report`, {
      version: 0,
      expenditureFen: 14_000_000,
      results: [],
    });
    expect(saved).toMatchObject({ status: 200, body: { version: 1, fiscalFen: 14_000_000, otherFen: 0 } });
    let shown: ProjectLights['spend'] | undefined;
    while (shown?.expenditureFen !== 14_000_000) {
      // Without a pause these requests, which come over no network, would keep the program's timers from their turn.
      await sleep(10);
      shown = (await finance.get<ProjectLights>(`/projects/${id}/lights?month=6`)).body.spend;
    }
    expect(shown).toMatchObject({ light: 'green', executionRate: 50, plannedRate: 50, gapToPlan: 0 });
    expect(shown.explanation).toContain('50.00%');
  });

  it('R28: hands a report in only when everything due is answered', async () => {
    const id = (await projectIds(finance, YEAR, 6)).get('审判综合楼运行保障') ?? '';
    const path = `/rounds/${YEAR}/6/projects/${id}/report`;
    const early = await clerk.post<Refusal>(`${path}/submit`, { version: 0 });
    expect(early).toMatchObject({ status: 422, body: { code: 'report-incomplete' } });
    const missing = (early.body.issues ?? []).map((issue) => issue.path);
    expect(missing).toContain('expenditureFen');
    const detail = await projectOf(finance, id);
    const results = detail.indicators
      .filter(({ id: each }) => missing.includes(`results.${each}`))
      .map(({ id: each, kind, number }) => ({
        indicatorId: each,
        ...(kind === 'qualitative' ? { outcome: 'met' } : { value: number ?? 0 }),
      }));
    const saved = await clerk.put<ReportView>(path, { version: 0, expenditureFen: 36_250_000, results });
    expect(saved).toMatchObject({ status: 200, body: { status: 'draft', version: 1 } });
    const submitted = await clerk.post<ReportView>(`${path}/submit`, { version: 1 });
    expect(submitted).toMatchObject({ status: 200, body: { status: 'submitted', version: 2 } });
    const late = await clerk.put<Refusal>(path, { version: 2, results: [] });
    expect(late).toMatchObject({ status: 409, body: { code: 'report-submitted' } });
  });

  it('recomputes the round to the same lights', async () => {
    await lightsAreUp(api, YEAR);
    const before = lasting(await lights());
    const { status, body } = await finance.post<{ jobId: string }>(`/rounds/${YEAR}/6/recompute`);
    expect(status).toBe(202);
    await lightsAreUp(api, YEAR);
    expect(lasting(await lights())).toEqual(before);
    const job = await finance.get<{ status: string; done: number; total: number }>(`/jobs/${body.jobId}`);
    expect(job.body).toMatchObject({ status: 'succeeded', done: 15, total: 15 });
  });

  it('sums the lights up for the leader', async () => {
    const { body } = await finance.get<Overview>(`/overview?year=${YEAR}&month=6`);
    const page = await lights();
    const red = page.items.filter(({ light }) => light === 'red');
    expect(body.projects).toBe(15);
    expect(body.byLight.red.projects).toBe(red.length);
    expect(body.byLight.red.budgetFen).toBe(red.reduce((sum, each) => sum + (each.adjustedBudgetFen ?? 0), 0));
    expect(body.byUnit.map(({ projects }) => projects).reduce((a, b) => a + b)).toBe(15);
    const details: unknown[] = [];
    for (const { projectId } of page.items) {
      details.push((await finance.get(`/projects/${projectId}/lights?month=6`)).body);
      details.push((await finance.get(`/projects/${projectId}/curve`)).body);
    }
    outcomes.set(backend.name, lasting({ overview: body, lights: page, details }));
  });

  it('explains in the language of the reader', async () => {
    const path = `/lights?year=${YEAR}&month=6&size=1`;
    const english = await finance.get<LightPage>(path, { 'accept-language': 'en' });
    const chinese = await finance.get<LightPage>(path, { 'accept-language': 'zh-CN' });
    expect(english.body.items[0]?.explanation).toMatch(/[a-z]{4}/);
    expect(chinese.body.items[0]?.explanation).toMatch(/红灯/);
  });

  it('keeps a locked round as it is', async () => {
    const locked = await finance.post(`/rounds/${YEAR}/6/lock`, { asTheyStand: true });
    expect(locked).toMatchObject({ status: 200, body: { status: 'locked' } });
    const before = lasting(await lights());
    await jobsAreDone(api);
    const counts = await rowCounts(api);
    const id = (await projectIds(finance, YEAR, 6)).get('法治宣传') ?? '';
    const { version } = await report(id);
    const refusals = [
      await clerk.put<Refusal>(`/rounds/${YEAR}/6/projects/${id}/report`, { version, expenditureFen: 1, results: [] }),
      await clerk.post<Refusal>(`/rounds/${YEAR}/6/reports`, { projects: [{ name: '法治宣传', expenditureFen: 1 }] }),
      await finance.post<Refusal>(`/rounds/${YEAR}/6/recompute`),
      await finance.post<Refusal>(`/rounds/${YEAR}/6/lock`),
    ];
    expect(refusals.map(({ status, body }) => [status, body.code])).toEqual(refusals.map(() => [409, 'round-locked']));
    expect(await rowCounts(api)).toEqual(counts);
    const adjustment = { effectiveOn: '2022-05-01', kind: 'addition', amountFen: 1_000_000, reason: '追加' };
    expect((await finance.post(`/projects/${id}/budget-adjustments`, adjustment)).status).toBe(201);
    await lightsAreUp(api, YEAR);
    expect(lasting(await lights())).toEqual(before);
  });

  it('keeps a result with its indicator when the targets change', async () => {
    const id = (await projectIds(finance, YEAR, 6)).get('审判综合楼运行保障') ?? '';
    const before = await projectOf(finance, id);
    const [{ name } = { name: '' }] = before.indicators;
    const file = document(COURT);
    const changed = text(file).replaceAll('72.5万元', '80万元');
    const organisation = await organisationId(finance, '336001');
    const result = await importDocuments(finance, [{ ...file, bytes: changed }], {
      year: YEAR,
      organisationId: organisation,
    });
    const after = await projectOf(finance, id);
    expect(result.counts.changed).toBe(1);
    expect(after.targetVersion).toBe(2);
    expect(indicatorId(after, name)).toBe(indicatorId(before, name));
  });
});

describe('The same figures', () => {
  const runs = backends().filter(({ skipped }) => !skipped);
  const both = runs.length > 1 ? it : it.skip;
  both('give the same lights on every backend', () => {
    const [first, ...others] = runs.map(({ name }) => outcomes.get(name));
    expect(first).toBeDefined();
    for (const other of others) expect(other).toEqual(first);
  });
});
