import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { NotificationPage } from '../../apps/api/src/features/notifications/http/notifications.dto.js';
import { UserAccount } from '../../apps/api/src/features/identity/persistence/user-account.entity.js';
import { SaveTargets } from '../../apps/api/src/features/targets/index.js';
import type { TargetChangeDetail } from '../../apps/api/src/features/targets/http/target-changes.dto.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Visitor } from '../support/api.js';
import { indicatorId, organisationId, projectOf } from '../support/county.js';
import { dayFromNow, written } from '../support/days.js';
import { describeBackends } from '../support/services.js';
import { indicatorDraft, newTarget } from '../support/target-drafts.js';

const PEOPLE = ['finance', 'second', 'department', 'clerk', 'colleague', 'deputy', 'stranger'] as const;
type Person = (typeof PEOPLE)[number];

describeBackends('Notifications of targets', (backend) => {
  let api: TestApi;
  let uow: UnitOfWork;
  let unit: string;
  /** Each test has a year of its own, so that what waits is its own. */
  let year = 2030;
  const visitors = new Map<Person, Visitor>();
  const as = (name: Person): Visitor => visitors.get(name) as Visitor;

  beforeAll(async () => {
    api = await TestApi.open(backend);
    uow = api.app.get(UnitOfWork, { strict: false });
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('second', 'financeReviewer', '001');
    await api.addUser('department', 'departmentReviewer', '336001');
    await api.addUser('clerk', 'clerk', '336001');
    await api.addUser('colleague', 'clerk', '336001');
    await api.addUser('deputy', 'leader', '336001');
    await api.addUser('stranger', 'clerk', '340001');
    for (const name of PEOPLE) visitors.set(name, await api.as(name));
    unit = await organisationId(as('finance'), '336001');
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    year += 1;
    for (const name of PEOPLE) await as(name).post('/notifications/read', { all: true });
  });

  const save = (names: readonly string[], of = year): Promise<readonly string[]> => {
    const indicators = [indicatorDraft('合格率'), indicatorDraft('结案率')];
    const items = names.map((name) => newTarget({ year: of, organisationId: unit }, name, { indicators }));
    return uow.run((manager) =>
      api.app.get(SaveTargets, { strict: false }).run(manager, items, { actor: 'finance', importBatchId: null }),
    );
  };
  const added = async (name = '甲'): Promise<string> => (await save([name]))[0] ?? '';
  const propose = async (projectId: string, by: Person = 'clerk', name = '合格率'): Promise<TargetChangeDetail> => {
    const changed = [{ indicatorId: indicatorId(await projectOf(as('finance'), projectId), name), rawValue: '≥80%' }];
    const content = { what: 'targets', changed, added: [], removed: [] };
    const body = { content, reason: '上级任务调整' };
    const answer = await as(by).post<TargetChangeDetail>(`/projects/${projectId}/target-changes`, body);
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const step = async (by: Person, { id }: { readonly id: string }, name: string, message?: string): Promise<void> => {
    const answer = await as(by).post(`/target-changes/${id}/${name}`, message === undefined ? {} : { message });
    expect(answer.status).toBe(200);
  };
  const approvals = async (by: Person, name: string, ids: readonly string[], rest: object = {}): Promise<void> => {
    const projects = ids.map((projectId) => ({ projectId, version: 1 }));
    const answer = await as(by).post<{ refused: object[] }>('/target-approvals', { step: name, projects, ...rest });
    expect(answer.body.refused).toEqual([]);
  };
  const news = async (name: Person, locale = 'zh'): Promise<NotificationPage['items']> => {
    const answer = await as(name).get<NotificationPage>('/notifications?unread=true', { 'accept-language': locale });
    return answer.body.items;
  };
  const kinds = async (name: Person): Promise<readonly string[]> => (await news(name)).map(({ kind }) => kind);
  const changes = async (name: Person): Promise<readonly string[]> =>
    (await kinds(name)).filter((kind) => kind.startsWith('change-'));

  it('tell who may review a proposed change how many wait in the unit, then finance what was reviewed', async () => {
    const id = await added();
    const first = await propose(id);
    await propose(id, 'colleague', '结案率');
    const [waiting] = (await news('department')).filter(({ kind }) => kind === 'change-review');
    expect(waiting).toMatchObject({ page: 'targets', year, month: null, organisationId: unit, projectId: null });
    expect(waiting?.message).toBe(`法院有 2 项目标变更申请等待审核（${year} 年）。`);
    expect((await news('department', 'en'))[0]?.message).toContain(`of ${year} that wait for review: 2`);
    expect(await changes('finance')).toEqual([]);
    await step('department', first, 'review');
    expect(await changes('finance')).toEqual(['change-approve']);
    expect(await changes('second')).toEqual(['change-approve']);
    expect(await changes('clerk')).toEqual([]);
    expect(await changes('stranger')).toEqual([]);
  });

  it('are done when nothing waits any more', async () => {
    const change = await propose(await added());
    expect(await changes('department')).toEqual(['change-review']);
    await step('department', change, 'review');
    expect(await changes('department')).toEqual([]);
    await step('finance', change, 'approve');
    expect(await changes('finance')).toEqual([]);
    expect(await changes('second')).toEqual([]);
  });

  it('tell who proposed a change, and nobody else, why it was rejected, and lead to the project', async () => {
    const id = await added();
    await step('finance', await propose(id), 'reject', '理由不足');
    expect(await news('clerk')).toMatchObject([
      { kind: 'change-rejected', page: 'project', projectId: id, year, month: null },
    ]);
    expect((await news('clerk'))[0]?.message).toBe(`“甲”（法院）${year} 年的目标变更申请未获批准。意见：理由不足`);
    expect((await news('clerk', 'en'))[0]?.message).toContain('was rejected: 理由不足');
    expect(await changes('colleague')).toEqual([]);
    expect(await changes('stranger')).toEqual([]);
  });

  it('tell all the clerks of the unit what was approved, with what finance wrote where it wrote anything', async () => {
    const id = await added();
    await step('finance', await propose(id), 'approve');
    expect((await news('colleague'))[0]?.message).toBe(`“甲”（法院）${year} 年的目标变更申请已获批准。`);
    await step('finance', await propose(id, 'clerk', '结案率'), 'approve', '同意');
    expect((await news('colleague'))[0]?.message).toContain('已获批准。意见：同意');
    expect(await changes('clerk')).toEqual(['change-approved', 'change-approved']);
    expect(await changes('stranger')).toEqual([]);
  });

  it('tell nobody what he did himself: who withdraws his own change hears nothing of it', async () => {
    await step('clerk', await propose(await added()), 'withdraw');
    expect(await changes('clerk')).toEqual([]);
    expect(await changes('department')).toEqual([]);
  });

  it('reach the deputy of who may review', async () => {
    const { id: toUserId } = await uow.reader.findOneByOrFail(UserAccount, { username: 'deputy' });
    const lent = { toUserId, fromDay: dayFromNow(0), untilDay: dayFromNow(1), reason: '出差' };
    expect((await as('department').post('/deputies', lent)).status).toBe(201);
    await propose(await added());
    expect(await changes('deputy')).toEqual(['change-review']);
    expect(await changes('department')).toEqual(['change-review']);
  });

  it('tell of new targets of a year that they wait for review, then for approval, then that they have it', async () => {
    const ids = await save(['甲', '乙']);
    const [review] = await news('department');
    expect(review).toMatchObject({ kind: 'targets-review', page: 'targets', year, organisationId: unit });
    expect(review?.message).toBe(`法院有 2 个项目的 ${year} 年绩效目标等待审核。`);
    await approvals('department', 'review', ids);
    expect(await kinds('department')).toEqual([]);
    expect((await news('second'))[0]?.message).toBe(`法院有 2 个项目的 ${year} 年绩效目标已审核，等待批复。`);
    await approvals('finance', 'approve', ids);
    expect(await kinds('second')).toEqual([]);
    expect((await news('clerk')).map(({ message }) => message)).toEqual([
      `法院已有 2 个项目的 ${year} 年绩效目标获得批复。`,
    ]);
    expect(await kinds('stranger')).toEqual([]);
  });

  it('tell the clerks of the unit which targets were returned and why', async () => {
    const ids = await save(['甲', '乙', '丙']);
    await approvals('department', 'return', ids.slice(0, 1), { message: '指标值偏低' });
    expect(await news('clerk')).toMatchObject([{ kind: 'targets-returned', page: 'project', projectId: ids[0] }]);
    expect((await news('clerk'))[0]?.message).toBe(`“甲”（法院）的 ${year} 年绩效目标被退回。意见：指标值偏低`);
    await approvals('finance', 'return', ids.slice(1), { message: '缺少测算' });
    expect((await news('colleague'))[0]).toMatchObject({ kind: 'targets-returned-many', page: 'targets' });
    expect(await kinds('department')).toEqual([]);
  });

  it('say nothing of targets of a year that is over, which are taken in afterwards', async () => {
    const ids = await save(['往年项目'], new Date().getFullYear() - 1);
    await approvals('finance', 'approve', ids);
    expect(await kinds('department')).toEqual([]);
    expect(await kinds('clerk')).toEqual([]);
  });

  it('take no approved change for new targets', async () => {
    const id = await added();
    await approvals('finance', 'approve', [id]);
    await step('finance', await propose(id), 'approve');
    const all = await as('department').get<NotificationPage>('/notifications');
    expect(all.body.items.filter((one) => one.year === year && one.kind === 'targets-review')).toHaveLength(1);
    expect(await kinds('department')).toEqual([]);
  });

  it('R6: tell the clerks of the unit what finance added to a budget and took from it', async () => {
    const id = await added();
    const adjust = async (body: object): Promise<void> => {
      const rest = {
        effectiveOn: `${year}-06-01`,
        amountFen: 12_345_000,
        fundSource: 'fiscal',
        reason: '追加办案经费',
      };
      expect((await as('finance').post(`/projects/${id}/budget-adjustments`, { ...rest, ...body })).status).toBe(201);
    };
    await adjust({ kind: 'addition' });
    expect(await news('clerk')).toMatchObject([{ kind: 'budget-increased', page: 'project', projectId: id, year }]);
    expect((await news('clerk'))[0]?.message).toBe(
      `“甲”（法院）的 ${year} 年预算自 ${written(`${year}-06-01`)} 起调增 12.35 万元。原因：追加办案经费`,
    );
    await adjust({ kind: 'reduction', reason: '压减' });
    expect(await kinds('colleague')).toEqual(['budget-reduced', 'budget-increased']);
    expect(await kinds('stranger')).toEqual([]);
    expect((await kinds('finance')).filter((kind) => kind.startsWith('budget'))).toEqual([]);
  });
});
