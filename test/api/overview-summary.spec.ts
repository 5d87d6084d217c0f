import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { WatchSummaries } from '../../apps/api/src/features/monitoring/application/overview/watch-summaries.js';
import { AddOrganisation } from '../../apps/api/src/features/organisations/index.js';
import type { Overview } from '../../apps/api/src/features/monitoring/http/overview.dto.js';
import { summariseLightsJob } from '../../apps/api/src/features/monitoring/jobs/summarise-lights.job.js';
import { LightSummaryRepository } from '../../apps/api/src/features/monitoring/persistence/light-summary.repository.js';
import { MonitoringRound } from '../../apps/api/src/features/reporting/persistence/monitoring-round.entity.js';
import { Clock } from '../../apps/api/src/platform/runtime/clock.js';
import type { ReportView } from '../../apps/api/src/features/reporting/http/reporting.dto.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { JobRun } from '../../apps/api/src/platform/jobs/job-run.entity.js';
import { TestApi, type Visitor } from '../support/api.js';
import { importDocuments, lightsAreUp, openRound, organisationId, projectIds } from '../support/county.js';
import { until } from '../support/job-rig.js';
import { addLargeCounty } from '../support/large-county.js';
import { expectedOverview, expectedSums, standings, storedSums, sumsAreUp } from '../support/overview-county.js';
import { describeBackends } from '../support/services.js';

const YEAR = 2023;
const UNITS = ['336001', '340001', '340002'];
const HEAD = '单位编码,预算单位,项目编码,项目名称,预算数（万元）,一级指标,二级指标,三级指标,运算符,指标值,计量单位';

const codeOf = (place: number): string => `99020023P${String(place).padStart(11, '0')}Y`;
const nameOf = (place: number): string => `项目 ${place}`;

/** Targets of some projects, spread over the units; every fourth has no indicator that grows. */
function targets(places: readonly number[]) {
  const rows = places.map((place) => {
    const unit = UNITS[place % UNITS.length] ?? '';
    const indicator = place % 4 === 0 ? '满意度指标,满意度,满意度,≥,90,%' : '产出指标,数量指标,办案件数,≥,100,件';
    return `${unit},单位,${codeOf(place)},${nameOf(place)},${place * 10},${indicator}`;
  });
  return { name: '目标.csv', bytes: new TextEncoder().encode([HEAD, ...rows].join('\n')) };
}

