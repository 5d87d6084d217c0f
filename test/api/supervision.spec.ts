import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type {
  SupervisionDetail,
  SupervisionPage,
} from '../../apps/api/src/features/rectification/http/supervisions.dto.js';
import { chinaTime } from '../../apps/api/src/platform/runtime/clock.js';
import type { Answer, Refusal } from '../support/api.js';
import { done, FollowUpCounty, type Follower } from '../support/follow-up-county.js';
import { describeBackends } from '../support/services.js';

describeBackends('Matters under supervision', (backend) => {
  let county: FollowUpCounty;
  let project: string;
  let year = 2029;

  beforeAll(async () => {
    county = await FollowUpCounty.open(backend);
  });
  afterAll(() => county.close());
  beforeEach(async () => {
    year += 1;
    project = await county.project(year);
  });

  const comment = async (text = '请抓紧'): Promise<string> => {
    const path = `/projects/${project}/comments`;
    const { items } = await done(county.people.leader.post<{ items: { id: string }[] }>(path, { text }));
    return items[0]?.id ?? '';
  };
  const open = (who: Follower, input: object): Promise<Answer<SupervisionDetail & Refusal>> =>
    county.people[who].post('/supervisions', { matter: '一个月内形成支出', deadline: '2099-12-31', ...input });
  const step = async (who: Follower, id: string, name: string, more: object = {}) => {
    const { version } = (await county.people.leader.get<SupervisionDetail>(`/supervisions/${id}`)).body;
    const body = { step: name, version, ...more };
    return county.people[who].post<SupervisionDetail & Refusal>(`/supervisions/${id}/steps`, body);
  };
  const idsOf = async (ofYear: number): Promise<readonly string[]> =>
    (await done(county.people.leader.get<SupervisionPage>(`/supervisions?year=${ofYear}`))).items.map(({ id }) => id);
  const list = async (who: Follower, query = ''): Promise<number> =>
    (await done(county.people[who].get<SupervisionPage>(`/supervisions?year=${year}&${query}`))).total;

  it('come from a leader’s comment, and are reported, returned and closed', async () => {
    const commentId = await comment();
    const opened = await done(open('leader', { projectId: project, commentId, owner: 'clerk' }));
    expect(opened).toMatchObject({
      state: 'open',
      commentId,
      ownerName: '显示 clerk',
      due: 'inTime',
      may: ['close', 'extend'],
    });
    const { id } = opened;
    expect([await list('clerk', 'mine=true'), await list('colleague', 'mine=true')]).toEqual([1, 0]);
    expect((await step('clerk', id, 'report')).body.code).toBe('text-needed');
    await done(step('clerk', id, 'report', { text: '已完成招标' }));
    expect(await list('leader', 'mine=true')).toBe(1);
    await done(step('leader', id, 'return', { text: '支出仍未形成' }));
    await done(step('clerk', id, 'report', { text: '已支付 20 万元' }));
    expect((await step('clerk', id, 'close')).status).toBe(403);
    const closed = await done(step('finance', id, 'close'));
    expect(closed).toMatchObject({
      state: 'closed',
      report: '已支付 20 万元',
      closedByName: '显示 finance',
      due: 'none',
      may: [],
    });
    expect(closed.history.map(({ step: name }) => name)).toEqual(['open', 'report', 'return', 'report', 'close']);
  });

  it('are one for each comment, and none for one that was taken back', async () => {
    const commentId = await comment();
    await done(open('leader', { projectId: project, commentId }));
    expect((await open('finance', { projectId: project, commentId })).body.code).toBe('comment-supervised');
    const taken = await comment('算了');
    await done(county.people.leader.post(`/projects/${project}/comments`, { text: '', withdraws: taken }));
    expect((await open('leader', { projectId: project, commentId: taken })).body.code).toBe('comment-withdrawn');
    const other = await county.project(year, '乙');
    expect((await open('leader', { projectId: other, commentId })).status).toBe(404);
  });

  it('are opened directly by a leader or by finance, with a person of the unit or none', async () => {
    const { id } = await done(open('finance', { projectId: project, deadline: '2020-01-01' }));
    expect(await list('clerk', 'mine=true')).toBe(1);
    expect(await list('clerk', 'overdue=true')).toBe(1);
    expect((await open('leader', { projectId: project, owner: 'stranger' })).body.code).toBe('owner-not-of-unit');
    expect((await open('clerk', { projectId: project })).status).toBe(403);
    const ofUnit = (await open('leader', { organisationId: county.unit })).body;
    expect(ofUnit).toMatchObject({ project: null });
    const openedIn = Number(chinaTime(ofUnit.openedAt).slice(0, 4));
    expect(await idsOf(openedIn)).toContain(ofUnit.id);
    expect(await idsOf(openedIn - 1)).not.toContain(ofUnit.id);
    expect((await step('leader', id, 'extend', { text: '准予', deadline: '2019-12-31' })).body.code).toBe(
      'deadline-not-later',
    );
    expect(await done(step('leader', id, 'extend', { text: '准予', deadline: '2099-01-31' }))).toMatchObject({
      deadline: '2099-01-31',
      due: 'inTime',
    });
    expect((await step('leader', id, 'close')).body.code).toBe('text-needed');
    expect(await done(step('leader', id, 'close', { text: '项目已取消' }))).toMatchObject({ state: 'closed' });
  });

  it('are seen by the unit concerned and those above it', async () => {
    const { id } = await done(open('leader', { projectId: project }));
    expect([await list('clerk'), await list('auditor'), await list('stranger')]).toEqual([1, 1, 0]);
    expect((await county.people.stranger.get(`/supervisions/${id}`)).status).toBe(404);
  });
});
