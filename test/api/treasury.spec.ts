import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { VerifyRoundQuery } from '../../apps/api/src/features/monitoring/index.js';
import type { LightPage, ProjectLights } from '../../apps/api/src/features/monitoring/http/monitoring.dto.js';
import type { Overview } from '../../apps/api/src/features/monitoring/http/overview.dto.js';
import type { ProjectCurve } from '../../apps/api/src/features/monitoring/http/time-series.dto.js';
import type { ReportView } from '../../apps/api/src/features/reporting/http/reporting.dto.js';
import type { TreasuryDifferencePage } from '../../apps/api/src/features/reporting/http/treasury-differences.dto.js';
import type {
  TreasuryDeliveryPage,
  TreasuryFiguresResult,
  TreasuryResult,
} from '../../apps/api/src/features/treasury/http/treasury.dto.js';
import { TreasuryFigure } from '../../apps/api/src/features/treasury/persistence/treasury-figure.entity.js';
import type { UndoObstacle } from '../../apps/api/src/features/targets/application/removal.events.js';
import { beforeProjectsRemoved } from '../../apps/api/src/features/targets/index.js';
import { DomainEvents } from '../../apps/api/src/platform/events/domain-events.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Answer, type Refusal, type Visitor } from '../support/api.js';
import { lightsAreUp, organisationId, projectIds, projectOf, rowCounts } from '../support/county.js';
import { addLargeYear, largeYearCode } from '../support/large-year.js';
import { describeBackends } from '../support/services.js';
import { upload } from '../support/upload.js';

const YEAR = 2023;

