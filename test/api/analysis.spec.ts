import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type {
  FindingPage,
  FundAnalysis,
  IndicatorTypes,
  YearEndRushes,
} from '../../apps/api/src/features/analysis/http/breakdowns.dto.js';
import type {
  LinkedProjectPage,
  UnitComparison,
  YearComparison,
} from '../../apps/api/src/features/analysis/http/comparisons.dto.js';
import type { ForecastPage, ForecastRanking } from '../../apps/api/src/features/analysis/http/forecast.dto.js';
import { analysisIsUp, CODES, count, saveProject, WAN, type ProjectName } from '../support/analysis.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import { openRound, organisationId } from '../support/county.js';
import { describeBackends } from '../support/services.js';

const LAST_YEAR = 2021;
const YEAR = 2022;

/**
 * A court with 审判 (100 万元, 35 of 50 planned were spent by June, 50 of 400 cases) and below the bureau of justice a centre
 * with 援助 (200 万元, 100 of 100 planned, 60 of 100 cases). The year before the court spent 65 until November and 100 in all.
 */
describeBackends('The analysis of a round', (backend) => {
  let api: TestApi;
  let finance: Visitor;
  let court: Visitor;
  let courtId: string;
  let projects: Readonly<Record<ProjectName, string>>;

  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('clerk', 'clerk', '001');
    await api.addUser('court', 'leader', '336001');
    [finance, court] = [await api.as('finance'), await api.as('court')];
    courtId = await organisationId(finance, '336001');
    const clerk = await api.as('clerk');
    const report = async (year: number, month: number, project: object): Promise<void> => {
      const { status, body } = await clerk.post(`/rounds/${year}/${month}/reports`, { projects: [project] });
      if (status !== 200) throw new Error(`Reporting answered ${status}: ${JSON.stringify(body)}`);
    };
    await saveProject(api, finance, '336001', LAST_YEAR, '审判', 100, [count('审理案件', 400)]);
    for (const month of [6, 9, 12]) await openRound(finance, LAST_YEAR, month);
    const spentBy: readonly (readonly [number, number])[] = [
      [6, 45],
      [9, 60],
      [12, 100],
    ];
    for (const [month, wan] of spentBy) {
      const results = [{ indicator: '审理案件', value: wan * 4 }];
      await report(LAST_YEAR, month, { name: '审判', expenditureFen: wan * WAN, results });
    }
    const november = { year: LAST_YEAR, rows: [{ code: CODES.审判, month: 11, expenditureFen: 65 * WAN }] };
    await finance.post('/treasury/figures', november, { 'idempotency-key': 'november' });

    projects = {
      审判: await saveProject(api, finance, '336001', YEAR, '审判', 100, [count('审理案件', 400)]),
      援助: await saveProject(api, finance, '340002', YEAR, '援助', 200, [count('办理案件', 100, '社会效益指标')]),
    };
    await openRound(finance, YEAR, 6);
    const late = [{ indicator: '审理案件', value: 50 }];
    await report(YEAR, 6, { name: '审判', fiscalFen: 30 * WAN, otherFen: 5 * WAN, results: late });
    const onPlan = [{ indicator: '办理案件', value: 60 }];
    await report(YEAR, 6, { name: '援助', expenditureFen: 100 * WAN, results: onPlan });
    await analysisIsUp(api, LAST_YEAR);
    await analysisIsUp(api, YEAR);
  });
  afterAll(() => api.close());

  const ask = async <T>(question: string, more = '', by = finance, month = 6): Promise<T> => {
    const { status, body } = await by.get<T>(`/analysis/${question}?year=${YEAR}&month=${month}${more}`);
    if (status !== 200) throw new Error(`${question} answered ${status}: ${JSON.stringify(body)}`);
    return body;
  };

  it('R45: adds the forecasts of the projects up: 77.5 of 100 and 200 of 200 are 92.5 % of the budgets', async () => {
    const { asOf, total, units } = await ask<ForecastRanking>('forecast');
    expect(asOf).toMatchObject({ year: YEAR, month: 6, underWay: false });
    expect(total).toMatchObject({
      projects: 2,
      forecastProjects: 2,
      budgetFen: 300 * WAN,
      forecastFen: 277.5 * WAN,
      forecastPercent: 92.5,
      lowerPercent: 90,
      upperPercent: 95,
      unspentFen: 22.5 * WAN,
      certain: 1,
      possible: 1,
      impossible: 0,
    });
    expect(units.map(({ name, forecastPercent }) => [name, forecastPercent])).toEqual([
      ['法院', 77.5],
      ['法律援助中心', 100],
    ]);
  });

  it('R45, R46: ranks the projects, the one with the lowest share of its budget first', async () => {
    const { items, total } = await ask<ForecastPage>('forecast/projects');
    expect(total).toBe(2);
    expect(items[0]).toMatchObject({
      projectId: projects.审判,
      organisationName: '法院',
      executionRate: 35,
      forecastPercent: 77.5,
      lowerPercent: 70,
      upperPercent: 85,
      unspentFen: 22.5 * WAN,
      basis: 'methods',
      method: 'blend',
      asOfMonth: 6,
      likelihood: 'possible',
      noForecast: null,
    });
    const certain = await ask<ForecastPage>('forecast/projects', '&likelihood=certain');
    expect(certain.items.map(({ name }) => name)).toEqual(['援助']);
    const byBudget = await ask<ForecastPage>('forecast/projects', '&sort=budget&size=1');
    expect(byBudget).toMatchObject({ total: 2, items: [{ name: '援助' }] });
  });

  it('compares with the same month of the year before, by unit and round by round', async () => {
    const { previousYear, total, units, lines } = await ask<YearComparison>('years');
    expect(previousYear).toBe(LAST_YEAR);
    expect(total.now).toMatchObject({ executionRate: 45, plannedRate: 50, goalPercent: 36.25 });
    expect(total.before).toMatchObject({ executionRate: 45, plannedRate: 50, goalPercent: 45 });
    expect(units.find(({ name }) => name === '法院')).toMatchObject({
      now: { executionRate: 35, goalPercent: 12.5 },
      before: { executionRate: 45, goalPercent: 45 },
    });
    expect(units.find(({ name }) => name === '法律援助中心')?.before).toBeNull();
    expect(lines.map(({ year, month, executionRate }) => [year, month, executionRate])).toEqual([
      [LAST_YEAR, 6, 45],
      [LAST_YEAR, 9, 60],
      [LAST_YEAR, 12, 100],
      [YEAR, 6, 45],
    ]);
  });

  it('sets a project beside the one of the year before that it continues', async () => {
    const { items, total } = await ask<LinkedProjectPage>('years/projects');
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({
      now: { projectId: projects.审判, executionRate: 35 },
      before: { executionRate: 45 },
      rateChange: -10,
      goalChange: -32.5,
    });
  });

  it('sets units and departments side by side, the largest lag first', async () => {
    const { units } = await ask<UnitComparison>('units');
    expect(units.map(({ name, lagFen, gapToPlan }) => [name, lagFen, gapToPlan])).toEqual([
      ['法院', 15 * WAN, -15],
      ['法律援助中心', 0, 0],
    ]);
    expect(units[0]).toMatchObject({ redShare: 100, allProjects: 1, executionRate: 35, plannedRate: 50 });
    const departments = await ask<UnitComparison>('units', '&level=department');
    expect(departments.units.map(({ name }) => name)).toEqual(['法院', '司法局']);
  });

  it('counts the indicators by what they are about, and how far they have come', async () => {
    const { types } = await ask<IndicatorTypes>('indicators');
    expect(types).toEqual([
      expect.objectContaining({ type: 'quantity', indicators: 1, red: 1, measured: 1, reachedPercent: 12.5 }),
      expect.objectContaining({ type: 'benefit', indicators: 1, red: 0, green: 1, reachedPercent: 60 }),
    ]);
    const red = await ask<FindingPage>('findings', '&code=indicator-red&type=quantity');
    expect(red.items).toEqual([
      expect.objectContaining({ projectId: projects.审判, indicator: '审理案件', type: 'quantity' }),
    ]);
    expect((await ask<FindingPage>('findings', '&code=indicator-red&type=benefit')).total).toBe(0);
  });

  it('divides the money by its source, and keeps apart what nobody divided', async () => {
    const { sources, levels } = await ask<FundAnalysis>('funds');
    expect(sources).toEqual([
      expect.objectContaining({ source: 'fiscal', budgetFen: 80 * WAN, spentFen: 30 * WAN, executionRate: 37.5 }),
      expect.objectContaining({ source: 'other', budgetFen: 20 * WAN, spentFen: 5 * WAN, lagFen: 5 * WAN }),
      expect.objectContaining({ source: 'unsplit', budgetFen: 200 * WAN, spentFen: 100 * WAN, gapToPlan: 0 }),
    ]);
    expect(levels).toEqual([expect.objectContaining({ level: 'unknown', projects: 2, budgetFen: 300 * WAN })]);
  });

  it('R48: finds the rush of the year that is over: 35 % in December, where the plan has 10', async () => {
    const { year, units } = await ask<YearEndRushes>('rush');
    expect(year).toBe(LAST_YEAR);
    expect(units).toHaveLength(1);
    expect(units[0]?.rushes).toEqual([
      expect.objectContaining({ of: 'december', share: 35, plannedShare: 10, gapToPlan: 25, isOverPlan: true }),
      expect.objectContaining({ of: 'fourthQuarter', share: 40, plannedShare: 27.5, gapToPlan: 12.5, z: null }),
    ]);
  });

  it('R15, R49: lists what stands out, each with its sentence in the language of the reader', async () => {
    const { items, counts } = await ask<FindingPage>('findings');
    expect(items.map(({ code, projectId }) => [code, projectId])).toEqual([['money-ahead-of-results', projects.审判]]);
    expect(items[0]?.explanation).toContain('35.00%');
    expect(counts).toContainEqual({ code: 'indicator-red', findings: 1, projects: 1 });
    const english = await finance.get<FindingPage>(`/analysis/findings?year=${YEAR}&month=6`, {
      'accept-language': 'en',
    });
    expect(english.body.items[0]?.explanation).not.toBe(items[0]?.explanation);
  });

  it('shows a person what is below their organisation, and of no other', async () => {
    expect((await ask<ForecastRanking>('forecast', '', court)).units.map(({ name }) => name)).toEqual(['法院']);
    expect((await ask<ForecastPage>('forecast/projects', '', court)).total).toBe(1);
    expect((await ask<FindingPage>('findings', '&code=indicator-red', court)).total).toBe(1);
    expect((await ask<UnitComparison>('units', `&organisationId=${courtId}`)).units).toHaveLength(1);
    const centre = await organisationId(finance, '340002');
    const foreign = `year=${YEAR}&month=6&organisationId=${centre}`;
    for (const question of ['forecast', 'forecast/projects', 'years', 'years/projects', 'units', 'findings']) {
      const { status, body } = await court.get<Refusal>(`/analysis/${question}?${foreign}`);
      expect([question, status, body.code]).toEqual([question, 404, 'not-found']);
    }
  });

  it('R45: names what the sums of the forecasts leave out, with its money, as far as the caller sees it', async () => {
    expect((await ask<ForecastRanking>('forecast')).leftOut).toEqual([]);
    const next = YEAR + 1;
    await saveProject(api, finance, '336001', next, '审判', 110, [count('审理案件', 400)]);
    const exempt = await saveProject(api, finance, '340002', next, '援助', 210, [count('办理案件', 100)]);
    await finance.patch(`/projects/${exempt}`, { personnel: true });
    await openRound(finance, next, 3);
    await analysisIsUp(api, next);
    const leftOutOf = async (by: Visitor): Promise<ForecastRanking['leftOut']> =>
      (await by.get<ForecastRanking>(`/analysis/forecast?year=${next}&month=3`)).body.leftOut;
    const silent = { reason: 'not-reported', projects: 1, budgetFen: 110 * WAN };
    expect(await leftOutOf(finance)).toEqual([{ reason: 'exempt', projects: 1, budgetFen: 210 * WAN }, silent]);
    expect(await leftOutOf(court)).toEqual([silent]);
  });

  it('follows what is reported anew', async () => {
    const clerk = await api.as('clerk');
    const results = [{ indicator: '审理案件', value: 200 }];
    await clerk.post(`/rounds/${YEAR}/6/reports`, {
      projects: [{ name: '审判', fiscalFen: 45 * WAN, otherFen: 5 * WAN, results }],
    });
    await analysisIsUp(api, YEAR);
    expect((await ask<ForecastRanking>('forecast')).total).toMatchObject({ forecastPercent: 100, certain: 2 });
    expect((await ask<FindingPage>('findings')).total).toBe(0);
  });
});
