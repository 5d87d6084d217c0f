import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { LightPage } from '../../apps/api/src/features/monitoring/http/monitoring.dto.js';
import { ProjectLight } from '../../apps/api/src/features/monitoring/persistence/project-light.entity.js';
import { Organisation } from '../../apps/api/src/features/organisations/persistence/organisation.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Visitor } from '../support/api.js';
import { lightsAreUp } from '../support/county.js';
import { addLargeCounty } from '../support/large-county.js';
import { describeBackends } from '../support/services.js';

const YEAR = 2023;
const COUNTY = { seed: 11, year: YEAR, departments: 2, units: 5, projects: 230, indicatorsEach: 2, months: [6] };
const SORTS = ['worst', 'gapToPlan', 'gapToStraightLine', 'budget', 'name'] as const;

type Row = LightPage['items'][number];

describeBackends('The list of a round', (backend) => {
  let api: TestApi;
  let uow: UnitOfWork;
  let finance: Visitor;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    uow = api.app.get(UnitOfWork, { strict: false });
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    finance = await api.as('finance');
    await addLargeCounty(uow, await uow.reader.findOneByOrFail(Organisation, { code: '001' }), COUNTY);
    expect((await finance.post(`/rounds/${YEAR}/6/recompute`)).status).toBe(202);
    await lightsAreUp(api, YEAR);
  });
  afterAll(() => api.close());

  const lights = async (query: string, who = finance): Promise<LightPage> =>
    (await who.get<LightPage>(`/lights?year=${YEAR}&month=6&${query}`)).body;
  const all = async (query: string): Promise<readonly Row[]> => {
    const pages = await Promise.all([1, 2].map((page) => lights(`${query}&size=200&page=${page}`)));
    return pages.flatMap(({ items }) => items);
  };

  it.each(SORTS)('has every project once, page after page, in the order of %s', async (sort) => {
    const whole = await all(`sort=${sort}`);
    expect(new Set(whole.map(({ projectId }) => projectId)).size).toBe(COUNTY.projects);
    const deep = await lights(`sort=${sort}&size=20&page=11`);
    expect(deep.items).toEqual(whole.slice(200, 220));
    const values = whole.map(orderOf[sort]);
    expect(values).toEqual([...values].sort((a, b) => (a < b ? -1 : Number(a > b))));
  });

  it('counts by itself, and tells a count again that it is told', async () => {
    expect((await lights('size=1')).total).toBe(COUNTY.projects);
    const told = await lights('size=1&page=3&total=230');
    expect([told.total, told.items.length]).toEqual([230, 1]);
    expect((await lights('size=1&page=400')).items).toEqual([]);
  });

  it('narrows by what is not reported, to key projects, and by R15', async () => {
    const whole = await all('');
    const late = await all('state=notReported');
    expect(late.length).toBeGreaterThan(0);
    expect(ids(late)).toEqual(ids(whole.filter(({ notReported }) => notReported)));
    expect((await lights('state=awaitingReport')).total).toBe(whole.filter((row) => row.awaitingReport).length);
    const keys = await all('state=key');
    expect(keys.length).toBeGreaterThan(0);
    expect(ids(keys)).toEqual(ids(whole.filter(({ key }) => key)));
    const ahead = await uow.reader.countBy(ProjectLight, { mismatch: 'moneyAhead' });
    expect((await lights('state=moneyAhead')).total).toBe(ahead);
    expect((await finance.get(`/lights?year=${YEAR}&month=6&state=lost`)).status).toBe(400);
  });

  it('finds projects by a part of their name or code, and by their unit, within a light', async () => {
    const whole = await all('');
    const search = async (words: string) => ids(await all(`search=${encodeURIComponent(words)}`));
    expect(await search('目 22')).toEqual(ids(whole.filter(({ name }) => name.includes('目 22'))));
    expect(await search('p00000000017y')).toEqual(ids(whole.filter(({ name }) => name === '项目 17')));
    expect(await search('单位 3')).toEqual(ids(whole.filter(({ organisationName }) => organisationName === '单位 3')));
    const red = await all(`search=${encodeURIComponent('单位 3')}&light=red`);
    expect(red.map(({ light, organisationName }) => [light, organisationName])).toEqual(
      red.map(() => ['red', '单位 3']),
    );
    expect(await search('!')).toEqual([]);
  });

  it('shows a department its own units, also to a search', async () => {
    const [department] = await uow.reader.findBy(Organisation, { name: '部门 1' });
    await api.addUser('department', 'departmentReviewer', department?.code ?? '');
    const head = await api.as('department');
    const own = await lights('size=200', head);
    const units = new Set(own.items.map(({ organisationName }) => organisationName));
    expect([...units].sort()).toEqual(['单位 1', '单位 3']);
    expect((await lights(`search=${encodeURIComponent('单位 0')}`, head)).total).toBe(0);
    expect((await lights(`organisationId=${department?.id}&size=1`)).total).toBe(own.total);
  });
});

const ids = (rows: readonly Row[]): readonly string[] => rows.map(({ projectId }) => projectId);

const LAST = Number.MAX_SAFE_INTEGER;
const RANK: Readonly<Record<Row['light'], number>> = { red: 0, yellow: 1, green: 2, blue: 3, grey: 4 };
/** What each order goes by; no value comes last. */
const orderOf: Readonly<Record<(typeof SORTS)[number], (row: Row) => number | string>> = {
  worst: ({ light, gapToPlan }) => RANK[light] * 1_000_000 + (gapToPlan ?? 500_000),
  gapToPlan: ({ gapToPlan }) => gapToPlan ?? LAST,
  gapToStraightLine: ({ gapToStraightLine }) => gapToStraightLine ?? LAST,
  budget: ({ adjustedBudgetFen }) => (adjustedBudgetFen === null ? LAST : -adjustedBudgetFen),
  name: ({ name }) => name,
};
