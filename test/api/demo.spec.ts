import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIGHTS } from '@jixiao/domain';
import { LoadDemonstration, type Demonstration } from '../../apps/api/src/features/demo/index.js';
import type { LightPage } from '../../apps/api/src/features/monitoring/http/monitoring.dto.js';
import type { Overview } from '../../apps/api/src/features/monitoring/http/overview.dto.js';
import type { TreasuryDifferencePage } from '../../apps/api/src/features/reporting/http/treasury-differences.dto.js';
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
/** Projects by light in the open round, on whichever backend: the figures follow no chance. */
const EXPECTED = { red: 3, yellow: 3, green: 8, blue: 1, grey: 2 };

const loadInto = (api: TestApi, once: boolean): Promise<Demonstration> =>
  api.app.get(LoadDemonstration, { strict: false }).run({ once });

describeBackends('The demonstration county', (backend: TestBackend) => {
  let api: TestApi;
  let loaded: Demonstration;
  let finance: Visitor;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    loaded = await loadInto(api, true);
    finance = await as('finance');
  });
  afterAll(() => api.close());

  const as = (username: string): Promise<Visitor> =>
    api.as(username, loaded.accounts.find((account) => account.username === username)?.password);

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
    expect(items).toHaveLength(11);
    expect(open.map(({ year, month }) => [year, month])).toEqual([[2026, 9]]);
  });

  it('shows every light, and says what is not reported and what is exempt', async () => {
    const { byLight, notReported, exempt } = (await finance.get<Overview>('/overview?year=2026&month=9')).body;
    expect(Object.fromEntries(LIGHTS.map((light) => [light, byLight[light]?.projects]))).toEqual(EXPECTED);
    expect([notReported, exempt]).toEqual([1, 1]);
  });

  it('has about forty projects over three years', async () => {
    const totals = await Promise.all(
      YEARS.map(async (year) => (await finance.get<LightPage>(`/lights?year=${year}&month=9`)).body.total),
    );
    expect(totals).toEqual([13, 14, 17]);
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
