import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type {
  ProjectVerification,
  RoundVerification,
} from '../../apps/api/src/features/monitoring/http/verification.dto.js';
import { SaveTargets } from '../../apps/api/src/features/targets/index.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import { indicatorId, lightsAreUp, openRound, organisationId, projectOf } from '../support/county.js';
import { describeBackends } from '../support/services.js';
import { indicatorDraft, newTarget } from '../support/target-drafts.js';

const YEAR = 2030;
const DUE_IN_MARCH = {
  rawValue: '2030年3月31日前',
  operator: 'date',
  kind: 'date',
  number: null,
  unit: null,
  dueDate: '2030-03-31',
  direction: null,
} as const;

describeBackends('Verified values', (backend) => {
  let api: TestApi;
  let finance: Visitor;
  let clerk: Visitor;
  let stranger: Visitor;
  let ids: readonly string[];

  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('clerk', 'clerk', '336001');
    await api.addUser('stranger', 'clerk', '340001');
    [finance, clerk, stranger] = [await api.as('finance'), await api.as('clerk'), await api.as('stranger')];
    const place = { year: YEAR, organisationId: await organisationId(finance, '336001') };
    const change = { indicators: [indicatorDraft('合格率'), indicatorDraft('验收时间', DUE_IN_MARCH)] };
    const items = ['甲', '乙', '丙', '丁'].map((name) => newTarget(place, name, change));
    const uow = api.app.get(UnitOfWork, { strict: false });
    ids = await uow.run((manager) =>
      api.app.get(SaveTargets, { strict: false }).run(manager, items, { actor: 'finance', importBatchId: null }),
    );
    await openRound(finance, YEAR, 6);
    for (const id of ids) {
      const results = [{ indicatorId: indicatorId(await projectOf(finance, id), '合格率'), value: 92 }];
      await clerk.put(`/rounds/${YEAR}/6/projects/${id}/report`, { version: 0, expenditureFen: 25_000_000, results });
    }
    await lightsAreUp(api, YEAR);
  });
  afterAll(() => api.close());

  const round = `/rounds/${YEAR}/6`;
  const verify = (finding: object, visitor = finance, id = ids[0]) =>
    visitor.post<ProjectVerification & Refusal>(`${round}/projects/${id}/verification`, {
      finding,
      evidence: '现场核实',
    });
  const drawn = ({ projects }: RoundVerification) => projects.filter(({ isDrawn }) => isDrawn).map(({ name }) => name);

  it('draws the same projects again by the same seed, and key projects besides', async () => {
    const draw = (input: object) => finance.post<RoundVerification>(`${round}/sample`, input);
    const first = await draw({ seed: '2030-6', size: 2, keyProjects: false });
    expect(first).toMatchObject({
      status: 201,
      body: { samples: [{ seed: '2030-6', size: 2, projects: 2, drawnByName: '显示 finance' }] },
    });
    const again = await draw({ seed: '2030-6', share: 50, keyProjects: false });
    expect(drawn(again.body)).toEqual(drawn(first.body));
    expect(drawn(again.body)).toHaveLength(2);
    expect((await clerk.post(`${round}/sample`, { seed: 'x', size: 1, keyProjects: false })).status).toBe(403);
    expect((await draw({ seed: 'x', keyProjects: true })).status).toBe(400);
  });

  it('stands beside what was reported, with the lights of both; a later finding supersedes it', async () => {
    const indicator = indicatorId(await projectOf(finance, ids[0] ?? ''), '合格率');
    await verify({ indicatorId: indicator, value: 91 });
    const answer = await verify({ indicatorId: indicator, value: 85 });
    expect(answer).toMatchObject({
      status: 201,
      body: { light: 'green', verifiedLight: 'red', expenditureFen: 25_000_000 },
    });
    expect(answer.body.items).toMatchObject([
      { name: '合格率', reported: '92%', verified: '85%', differs: true, light: 'green', verifiedLight: 'red' },
    ]);
    expect(answer.body.items[0]).toMatchObject({ recordedBy: 'finance', recordedByName: '显示 finance' });
    const spent = await verify({ expenditureFen: 25_000_000 });
    expect(spent.body.items[1]).toMatchObject({ indicatorId: null, verifiedFen: 25_000_000, differs: false });
    const list = await finance.get<RoundVerification>(`${round}/verification`);
    expect(list.body.projects.find(({ name }) => name === '甲')).toMatchObject({
      light: 'green',
      verifiedLight: 'red',
      verified: 2,
      differing: 1,
    });
    const official = await finance.get<{ light: string }>(`/projects/${ids[0]}/lights?month=6`);
    expect(official.body.light).toBe('green');
  });

  it('R21: may be that something due was not done, which makes it red', async () => {
    const id = ids[2] ?? '';
    const indicator = indicatorId(await projectOf(finance, id), '验收时间');
    const answer = await verify({ indicatorId: indicator, notDone: true }, finance, id);
    expect(answer).toMatchObject({ status: 201, body: { verifiedLight: 'red' } });
    expect(answer.body.items).toMatchObject([{ name: '验收时间', verifiedLight: 'red' }]);
  });

  it('is finance’s alone, one fitting answer at a time, and out of sight for others', async () => {
    const indicator = indicatorId(await projectOf(finance, ids[1] ?? ''), '合格率');
    const finding = { indicatorId: indicator, value: 85 };
    expect((await verify(finding, clerk, ids[1])).status).toBe(403);
    expect((await stranger.get(`${round}/projects/${ids[1]}/verification`)).status).toBe(404);
    expect((await stranger.get<RoundVerification>(`${round}/verification`)).body.projects).toEqual([]);
    expect((await verify({ ...finding, notDone: true }, finance, ids[1])).body.code).toBe('verified-answer');
    expect((await verify({ indicatorId: indicator, outcome: 'met' }, finance, ids[1])).body.code).toBe(
      'answer-wrong-kind',
    );
  });
});
