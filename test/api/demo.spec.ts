import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIGHTS, type Role } from '@jixiao/domain';
import { LoadDemonstration, type Demonstration } from '../../apps/api/src/features/demo/index.js';
import type { LightPage } from '../../apps/api/src/features/monitoring/http/monitoring.dto.js';
import type { Overview } from '../../apps/api/src/features/monitoring/http/overview.dto.js';
import type { ProjectCurve, ProjectTrends } from '../../apps/api/src/features/monitoring/http/time-series.dto.js';
import type { TreasuryDifferencePage } from '../../apps/api/src/features/reporting/http/treasury-differences.dto.js';
import type { EvaluationProgress } from '../../apps/api/src/features/self-evaluation/http/evaluations.dto.js';
import { alertsAreUp, alertsOf } from '../support/alerts.js';
import { TestApi, type Visitor } from '../support/api.js';
import { rowCounts } from '../support/county.js';
import { describeBackends, type TestBackend } from '../support/services.js';

interface Organisations {
  readonly items: readonly { readonly kind: string; readonly parentId: string | null }[];
}
interface Rounds {
  readonly items: readonly { readonly year: number; readonly month: number; readonly status: string }[];
}

const YEARS = [2024, 2025, 2026];
/** Years that were taken over, with their last round only. */
const EARLIER_YEARS = [2022, 2023];
/** Projects by light in the open round, on whichever backend: the figures follow no chance. */
const EXPECTED = { red: 3, yellow: 3, green: 8, blue: 1, grey: 2 };

const FEN_PER_WAN = 1_000_000;

const loadInto = (api: TestApi, once: boolean): Promise<Demonstration> =>
  api.app.get(LoadDemonstration, { strict: false }).run({ once });

/** Five years of a county take a while where other suites run beside them. */
const LOADING_MS = 240_000;

