import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProjectCurve, ProjectTrends } from '../../apps/api/src/features/monitoring/http/time-series.dto.js';
import { AddOrganisation } from '../../apps/api/src/features/organisations/index.js';
import { SaveTargets } from '../../apps/api/src/features/targets/index.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import { lightsAreUp, openRound, organisationId } from '../support/county.js';
import { describeBackends } from '../support/services.js';
import { contentDraft, indicatorDraft } from '../support/target-drafts.js';

const YEAR = 2022;
const EARLIER = [2019, 2020, 2021] as const;
const CODE = '13020023P00003910033L';
const ALONE = '13030321EXDHKHBVZCVYN';
const NAME = '法律援助经费';
const WAN = 1_000_000;
/** 25/50/80/100 at the ends of March, June, October and December. */
const PLAN = [25, 50, 80, 100].map((percent, place) => ({ month: [3, 6, 10, 12][place] ?? 12, percent }));
const count = (name: string, number: number) =>
  indicatorDraft(name, { rawValue: `≥${number}件`, number, unit: '件', kind: 'cumulative' });

/** Of two indicators by the end of a quarter: one grows from year to year, one is the same every year. */
const results = (quarter: number, growth: number) => [
  { indicator: '办理案件', value: Math.round(quarter * 50 * growth) },
  { indicator: '印发手册', value: quarter * 100 },
];