describeBackends('Treasury figures', (backend) => {
  let api: TestApi;
  let finance: Visitor;
  let justice: Visitor;
  let clerk: Visitor;
  let ids: ReadonlyMap<string, string>;
  let deliveries = 0;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('justice', 'financeReviewer', '340001');
    await api.addUser('clerk', 'clerk', '336001');
    [finance, justice, clerk] = [await api.as('finance'), await api.as('justice'), await api.as('clerk')];
    const court = await organisationId(finance, '336001');
    const uow = api.app.get(UnitOfWork, { strict: false });
    // Budget 10 万元 each, plan 50 % in June; project n has reported n % of it.
    await addLargeYear(uow, court, { year: YEAR, month: 6, projects: 60, indicatorsEach: 1 });
    await finance.post(`/rounds/${YEAR}/6/recompute`);
    await lightsAreUp(api, YEAR);
    ids = await projectIds(finance, YEAR, 6);
  });
  afterAll(() => api.close());

  const deliver = <T = TreasuryFiguresResult>(
    rows: readonly object[],
    more: object = {},
    who = finance,
  ): Promise<Answer<T>> => {
    deliveries += 1;
    return who.post<T>('/treasury/figures', { year: YEAR, rows, ...more }, { 'idempotency-key': `d-${deliveries}` });
  };
  const row = (place: number, month: number, figures: object) => ({ code: largeYearCode(place), month, ...figures });
  const idOf = (place: number): string => ids.get(`项目 ${place}`) ?? '';
  const lights = async (place: number): Promise<ProjectLights> => {
    await lightsAreUp(api, YEAR);
    return (await finance.get<ProjectLights>(`/projects/${idOf(place)}/lights?month=6`)).body;
  };
  const report = async (place: number, month = 6): Promise<ReportView> =>
    (await clerk.get<ReportView>(`/rounds/${YEAR}/${month}/projects/${idOf(place)}/report`)).body;

  it('judge open rounds: the treasury is the authority for exactly the month', async () => {
    const answer = await deliver([
      row(55, 6, { expenditureFen: 3_000_000, releasedFen: 8_000_000, receivedFen: 6_000_000 }),
      row(54, 5, { expenditureFen: 1 }),
      row(53, 6, { releasedFen: 8_000_000 }),
    ]);
    expect(answer).toMatchObject({ status: 200, body: { counts: { rows: 3, new: 3, refused: 0 }, figures: 3 } });
    expect((await lights(55)).spend).toMatchObject({
      expenditureFen: 3_000_000,
      executionRate: 30,
      expenditureSource: 'treasury',
      releasedFen: 8_000_000,
      receivedFen: 6_000_000,
      light: 'yellow',
    });
    expect((await lights(54)).spend).toMatchObject({ executionRate: 54, expenditureSource: 'unit' });
    expect((await lights(53)).spend).toMatchObject({
      executionRate: 53,
      expenditureSource: 'unit',
      releasedFen: 8_000_000,
    });
  });

  it("leave the unit's own figure as it stands, and show the difference", async () => {
    expect(await report(55)).toMatchObject({
      expenditureFen: 5_500_000,
      inForceFen: 3_000_000,
      expenditureSource: 'treasury',
      treasury: { expenditureFen: 3_000_000, fiscalFen: null, deliveredAt: expect.any(String) },
      difference: { expenditureFen: -2_500_000, fiscalFen: null },
      differenceNote: null,
    });
    expect(await report(54)).toMatchObject({ treasury: null, difference: null, inForceFen: 5_400_000 });
  });

  it('are taken row by row from a program: good rows are saved, others are told apart', async () => {
    const { body } = await deliver([
      row(50, 6, { fiscalFen: 4_000_000 }),
      { code: '99020023P99999999999Y', month: 6, expenditureFen: 1 },
      row(51, 6, { expenditureFen: -1 }),
      row(52, 6, {}),
      row(49, 6, { expenditureFen: 10, fiscalFen: 11 }),
      row(48, 6, { expenditureFen: 1 }),
      row(48, 6, { expenditureFen: 2 }),
      row(55, 6, { expenditureFen: 3_000_000, releasedFen: 8_000_000, receivedFen: 6_000_000 }),
    ]);
    expect(body.rows.map(({ outcome, problem }) => problem?.code ?? outcome)).toEqual([
      'new',
      'project-unknown',
      'figure-negative',
      'figure-missing',
      'expenditure-split',
      'figure-twice',
      'figure-twice',
      'unchanged',
    ]);
    expect(
      body.rows.flatMap(({ problem }) => problem?.message ?? []).every((text) => /\p{Script=Han}/u.test(text)),
    ).toBe(true);
    expect(body.counts).toEqual({ rows: 8, new: 1, changed: 0, unchanged: 1, refused: 6, warnings: 0 });
  });

  it('are taken once however often a program sends them', async () => {
    const body = { year: YEAR, rows: [row(47, 6, { releasedFen: 7 })] };
    const send = (payload: object, key?: string) =>
      finance.post<Refusal & TreasuryFiguresResult>(
        '/treasury/figures',
        payload,
        key === undefined ? {} : { 'idempotency-key': key },
      );
    const first = await send(body, 'same');
    const again = await send(body, 'same');
    expect(again).toMatchObject({ status: 200, headers: { 'idempotency-replayed': 'true' } });
    expect(again.body).toEqual(first.body);
    expect(again.body.counts.new).toBe(1);
    expect((await send({ ...body, source: 'other' }, 'same')).body.code).toBe('idempotency-key-reused');
    expect((await send(body)).body.code).toBe('idempotency-key-required');
  });

  it('of a unit out of reach are of an unknown project', async () => {
    const { body } = await deliver([row(50, 6, { fiscalFen: 1 })], {}, justice);
    expect(body).toMatchObject({
      deliveryId: null,
      rows: [{ outcome: 'refused', problem: { code: 'project-unknown' } }],
    });
    expect((await deliver<Refusal>([row(50, 6, { fiscalFen: 1 })], {}, clerk)).status).toBe(403);
  });

  it('keep what a correction replaces, and warn of a fall', async () => {
    await deliver([row(40, 3, { expenditureFen: 900 }), row(40, 6, { expenditureFen: 1000, releasedFen: 5000 })]);
    const { body } = await deliver([row(40, 6, { expenditureFen: 800 })]);
    expect(body.rows).toMatchObject([{ outcome: 'changed', warnings: ['expenditure-below-earlier'] }]);
    const { reader } = api.app.get(UnitOfWork, { strict: false });
    const history = await reader.find(TreasuryFigure, {
      where: { projectId: idOf(40), month: 6 },
      order: { revision: 'ASC' },
    });
    expect(history).toMatchObject([
      { revision: 1, expenditureFen: 1000, releasedFen: 5000, supersededAt: expect.any(String) },
      { revision: 2, expenditureFen: 800, releasedFen: 5000, supersededAt: null, deliveryId: body.deliveryId },
    ]);
  });

  it('sum monthly amounts over the covered months', async () => {
    const monthly = { basis: 'monthly', coverage: { from: 1, to: 4 } };
    const { body } = await deliver([row(41, 1, { expenditureFen: 100 }), row(41, 3, { expenditureFen: 50 })], monthly);
    expect(body.figures).toBe(4);
    const later = await deliver([row(41, 6, { expenditureFen: 7 })], {
      basis: 'monthly',
      coverage: { from: 5, to: 6 },
    });
    expect(later.body).toMatchObject({ counts: { new: 1 }, figures: 2 });
    const gap = await deliver([row(42, 6, { expenditureFen: 7 })], { basis: 'monthly', coverage: { from: 5, to: 6 } });
    expect(gap.body.rows[0]?.problem?.code).toBe('earlier-months-missing');
    const uncovered = await deliver<Refusal>([row(42, 6, { expenditureFen: 7 })], { basis: 'monthly' });
    expect(uncovered).toMatchObject({ status: 422, body: { code: 'coverage-missing' } });
  });

  it('are points of the curve also in months without a round', async () => {
    const { body } = await finance.get<ProjectCurve>(`/projects/${idOf(41)}/curve`);
    expect(body.points.slice(0, 7).map(({ actualFen, actualSource }) => [actualFen, actualSource])).toEqual([
      [100, 'treasury'],
      [100, 'treasury'],
      [150, 'treasury'],
      [150, 'treasury'],
      [150, 'treasury'],
      [157, 'treasury'],
      [null, null],
    ]);
  });

  it('are summed beside the spending on the overview', async () => {
    await lightsAreUp(api, YEAR);
    const { body } = await finance.get<Overview>(`/overview?year=${YEAR}&month=6`);
    expect(body.treasury).toEqual({ projects: 4, releasedFen: 16_005_007, receivedFen: 6_000_000 });
    const { items } = (await finance.get<LightPage>(`/lights?year=${YEAR}&month=6&search=${largeYearCode(55)}`)).body;
    expect(items).toMatchObject([{ expenditureSource: 'treasury', releasedFen: 8_000_000, receivedFen: 6_000_000 }]);
  });

  it('that differ have to be explained before a report is handed in', async () => {
    const path = `/rounds/${YEAR}/6/projects/${idOf(55)}/report`;
    const back = await clerk.post<ReportView>(`${path}/withdraw`, { version: 1 });
    const indicatorId = (await projectOf(clerk, idOf(55))).indicators[0]?.id ?? '';
    const why = { reasons: ['funding'], reasonNote: '款项在途' };
    const draft = { expenditureFen: 5_500_000, ...why, results: [{ indicatorId, value: 600, ...why }] };
    const saved = await clerk.put<ReportView>(path, { ...draft, version: back.body.version });
    const refused = await clerk.post<Refusal>(`${path}/submit`, { version: saved.body.version });
    expect(refused).toMatchObject({ status: 422, body: { code: 'difference-unexplained' } });
    expect(refused.body.message).toContain('-2.50');
    const noted = { ...draft, differenceNote: ' 两笔付款在途 ', version: saved.body.version };
    const explained = await clerk.put<ReportView>(path, noted);
    expect(explained.body.differenceNote).toBe('两笔付款在途');
    const submitted = await clerk.post<ReportView>(`${path}/submit`, { version: explained.body.version });
    expect(submitted).toMatchObject({ status: 200, body: { status: 'submitted', expenditureFen: 5_500_000 } });
  });

  it('that differ are listed, the unexplained first', async () => {
    const list = async (who: Visitor) =>
      (await who.get<TreasuryDifferencePage>(`/treasury/differences?year=${YEAR}&month=6`)).body;
    const { items, total, unexplained } = await list(finance);
    expect([total, unexplained]).toEqual([4, 3]);
    expect(items.map(({ name, difference, note }) => [name, difference.expenditureFen, note])).toEqual([
      ['项目 41', 157 - 4_100_000, null],
      ['项目 40', 800 - 4_000_000, null],
      ['项目 50', -1_000_000, null],
      ['项目 55', -2_500_000, '两笔付款在途'],
    ]);
    expect((await list(justice)).total).toBe(0);
  });

  it('lists deliveries to those who see their projects', async () => {
    const seen = async (who: Visitor) =>
      (await who.get<TreasuryDeliveryPage>(`/treasury/deliveries?year=${YEAR}`)).body;
    const all = await seen(finance);
    expect(all.total).toBeGreaterThan(3);
    expect(all.items[0]).toMatchObject({
      deliveredBy: 'finance',
      deliveredByName: '显示 finance',
      channel: 'api',
      basis: 'monthly',
      figures: 2,
    });
    expect(all.items[0]?.counts).toMatchObject({ rows: 1, new: 1 });
    expect((await seen(clerk)).items[0]).toMatchObject({ figures: 2, counts: null });
    expect((await seen(justice)).total).toBe(0);
  });

  it('come from a file all or nothing, shown before they are saved', async () => {
    const lines = ['项目编码,月份,累计支出（万元）', `${largeYearCode(30)},6,2.5`, `${largeYearCode(31)},6,1`];
    const send = <T = TreasuryResult>(text: readonly string[], dryRun: boolean): Promise<Answer<T>> =>
      finance.post<T>(
        '/treasury/file',
        ...upload([{ name: '国库.csv', bytes: text.join('\n') }], { year: YEAR, dryRun: String(dryRun) }),
      );
    const before = await rowCounts(api);
    const shown = await send(lines, true);
    expect(shown).toMatchObject({ status: 200, body: { deliveryId: null, counts: { rows: 2, new: 2 }, figures: 2 } });
    const faulty = [...lines, `${largeYearCode(32)},13,1`, '99020023P99999999999Y,6,1'];
    const refused = await send<Refusal>(faulty, false);
    expect(refused).toMatchObject({ status: 422, body: { code: 'treasury-refused' } });
    expect(refused.body.issues?.map(({ path, code }) => [path, code])).toEqual([
      ['line 4', 'month-unreadable'],
      ['line 5', 'project-unknown'],
    ]);
    const preview = await send(faulty, true);
    expect(preview.body).toMatchObject({ counts: { rows: 4, new: 2, refused: 2 }, faults: [{ at: 'line 4' }] });
    expect(await rowCounts(api)).toEqual(before);
    const saved = await send(lines, false);
    expect(saved).toMatchObject({ status: 200, body: { deliveryId: expect.any(String), counts: { new: 2 } } });
    expect((await lights(30)).spend).toMatchObject({ expenditureFen: 2_500_000, expenditureSource: 'treasury' });
    expect((await send(lines, false)).body).toMatchObject({ counts: { unchanged: 2 }, figures: 0, jobIds: [] });
    const [newest] = (await finance.get<TreasuryDeliveryPage>('/treasury/deliveries')).body.items;
    expect(newest).toMatchObject({ sourceName: '国库.csv', channel: 'file', counts: { rows: 2, unchanged: 2 } });
  });

  it('keep their projects from being removed', async () => {
    const uow = api.app.get(UnitOfWork, { strict: false });
    const events = api.app.get(DomainEvents, { strict: false });
    const obstacles: UndoObstacle[] = [];
    const projectIds = [idOf(41), idOf(45)];
    await uow.run((manager) => events.publish(manager, beforeProjectsRemoved({ projectIds, obstacles })));
    const inTheWay = obstacles.filter(({ code }) => code === 'undo-has-treasury');
    expect(inTheWay).toEqual([{ projectId: idOf(41), code: 'undo-has-treasury' }]);
  });

  it('R49: change nothing in a locked round', async () => {
    await lightsAreUp(api, YEAR);
    expect((await finance.post(`/rounds/${YEAR}/6/lock`, { asTheyStand: true })).status).toBe(200);
    const differing = (await finance.get<TreasuryDifferencePage>(`/treasury/differences?year=${YEAR}&month=6`)).body;
    const late = await deliver([row(55, 6, { expenditureFen: 9_999_999 })]);
    expect(late.body).toMatchObject({ counts: { changed: 1 }, jobIds: [] });
    expect((await lights(55)).spend.expenditureFen).toBe(3_000_000);
    expect(await report(55)).toMatchObject({ treasury: { expenditureFen: 3_000_000 }, inForceFen: 3_000_000 });
    const { body } = await finance.get<ProjectCurve>(`/projects/${idOf(55)}/curve`);
    expect(body.points[5]).toMatchObject({ actualFen: 3_000_000, actualSource: 'treasury' });
    const after = (await finance.get<TreasuryDifferencePage>(`/treasury/differences?year=${YEAR}&month=6`)).body;
    expect(after).toEqual({
      ...differing,
      items: differing.items.map((item) => ({ ...item, reportStatus: expect.any(String) })),
    });
    const { deviations } = await api.app.get(VerifyRoundQuery, { strict: false }).run(YEAR, 6);
    expect(deviations).toEqual([]);
  });
});