describeBackends('The demonstration county', (backend: TestBackend) => {
  let api: TestApi;
  let loaded: Demonstration;
  let finance: Visitor;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    loaded = await loadInto(api, true);
    finance = await as('finance');
    for (const year of YEARS) await alertsAreUp(api, year);
  }, LOADING_MS);
  afterAll(() => api.close());

  const as = (username: string): Promise<Visitor> =>
    api.as(username, loaded.accounts.find((account) => account.username === username)?.password);

  const idOf = async (name: string, year: number): Promise<string> => {
    const { items } = (await finance.get<LightPage>(`/lights?year=${year}&month=9&size=100`)).body;
    return items.find((item) => item.name === name)?.projectId ?? '';
  };
  const curveOf = async (name: string): Promise<ProjectCurve> =>
    (await finance.get<ProjectCurve>(`/projects/${await idOf(name, 2026)}/curve`)).body;
  const trendsOf = async (name: string, year: number, month: number): Promise<ProjectTrends> =>
    (await finance.get<ProjectTrends>(`/projects/${await idOf(name, year)}/trends?month=${month}`)).body;

  it('has accounts of every role, and each can sign in', async () => {
    expect(loaded.loaded).toBe(true);
    expect(new Set(loaded.accounts.map(({ role }) => role)).size).toBe(7);
    for (const { username } of loaded.accounts) await expect(as(username)).resolves.toBeDefined();
  });

  it('is a finance bureau with departments and their units', async () => {
    const { items } = (await finance.get<Organisations>('/organisations')).body;
    const kinds = items.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'financeBureau')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'unit')).toHaveLength(6);
    expect(items.filter(({ parentId }) => parentId === null)).toHaveLength(1);
  });

  it('has past rounds locked and the latest open', async () => {
    const { items } = (await finance.get<Rounds>('/rounds')).body;
    const open = items.filter(({ status }) => status !== 'locked');
    expect(items).toHaveLength(13);
    expect(open.map(({ year, month }) => [year, month])).toEqual([[2026, 9]]);
  });

  it('has somebody of every level of self-evaluation in each unit', () => {
    const units = loaded.accounts
      .filter(({ role }) => role === 'clerk')
      .map(({ organisationCode }) => organisationCode);
    expect(new Set(units).size).toBe(6);
    const holds = (wanted: Role, code: string): boolean =>
      loaded.accounts.some(
        ({ role, secondRole, organisationCode }) =>
          organisationCode === code && (role === wanted || secondRole === wanted),
      );
    const lacking = units.filter(
      (code) => !holds('unitReviewer', code) || !holds('departmentReviewer', code.slice(0, 3)),
    );
    expect(lacking).toEqual([]);
  });

  it('has the last year evaluated: some accepted and sealed, some on their way, one with a final account', async () => {
    const progress = (await finance.get<EvaluationProgress>('/evaluations/progress?year=2025')).body;
    expect(Object.values(progress.byState).every((count) => count > 0)).toBe(true);
    expect(progress).toMatchObject({ accountDiffers: 1, late: 0 });
    const verified = await finance.post('/evaluations/years/2025/verification');
    expect(verified.body).toMatchObject({ intact: true, accepted: progress.byState.accepted });
  });

  it('shows every light, and says what is not reported and what is exempt', async () => {
    const { byLight, notReported, exempt } = (await finance.get<Overview>('/overview?year=2026&month=9')).body;
    expect(Object.fromEntries(LIGHTS.map((light) => [light, byLight[light]?.projects]))).toEqual(EXPECTED);
    expect([notReported, exempt]).toEqual([1, 1]);
  });

  it('R27: has alerts of the open round that were answered, acknowledged, late, new and put right, and those of earlier rounds', async () => {
    const alerts = await alertsOf(finance, 'year=2026&month=9');
    const states = alerts.map(({ state, level, suspension, acknowledged }) =>
      [state, level, suspension ?? '-', acknowledged === null ? 'new' : 'seen'].join(' '),
    );
    expect([...new Set(states)].sort()).toEqual([
      'answered unit - seen',
      'open department - seen',
      'open finance proposed new',
      'open unit - new',
      'rectifying unit - seen',
    ]);
    const earlier = await alertsOf(finance, 'year=2025&state=closed');
    expect(new Set(earlier.map(({ closed }) => closed?.closing))).toEqual(new Set(['recovered', 'round-over']));
    expect(await alertsOf(finance, 'year=2025&state=active')).toEqual([]);
  });

  it('has about forty projects over three years', async () => {
    const totals = await Promise.all(
      YEARS.map(async (year) => (await finance.get<LightPage>(`/lights?year=${year}&month=9`)).body.total),
    );
    expect(totals).toEqual([13, 14, 17]);
  });

  it('has earlier years, of which the end was taken over', async () => {
    const totals = await Promise.all(
      EARLIER_YEARS.map(async (year) => (await finance.get<LightPage>(`/lights?year=${year}&month=12`)).body.total),
    );
    expect(totals).toEqual([12, 13]);
  });

  it('R45: forecasts by the history of the unit, and R43 keeps what the treasury corrected', async () => {
    const curve = await curveOf('办案业务经费');
    expect(curve.forecast).toMatchObject({
      interval: { basis: 'pool' },
      pool: { level: 'unit', name: '青禾县人民法院', years: 4 },
      chainLadderFen: expect.any(Number),
    });
    const [correction] = curve.corrections.filter(({ source }) => source === 'treasury' && curve.year === 2026);
    expect(correction).toMatchObject({ month: 5, toFen: (correction?.fromFen ?? 0) - 6.4 * FEN_PER_WAN });
  });

  it('R47: follows projects through the years, with trends that were right on the past', async () => {
    const { earlierYears, indicators } = await trendsOf('办案业务经费', 2026, 9);
    expect(earlierYears).toEqual([2025, 2024, 2023, 2022]);
    expect(indicators.filter(({ trend }) => trend !== null).length).toBeGreaterThan(0);
  });

  it.each([
    ['公共安全视频监控运维费', 2026, 'year-end-rush'],
    ['反电信网络诈骗专项经费', 2026, 'money-ahead-of-results'],
    ['公共安全视频监控运维费', 2025, 'results-ahead-of-money'],
    ['电子警察设备更新改造', 2025, 'spending-stalled'],
    ['电子警察设备更新改造', 2025, 'result-flat'],
  ] as const)('%s of %s shows %s in September', async (name, year, code) => {
    const { findings } = await trendsOf(name, year, 9);
    expect(findings.map((finding) => finding.code)).toContain(code);
  });

  it('gives a reason for every overspent or lagging project', async () => {
    const { items } = (await finance.get<LightPage>('/lights?year=2026&month=9&light=red')).body;
    expect(items.every(({ explanation }) => explanation.startsWith('红灯'))).toBe(true);
    expect(items.filter(({ gapToPlan }) => gapToPlan !== null && gapToPlan > 0)).toHaveLength(1);
  });

  it('has goals of the departments', async () => {
    const { items } = (await finance.get<{ items: object[] }>('/department-goals?year=2026')).body;
    expect(items.length).toBeGreaterThanOrEqual(8);
  });

  it('has treasury figures: one that agrees, one explained and one unexplained difference', async () => {
    const { treasury } = (await finance.get<Overview>('/overview?year=2026&month=9')).body;
    expect(treasury).toMatchObject({ projects: 3, releasedFen: expect.any(Number) });
    const path = '/treasury/differences?year=2026&month=9';
    const { items } = (await finance.get<TreasuryDifferencePage>(path)).body;
    expect(items.map(({ name, difference, note }) => [name, difference.expenditureFen, note !== null])).toEqual([
      ['法治宣传教育经费', -1_200_000, false],
      ['道路交通安全设施维护费', -860_000, true],
    ]);
  });

  it('is loaded once: another load changes not one row', async () => {
    const before = await rowCounts(api);
    expect((await loadInto(api, true)).loaded).toBe(false);
    expect((await loadInto(api, false)).loaded).toBe(false);
    expect(await rowCounts(api)).toEqual(before);
  });
});

describe('The demonstration beside other data', () => {
  it('is not loaded, and asked for outright it is refused', async () => {
    const api = await TestApi.open({ database: 'sqlite' });
    try {
      await api.addTree();
      await expect(loadInto(api, true)).resolves.toEqual({ loaded: false, accounts: [] });
      await expect(loadInto(api, false)).rejects.toMatchObject({ code: 'demo-other-data' });
    } finally {
      await api.close();
    }
  });
});
