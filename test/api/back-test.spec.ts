import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { BackTestView } from '../../apps/api/src/features/monitoring/http/back-test.dto.js';
import type { ProjectCurve } from '../../apps/api/src/features/monitoring/http/time-series.dto.js';
import { SaveTargets } from '../../apps/api/src/features/targets/index.js';
import { JobQueue } from '../../apps/api/src/platform/jobs/job-queue.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Visitor } from '../support/api.js';
import { organisationId } from '../support/county.js';
import { until } from '../support/job-rig.js';
import { describeBackends } from '../support/services.js';
import { contentDraft } from '../support/target-drafts.js';
import { CODE, YearsTurn } from '../support/years-turn.js';

const WAN = 1_000_000;
const PATH = '/forecasts/back-test';
/** 25/50/80/100 at the ends of March, June, October and December. */
const PLAN = [25, 50, 80, 100].map((percent, place) => ({ month: [3, 6, 10, 12][place] ?? 12, percent }));
/** Years that are over, and what of 100 万元 each had spent by June and in the end. */
const PAST = [
  { year: 2018, june: 40, december: 80 },
  { year: 2019, june: 42, december: 84 },
  { year: 2020, june: 44, december: 86 },
  { year: 2021, june: 40, december: 82 },
] as const;
const CODES = ['13020023P00003910033L', '13030321EXDHKHBVZCVYN', '13030322P00409010001H'] as const;

describeBackends('The back-test of forecasts', (backend) => {
  let api: TestApi;
  let finance: Visitor;
  let deliveries = 0;

  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('court', 'leader', '336001');
    finance = await api.as('finance');
    for (const { year, june, december } of PAST) {
      await save('336001', year, CODES[0]);
      await deliver(year, CODES[0], june, december);
    }
    await save('340002', 2021, CODES[1]);
    await deliver(2021, CODES[1], 50, 100);
  });
  afterAll(() => api.close());

  async function save(unit: string, year: number, code: string): Promise<string> {
    const content = contentDraft({ initialBudgetFen: 100 * WAN, schedule: PLAN });
    const owner = await organisationId(finance, unit);
    const item = { year, organisationId: owner, code, name: `项目${code.slice(-4)}`, content, stored: null };
    const [id = ''] = await api.app
      .get(UnitOfWork, { strict: false })
      .run((manager) =>
        api.app.get(SaveTargets, { strict: false }).run(manager, [item], { actor: 'finance', importBatchId: null }),
      );
    return id;
  }
  async function take(year: number, rows: readonly object[]): Promise<void> {
    deliveries += 1;
    const { status, body } = await finance.post(
      '/treasury/figures',
      { year, rows },
      { 'idempotency-key': `delivery-${deliveries}` },
    );
    if (status !== 200) throw new Error(`Delivering answered ${status}: ${JSON.stringify(body)}`);
  }
  const deliver = (year: number, code: string, june: number, december: number): Promise<void> =>
    take(year, [
      { code, month: 6, expenditureFen: june * WAN },
      { code, month: 12, expenditureFen: december * WAN },
    ]);
  async function computed(): Promise<BackTestView> {
    const { status, body } = await finance.post<{ jobId: string }>(PATH);
    expect(status).toBe(202);
    expect(await api.app.get(JobQueue, { strict: false }).settled(body.jobId)).toBe('succeeded');
    return (await finance.get<BackTestView>(PATH)).body;
  }
  const errorsOf = (view: BackTestView, month = 6) =>
    Object.fromEntries(
      (view.months.find((each) => each.month === month)?.methods ?? []).map((one) => [one.method, one]),
    );

  it('says that nothing was tested before anybody asked for it', async () => {
    const { body } = await finance.get<BackTestView>(PATH);
    expect(body).toMatchObject({
      computedAt: null,
      years: [],
      rounds: [],
      months: [],
      overall: { cases: 0, best: null },
    });
    expect(body.explanation).toBe('还没有已经结束的年度可供回测。');
  });

  it('R45: is the error of each method in percent of the budget, of every month that was known', async () => {
    const view = await computed();
    expect(view).toMatchObject({ organisationId: null, years: [2018, 2019, 2020, 2021] });
    expect(view.months.map(({ month, cases }) => [month, cases])).toEqual([[6, 5]]);
    // The rest as planned: 90 of 80, 92 of 84, 94 of 86, 90 of 82 and 100 of 100.
    expect(errorsOf(view).planRemaining).toMatchObject({ cases: 5, meanAbsolute: 6.8, bias: 6.8 });
    expect(errorsOf(view).pace).toMatchObject({ cases: 5, meanAbsolute: 0.8, bias: 0 });
    expect(errorsOf(view).chainLadder).toMatchObject({ cases: 1, coverage: { cases: 1 } });
    expect(view.overall.best).toBe('pace');
    expect(view.explanation).toMatch(/“按速度”误差最小，平均 ±0\.80 个百分点.+项目页仍按“两种推算加权”预测/);
  });

  it('R43: goes by what was known at the month, and what was corrected later counts for the end only', async () => {
    await take(2018, [{ code: CODES[0], month: 6, expenditureFen: 60 * WAN }]);
    expect(errorsOf(await computed()).planRemaining).toMatchObject({ meanAbsolute: 6.8 });
    await take(2018, [{ code: CODES[0], month: 12, expenditureFen: 85 * WAN }]);
    expect(errorsOf(await computed()).planRemaining).toMatchObject({ meanAbsolute: 5.8, bias: 5.8 });
  });

  it('shows what lies within the own scope, and nothing of an organisation outside', async () => {
    const court = await api.as('court');
    const [own, other] = [await organisationId(finance, '336001'), await organisationId(finance, '340002')];
    expect((await court.get<BackTestView>(PATH)).body.overall.cases).toBe(4);
    expect((await court.get<BackTestView>(`${PATH}?organisationId=${own}`)).body.overall.cases).toBe(4);
    expect((await court.get(`${PATH}?organisationId=${other}`)).status).toBe(404);
    expect((await finance.get<BackTestView>(`${PATH}?organisationId=${other}`)).body.overall.cases).toBe(1);
  });

  it('is asked for by those who manage rounds, and stands in the audit trail', async () => {
    const court = await api.as('court');
    expect((await court.post(PATH)).status).toBe(403);
    await api.addUser('auditor', 'auditor', '001');
    const trail = await (await api.as('auditor')).get<{ total: number }>('/audit?action=monitoring.back-test');
    expect(trail.body.total).toBe(3);
  });

  it('is named with the forecast of a project: the error at that month, and which method was nearer', async () => {
    const id = await save('336001', 2022, CODES[0]);
    await take(2022, [{ code: CODES[0], month: 6, expenditureFen: 35 * WAN }]);
    const { forecast } = (await finance.get<ProjectCurve>(`/projects/${id}/curve`)).body;
    expect(forecast?.pastError).toMatchObject({ month: 6, better: { method: 'pace' } });
    await take(2022, [{ code: CODES[0], month: 7, expenditureFen: 36 * WAN }]);
    expect((await finance.get<ProjectCurve>(`/projects/${id}/curve`)).body.forecast?.pastError).toBeNull();
  });
});