describeBackends('The forecast of a project', (backend) => {
  let api: TestApi;
  let finance: Visitor;
  let clerk: Visitor;
  let alone: string;
  let continued: string;
  let deliveries = 0;

  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('clerk', 'clerk', '001');
    await api.addUser('court', 'leader', '336001');
    [finance, clerk] = [await api.as('finance'), await api.as('clerk')];
    for (const year of EARLIER) {
      const growing = [count('办理案件', 400), count('印发手册', 400)];
      await save('340002', year, NAME, CODE, growing);
      for (const month of [3, 6, 9, 12]) await openRound(finance, year, month);
    }
    alone = await save('336001', YEAR, '审判业务经费', ALONE, [count('审理案件', 1000)]);
    const today = [count('办理案件', 400), count('印发手册', 400), count('培训人员', 400)];
    continued = await save('340002', YEAR, NAME, CODE, today);
    for (const month of [3, 6]) await openRound(finance, YEAR, month);
    await report(YEAR, 3, { name: NAME, results: results(1, 1.2 ** 3) });
  });
  afterAll(() => api.close());

  async function save(
    unit: string,
    year: number,
    name: string,
    code: string | null,
    indicators: ReturnType<typeof count>[],
  ): Promise<string> {
    const content = contentDraft({ initialBudgetFen: 100 * WAN, schedule: PLAN, indicators });
    const item = { year, organisationId: await organisationId(finance, unit), code, name, content, stored: null };
    const [id = ''] = await api.app
      .get(UnitOfWork, { strict: false })
      .run((manager) =>
        api.app.get(SaveTargets, { strict: false }).run(manager, [item], { actor: 'finance', importBatchId: null }),
      );
    return id;
  }
  async function report(year: number, month: number, project: object): Promise<void> {
    const { status, body } = await clerk.post(`/rounds/${year}/${month}/reports`, { projects: [project] });
    if (status !== 200) throw new Error(`Reporting answered ${status}: ${JSON.stringify(body)}`);
  }
  async function deliver(year: number, rows: readonly object[]): Promise<void> {
    deliveries += 1;
    const key = { 'idempotency-key': `delivery-${deliveries}` };
    const { status, body } = await finance.post('/treasury/figures', { year, rows }, key);
    if (status !== 200) throw new Error(`Delivering answered ${status}: ${JSON.stringify(body)}`);
  }
  const curve = async (id: string, query = ''): Promise<ProjectCurve> =>
    (await finance.get<ProjectCurve>(`/projects/${id}/curve${query}`)).body;
  const trends = async (query = ''): Promise<ProjectTrends> =>
    (await finance.get<ProjectTrends>(`/projects/${continued}/trends${query}`)).body;

  it('says why there is none before anything is reported', async () => {
    expect(await curve(alone)).toMatchObject({ forecast: null, noForecast: 'not-reported', corrections: [] });
  });

  describe('with 35 of 100 spent in June, where 50 were planned', () => {
    beforeAll(async () => {
      const closed = [{ indicator: '审理案件', value: 150 }];
      await report(YEAR, 3, { name: '审判业务经费', expenditureFen: 25 * WAN, results: closed });
      await report(YEAR, 6, { name: '审判业务经费', expenditureFen: 30 * WAN });
      await report(YEAR, 6, { name: '审判业务经费', expenditureFen: 35 * WAN, expectedFullYearFen: 90 * WAN });
      await lightsAreUp(api, YEAR);
    });

    it('R45: is 70 by pace, 85 by the rest of the plan, 77.5 by both; the span is the interval without a history', async () => {
      const { forecast } = await curve(alone);
      expect(forecast).toMatchObject({
        month: 6,
        plannedPercent: 50,
        method: 'blend',
        paceFen: 70 * WAN,
        planRemainingFen: 85 * WAN,
        blendFen: 77.5 * WAN,
        forecastFen: 77.5 * WAN,
        forecastPercent: 77.5,
        chainLadderFen: null,
        pool: null,
        interval: { lowerFen: 70 * WAN, upperFen: 85 * WAN, basis: 'methods' },
      });
      expect(forecast?.path.at(0)).toMatchObject({ month: 6, forecastPercent: 35, lowerPercent: 35, upperPercent: 35 });
      expect(forecast?.path.at(-1)).toMatchObject({
        month: 12,
        forecastPercent: 77.5,
        lowerPercent: 70,
        upperPercent: 85,
      });
    });

    it('R44: is 1.80 months late, as the plan had reached 35 at month 4.2', async () => {
      const { points } = await curve(alone);
      expect(points[5]).toMatchObject({ month: 6, earnedMonths: -1.8 });
      expect(points[2]).toMatchObject({ month: 3, earnedMonths: 0 });
      expect(points[8]).toMatchObject({ month: 9, earnedMonths: null });
    });

    it('R46: suggests how likely the budget is to be spent beside what the unit expects', async () => {
      expect((await curve(alone)).forecast).toMatchObject({
        suggestion: { likelihood: 'possible', lowerPercent: 70, upperPercent: 85, basis: 'methods' },
        expectedFullYearFen: 90 * WAN,
      });
    });

    it('R43: shows the figures and the forecast as they were known before a correction, and the correction after it', async () => {
      const { corrections } = await curve(alone);
      const at = corrections[0]?.at ?? '';
      expect(corrections).toEqual([
        { month: 6, fromFen: 30 * WAN, toFen: 35 * WAN, at, source: 'unit', by: 'clerk', byName: '显示 clerk' },
      ]);
      const before = await curve(alone, `?knownAt=${encodeURIComponent(new Date(Date.parse(at) - 1).toISOString())}`);
      expect(before.points[5]).toMatchObject({ actualFen: 30 * WAN });
      expect(before).toMatchObject({ corrections: [], forecast: { forecastFen: 70 * WAN } });
      const after = await curve(alone, `?knownAt=${encodeURIComponent(at)}`);
      expect(after.points[5]).toMatchObject({ actualFen: 35 * WAN });
      const longAgo = await curve(alone, '?knownAt=2001-01-01');
      expect(longAgo).toMatchObject({ forecast: null, noForecast: 'not-reported', corrections: [] });
      const today = await curve(alone, '?knownAt=2099-12-31');
      expect([today.knownAt, today.points[5]?.actualFen]).toEqual(['2099-12-31T15:59:59.999Z', 35 * WAN]);
      expect((await finance.get<Refusal>(`/projects/${alone}/curve?knownAt=yesterday`)).status).toBe(400);
    });

    it('R43: what the treasury pays is a correction as well, but not of a month that was locked before', async () => {
      expect((await finance.post(`/rounds/${YEAR}/3/lock`, { asTheyStand: true })).status).toBe(200);
      await deliver(YEAR, [
        { code: ALONE, month: 3, expenditureFen: 1 * WAN },
        { code: ALONE, month: 6, expenditureFen: 40 * WAN },
      ]);
      await lightsAreUp(api, YEAR);
      for (const query of ['', '?knownAt=2099-12-31']) {
        const { points, corrections } = await curve(alone, query);
        expect([points[2]?.actualFen, points[5]?.actualFen]).toEqual([25 * WAN, 40 * WAN]);
        expect(corrections.map(({ month, toFen, source, by }) => [month, toFen, source, by])).toEqual([
          [6, 35 * WAN, 'unit', 'clerk'],
          [6, 40 * WAN, 'treasury', 'finance'],
        ]);
      }
    });
  });

  describe('with earlier years', () => {
    /** Spent by the ends of June to December, in 万元: 150 by June and 300 by December, all years together. */
    const SPENT = {
      2019: [50, 60, 68, 76, 84, 92, 100],
      2020: [40, 52, 60, 70, 80, 85, 90],
      2021: [60, 62, 64, 66, 68, 70, 110],
    } as const;

    beforeAll(async () => {
      for (const [place, year] of EARLIER.entries()) {
        const rows = SPENT[year].map((wan, at) => ({ code: CODE, month: at + 6, expenditureFen: wan * WAN }));
        await deliver(year, rows);
        for (const quarter of [1, 2, 3, 4])
          await report(year, quarter * 3, { name: NAME, results: results(quarter, 1.2 ** place) });
        await lightsAreUp(api, year);
      }
      const likely = { indicator: '印发手册', value: 200, likelihood: 'certain' };
      const started = { indicator: '培训人员', value: 20 };
      const june = [...results(2, 1.2 ** 3).slice(0, 1), likely, started];
      await report(YEAR, 6, { name: NAME, expenditureFen: 40 * WAN, results: june });
      await lightsAreUp(api, YEAR);
    });
    it('R45: the chain ladder of the unit gives its own forecast, and the interval of the blend', async () => {
      const { forecast } = await curve(continued);
      expect(forecast).toMatchObject({
        method: 'blend',
        forecastFen: 85 * WAN,
        chainLadderFen: 80 * WAN,
        interval: { basis: 'pool' },
        pool: { level: 'unit', name: '法律援助中心', years: 3, months: [6, 7, 8, 9, 10, 11, 12] },
      });
      const { lowerFen = 0, upperFen = 0 } = forecast?.interval ?? {};
      expect(lowerFen).toBeGreaterThan(40 * WAN);
      expect(lowerFen).toBeLessThan(85 * WAN);
      expect(upperFen).toBeGreaterThan(85 * WAN);
    });

    it('R45: a unit that has not the years itself is forecast by its department', async () => {
      const unit = { code: '340003', name: '公证处', kind: 'unit', parentCode: '340001', addedBy: 'system' } as const;
      await api.app.get(AddOrganisation, { strict: false }).execute(unit);
      const newcomer = await save('340003', YEAR, '公证业务经费', null, [count('办理公证', 100)]);
      await report(YEAR, 6, {
        name: '公证业务经费',
        expenditureFen: 30 * WAN,
        results: [{ indicator: '办理公证', value: 50 }],
      });
      await lightsAreUp(api, YEAR);
      expect((await curve(newcomer)).forecast).toMatchObject({
        interval: { basis: 'pool' },
        pool: { level: 'department', name: '司法局', years: 3 },
      });
    });

    it('R28: a year counts only while all projects of the pool are known', async () => {
      await save('340002', 2019, '另一个项目', null, []);
      expect((await curve(continued)).forecast).toMatchObject({ pool: null, interval: { basis: 'methods' } });
    });

    it('R47: a trend is shown where it beats the naive forecast, else the reason why none is', async () => {
      const { indicators, earlierYears, month } = await trends();
      expect([earlierYears, month]).toEqual([[2021, 2020, 2019], 6]);
      const [growing, constant, started] = indicators;
      expect(growing?.results.map(({ year, month: of, result }) => [year, of, result]).slice(0, 5)).toEqual([
        [2019, 3, 50],
        [2019, 6, 100],
        [2019, 9, 150],
        [2019, 12, 200],
        [2020, 3, 60],
      ]);
      expect(growing?.trend).toMatchObject({
        origins: 6,
        forecast: [{ year: 2022, quarter: 3 }, { quarter: 4 }, {}, {}],
      });
      expect(growing?.trend?.meanAbsoluteError ?? 1e9).toBeLessThan(growing?.trend?.naiveError ?? 0);
      expect([constant?.trend, constant?.noTrend]).toEqual([null, 'not-better-than-naive']);
      expect([started?.trend, started?.noTrend]).toEqual([null, 'too-short']);
    });

    it('R46: a suggestion stands beside what the unit chose, and what it chose stays', async () => {
      const [growing, constant, started] = (await trends()).indicators;
      expect(growing).toMatchObject({ suggestion: { basis: 'trend' }, chosen: null });
      expect(constant).toMatchObject({ suggestion: { likelihood: 'certain', basis: 'result' }, chosen: 'certain' });
      expect(started).toMatchObject({ suggestion: { likelihood: 'impossible', upperPercent: 55 }, chosen: null });
    });

    it('looks back from an earlier round by what it knew', async () => {
      const { month, indicators } = await trends('?month=5');
      expect([month, indicators[0]?.results.at(-1)]).toMatchObject([3, { year: YEAR, month: 3, result: 86 }]);
    });

    it('R48: names the year that ended with a rush', async () => {
      const { findings } = await trends();
      expect(findings).toEqual([
        {
          code: 'year-end-rush',
          year: 2021,
          indicatorId: null,
          explanation: '12月支出占全年的 36.36%，计划为 10.00%，高 26.36 个百分点。',
        },
      ]);
    });
  });

  it('R15: money without results and results that fall are found, each with its sentence', async () => {
    await report(YEAR, 6, { name: '审判业务经费', results: [{ indicator: '审理案件', value: 100 }] });
    await lightsAreUp(api, YEAR);
    const path = `/projects/${alone}/trends`;
    const { findings } = (await finance.get<ProjectTrends>(path)).body;
    expect(findings.map(({ code, explanation }) => [code, explanation])).toEqual([
      [
        'money-ahead-of-results',
        '支出进度 40.00%，目标完成 10.00%（1 项指标平均），资金超前 30.00 个百分点，超过 10 个百分点。',
      ],
      ['result-falls', '“审理案件”3月底为 150件，6月底为 100件：累计数减少，请核实。'],
    ]);
    const english = (await finance.get<ProjectTrends>(path, { 'accept-language': 'en' })).body;
    expect(english.findings[0]?.explanation).toContain('money ahead by 30.00 points');
  });

  it('nobody sees the series of a project out of reach', async () => {
    const court = await api.as('court');
    expect((await court.get(`/projects/${alone}/trends`)).status).toBe(200);
    for (const route of ['curve', 'trends'])
      expect((await court.get(`/projects/${continued}/${route}`)).status).toBe(404);
  });
});
