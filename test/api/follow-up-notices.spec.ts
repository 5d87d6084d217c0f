import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { NotificationPage } from '../../apps/api/src/features/notifications/http/notifications.dto.js';
import { WatchFollowUps } from '../../apps/api/src/features/notifications/application/follow-ups/watch-deadlines.js';
import type { MeasureView } from '../../apps/api/src/features/rectification/http/budget-measures.dto.js';
import type { SupervisionDetail } from '../../apps/api/src/features/rectification/http/supervisions.dto.js';
import { BEHIND_FEN, done, FollowUpCounty, type Follower } from '../support/follow-up-county.js';
import { describeBackends } from '../support/services.js';

const YEAR = 2030;

describeBackends('Notices of what is to be put right', (backend) => {
  let county: FollowUpCounty;
  let project: string;

  beforeAll(async () => {
    county = await FollowUpCounty.open(backend);
    project = await county.project(YEAR, '道路养护');
    await county.openRound(YEAR, 6);
    await county.report(YEAR, 6, project, BEHIND_FEN);
  });
  afterAll(() => county.close());

  const told = async (who: Follower, prefix: string): Promise<readonly string[]> => {
    const { items } = await done(county.people[who].get<NotificationPage>('/notifications?unread=true&size=100'));
    return items.filter(({ kind }) => kind.startsWith(prefix)).map(({ kind, message }) => `${kind} ${message}`);
  };

  it('tell the unit what it has to put right, and the department that it waits for acceptance', async () => {
    const { id } = await done(county.rectify('finance', { projectId: project, owner: 'colleague' }));
    expect(await told('colleague', 'rectification')).toEqual([
      'rectification-opened “道路养护”（法院）需要整改：资金闲置，未按计划支出',
    ]);
    expect(await told('clerk', 'rectification')).toEqual([]);
    const { items } = await done(county.people.colleague.get<NotificationPage>('/notifications'));
    expect(items[0]).toMatchObject({ page: 'rectification', subjectId: id, organisationId: county.unit });
    const plan = { version: 0, measures: '逐月付款', deadline: '2099-06-30' };
    await done(county.people.colleague.patch(`/rectifications/${id}`, plan));
    await done(county.step('colleague', id, 'start'));
    expect(await told('colleague', 'rectification')).toEqual([]);
    await done(county.attach('colleague', id));
    await done(county.step('colleague', id, 'submit', { text: '已付款' }));
    expect(await told('department', 'rectification')).toHaveLength(1);
    await done(county.step('department', id, 'return', { text: '缺凭证' }));
    expect(await told('department', 'rectification')).toEqual([]);
    expect(await told('colleague', 'rectification')).toEqual([
      'rectification-returned “道路养护”（法院）的整改被退回。意见：缺凭证',
    ]);
  });

  it('tell once that a deadline has passed, however often the day is looked at', async () => {
    const found = { organisationId: county.unit, owner: 'clerk', deadline: '2020-01-31' };
    await done(county.rectify('finance', found));
    const watch = county.api.app.get(WatchFollowUps, { strict: false });
    await watch.run();
    await watch.run();
    expect(await told('clerk', 'rectification-overdue')).toEqual([
      'rectification-overdue “法院”（法院）的整改已逾期（期限 2020年1月31日）。',
    ]);
  });

  it('tell those who decide that a measure waits, and the unit that its payments are suspended', async () => {
    const wish = { projectId: project, kind: 'suspend', reason: '长期闲置' };
    const { id } = await done(county.people.finance.post<MeasureView>('/budget-measures', wish));
    expect(await told('leader', 'measure')).toEqual([
      'measure-proposed “道路养护”（法院）有一项结果应用措施等待审定。理由：长期闲置',
    ]);
    expect(await told('finance', 'measure')).toEqual([]);
    const step = (who: Follower, body: object) => done(county.people[who].post(`/budget-measures/${id}/steps`, body));
    await step('leader', { step: 'approve', version: 0 });
    expect(await told('leader', 'measure')).toEqual([]);
    expect(await told('finance', 'measure')).toHaveLength(1);
    await step('finance', { step: 'post', version: 1, effectiveOn: `${YEAR}-07-01` });
    expect(await told('clerk', 'measure')).toEqual([
      'measure-suspended “道路养护”（法院）自 2030年7月1日 起暂停拨款。',
    ]);
  });

  it('tell the unit what a leader wants done, and the leader what it reports', async () => {
    const wish = { projectId: project, matter: '一个月内支出', deadline: '2099-12-31', owner: 'clerk' };
    const { id } = await done(county.people.leader.post<SupervisionDetail>('/supervisions', wish));
    expect(await told('clerk', 'supervision')).toEqual([
      'supervision-opened “道路养护”（法院）有督办事项，请于 2099年12月31日 前办结：一个月内支出',
    ]);
    await done(county.people.clerk.post(`/supervisions/${id}/steps`, { step: 'report', version: 0, text: '已支出' }));
    expect(await told('clerk', 'supervision')).toEqual([]);
    expect(await told('leader', 'supervision')).toEqual([
      'supervision-reported “道路养护”（法院）反馈了督办事项：已支出',
    ]);
  });
});