/** Whole numbers that look random, the same ones for the same seed. */
function series(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describeBackends('The sums of an overview', (backend) => {
  let api: TestApi;
  let uow: UnitOfWork;
  let finance: Visitor;
  let clerk: Visitor;
  let reviewer: Visitor;
  let deliveries = 0;
  const months = [3, 9];

  beforeAll(async () => {
    api = await TestApi.open(backend);
    uow = api.app.get(UnitOfWork, { strict: false });
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('admin', 'admin', '001');
    await api.addUser('clerk', 'clerk', '001');
    await api.addUser('reviewer', 'unitReviewer', '001');
    [finance, clerk, reviewer] = [await api.as('finance'), await api.as('clerk'), await api.as('reviewer')];
    await importDocuments(finance, [targets([1, 2, 3, 4, 5, 6, 7, 8, 9])], { year: YEAR });
    for (const month of months) await openRound(finance, YEAR, month);
    await lightsAreUp(api, YEAR);
  });
  afterAll(() => api.close());
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const overview = async (month: number, organisation?: string): Promise<Overview> => {
    const where = organisation === undefined ? '' : `&organisationId=${await organisationId(finance, organisation)}`;
    const { status, body } = await finance.get<Overview>(`/overview?year=${YEAR}&month=${month}${where}`);
    if (status !== 200) throw new Error(`The overview answered ${status}`);
    return body;
  };

  /** What is shown is right before the sums are up, and afterwards it is the same by the sums alone. */
  async function isRight(): Promise<void> {
    await lightsAreUp(api, YEAR);
    const { refreshing: _refreshing, ...shown } = await overview(9);
    expect(shown).toMatchObject(await expectedOverview(api, YEAR, 9));
    await sumsAreUp(api);
    expect(await storedSums(api)).toEqual(await expectedSums(api));
    for (const [stored, expected] of await standings(api)) expect(stored).toEqual(expected);
    expect(await overview(9)).toEqual({ ...shown, refreshing: false });
  }

  async function report(month: number, place: number, spentWan: number, cases: number): Promise<void> {
    const results = place % 4 === 0 ? [] : [{ indicator: '办案件数', value: cases }];
    const project = { code: codeOf(place), expenditureFen: spentWan * 1_000_000, results };
    const answer = await clerk.post(`/rounds/${YEAR}/${month}/reports`, { projects: [project] });
    // What has been handed in is not written any more.
    expect([200, 409, 422]).toContain(answer.status);
  }

  async function step(month: number, place: number, name: string): Promise<void> {
    const projectId = (await projectIds(finance, YEAR, month)).get(nameOf(place));
    const path = `/rounds/${YEAR}/${month}/projects/${projectId}/report`;
    const { version } = (await clerk.get<ReportView>(path)).body;
    const who = name === 'submit' || name === 'withdraw' ? clerk : name === 'approve' ? reviewer : finance;
    const answer = await who.post(`/rounds/${YEAR}/${month}/steps`, {
      step: name,
      projects: [{ projectId, version }],
      message: '请核对',
    });
    expect(answer.status).toBe(200);
  }

  async function deliver(month: number, place: number, paidWan: number): Promise<void> {
    deliveries += 1;
    const rows = [
      { code: codeOf(place), month, expenditureFen: paidWan * 1_000_000, releasedFen: paidWan * 1_000_000 },
    ];
    const key = { 'idempotency-key': `sum-${deliveries}` };
    expect((await finance.post('/treasury/figures', { year: YEAR, rows }, key)).status).toBe(200);
  }

  it('are those of the lights after whatever was reported, approved, withdrawn, paid or judged anew', async () => {
    const next = series(20230930);
    const month = (): number => months[next(months.length)] ?? 9;
    const place = (): number => 1 + next(9);
    const STEPS = ['submit', 'withdraw', 'approve', 'accept', 'return'];
    for (let round = 0; round < 12; round += 1) {
      for (let change = 0; change < 4; change += 1) {
        const dice = next(10);
        if (dice < 4) await report(month(), place(), next(120), next(120));
        else if (dice < 8) await step(month(), place(), STEPS[next(STEPS.length)] ?? 'submit');
        else if (dice < 9) await deliver(month(), place(), next(120));
        else expect((await finance.post(`/rounds/${YEAR}/${month()}/recompute`)).status).toBe(202);
      }
      await isRight();
    }
    const turns = (await standings(api)).map(([stored]) => JSON.stringify(stored));
    expect(new Set(turns).size).toBeGreaterThan(4);
  });

  it('are those of the lights after a unit was moved to another department', async () => {
    const [centre, court] = [await organisationId(finance, '340002'), await organisationId(finance, '336001')];
    expect((await (await api.as('admin')).patch(`/organisations/${centre}`, { parentId: court })).status).toBe(200);
    await isRight();
    const { byUnit } = await overview(9, '336001');
    expect(byUnit.map(({ organisationId: id }) => id)).toContain(centre);
    expect((await overview(9, '340001')).byUnit.map(({ organisationId: id }) => id)).not.toContain(centre);
  });

  it('compare with a round that is opened between two others from then on', async () => {
    await openRound(finance, YEAR, 6);
    months.push(6);
    await isRight();
    expect((await overview(9)).previous).toEqual({ year: YEAR, month: 6 });
    await report(6, 1, 8, 90);
    await report(6, 2, 1, 5);
    await isRight();
  });

  it('lose projects whose import was undone', async () => {
    const batch = (await importDocuments(finance, [targets([10, 11])], { year: YEAR })).batches[0];
    await isRight();
    expect((await overview(9)).projects).toBe(11);
    const { body } = await finance.post<{ jobId: string }>(`/imports/${batch?.id}/undo`);
    const isOver = async () =>
      (await finance.get<{ status: string }>(`/jobs/${body.jobId}`)).body.status === 'succeeded';
    await until(isOver, 'the import is undone', 60_000);
    await isRight();
    expect((await overview(9)).projects).toBe(9);
  });

  it('are made on the spot for a unit that waits to be summed up, and only for that one', async () => {
    const round = await uow.reader.findOneByOrFail(MonitoringRound, { year: YEAR, month: 9 });
    const court = await organisationId(finance, '336001');
    const right = await overview(9);
    const summaries = api.app.get(LightSummaryRepository, { strict: false });
    jest.spyOn(api.app.get(WatchSummaries, { strict: false }), 'run').mockResolvedValue();
    await uow.run(async (manager) => {
      await manager.query(
        'update light_summary set projects = projects + 100 where organisation_id = ? and round_id = ?',
        [court, round.id],
      );
      await summaries.request(manager, round.id, [court], api.app.get(Clock, { strict: false }).now());
    });
    const { refreshing, previousByLight: _ofBefore, rounds: _rounds, byUnit, ...answer } = await overview(9);
    expect(refreshing).toBe(true);
    expect(answer).toMatchObject({ projects: right.projects, byLight: right.byLight, quadrants: right.quadrants });
    expect(byUnit.map(({ projects }) => projects)).toEqual(right.byUnit.map(({ projects }) => projects));
    jest.spyOn(summaries, 'hasMoreThan').mockResolvedValue(true);
    const older = await overview(9);
    expect(older.refreshing).toBe(true);
    expect(older.projects).toBeGreaterThan(right.projects);
    jest.restoreAllMocks();
    await uow.run((manager) => summaries.request(manager, round.id, [null], '2023-01-01T00:00:00.000Z'));
    await sumsAreUp(api);
    expect(await overview(9)).toMatchObject({ refreshing: false, projects: right.projects });
  });

  it('are made of the lights of an older release, with all that stands beside a light', async () => {
    await sumsAreUp(api);
    const sums = await storedSums(api);
    await uow.run(async (manager) => {
      await manager.query('delete from light_summary');
      await manager.query('delete from light_summary_state');
      await manager.query(`update project_light set goal_percent = null, quadrant = null, both_judged = null,
        mismatch = null, lag_fen = null, planned_fen = null, previous_light = null, light_turn = null`);
    });
    expect(await overview(9)).toMatchObject({ projects: 9 });
    // As after a start.
    Object.assign(api.app.get(WatchSummaries, { strict: false }), { begun: false });
    await api.app.get(WatchSummaries, { strict: false }).run();
    await sumsAreUp(api);
    expect(await storedSums(api)).toEqual(sums);
    await isRight();
  });
});

describeBackends('The sums of a large county', (backend) => {
  let api: TestApi;
  afterAll(() => api.close());

  it('are made a few times while a round is judged as a whole, not for every part of it', async () => {
    api = await TestApi.open(backend);
    const root = { code: '001', name: '财政局', kind: 'financeBureau', parentCode: null, addedBy: 'system' } as const;
    const bureau = await api.app.get(AddOrganisation, { strict: false }).execute(root);
    const uow = api.app.get(UnitOfWork, { strict: false });
    const county = { seed: 1, year: 2024, departments: 4, units: 24, projects: 1_600, indicatorsEach: 1, months: [6] };
    await addLargeCounty(uow, bureau, county);
    await api.addUser('finance', 'financeReviewer', root.code);
    const visitor = await api.as('finance');
    expect((await visitor.post('/rounds/2024/6/recompute')).status).toBe(202);
    await lightsAreUp(api, 2024);
    await sumsAreUp(api);
    const jobs = await uow.reader.countBy(JobRun, { name: summariseLightsJob.name });
    expect(jobs).toBeGreaterThan(0);
    expect(jobs).toBeLessThan(4);
    expect(await storedSums(api)).toEqual(await expectedSums(api));
  });
});