describeBackends('The back-test at the end of a year', (backend) => {
  let turn: YearsTurn;
  beforeAll(async () => {
    turn = await YearsTurn.open(backend);
  });
  afterAll(() => turn.close());

  const view = async (): Promise<BackTestView> => (await turn.finance.get<BackTestView>(PATH)).body;

  it('knows no case of a year whose December is not locked', async () => {
    const project = await turn.save(2030, '二号项目', CODE);
    const rows = [{ code: CODE, month: 11, expenditureFen: 35_000_000 }];
    const { status } = await turn.finance.post(
      '/treasury/figures',
      { year: 2030, rows },
      { 'idempotency-key': 'november' },
    );
    expect(status).toBe(200);
    await turn.openDecember();
    await turn.report(project, 40_000_000);
    await turn.handIn(project);
    const { body } = await turn.finance.post<{ jobId: string }>(PATH);
    expect(await turn.api.app.get(JobQueue, { strict: false }).settled(body.jobId)).toBe('succeeded');
    expect(await view()).toMatchObject({ rounds: [], overall: { cases: 0 } });
  });

  it('is made anew by the lock of December, and tells from which rounds', async () => {
    await turn.lockDecember();
    await until(async () => (await view()).computedAt !== null, 'the back-test of the lock');
    expect(await view()).toMatchObject({ years: [2030], rounds: [{ year: 2030, month: 12 }], overall: { cases: 1 } });
  });
});
