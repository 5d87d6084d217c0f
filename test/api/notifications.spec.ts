import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ReportState, ReportStep } from '@jixiao/domain';
import { PurgeNotifications } from '../../apps/api/src/features/notifications/application/purge-notifications.js';
import { WatchCalendar } from '../../apps/api/src/features/notifications/application/watch-calendar.js';
import type {
  NotificationPage,
  RemindedToday,
  ReminderResult,
} from '../../apps/api/src/features/notifications/http/notifications.dto.js';
import { Notification } from '../../apps/api/src/features/notifications/persistence/notification.entity.js';
import { reportsStepped } from '../../apps/api/src/features/reporting/index.js';
import { MonitoringRound } from '../../apps/api/src/features/reporting/persistence/monitoring-round.entity.js';
import { ProjectReport } from '../../apps/api/src/features/reporting/persistence/project-report.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { DomainEvents } from '../../apps/api/src/platform/events/domain-events.js';
import { LiveEvents, type LiveEvent } from '../../apps/api/src/platform/events/live-events.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import { document, importDocuments, lightsAreUp, openRound, organisationId, projectIds } from '../support/county.js';
import { dayFromNow, written } from '../support/days.js';
import { describeBackends } from '../support/services.js';

const YEAR = 2022;
const PEOPLE = ['finance', 'countyClerk', 'courtClerk', 'courtReviewer', 'justiceClerk', 'justiceReviewer'] as const;

describeBackends('Notifications', (backend) => {
  let api: TestApi;
  let uow: UnitOfWork;
  let court: string;
  let courtIds: readonly string[];
  const visitors = new Map<string, Visitor>();
  const as = (name: (typeof PEOPLE)[number]): Visitor => visitors.get(name) as Visitor;

  beforeAll(async () => {
    api = await TestApi.open(backend);
    uow = api.app.get(UnitOfWork, { strict: false });
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('countyClerk', 'clerk', '001');
    await api.addUser('courtClerk', 'clerk', '336001');
    await api.addUser('courtReviewer', 'unitReviewer', '336001');
    await api.addUser('justiceClerk', 'clerk', '340001');
    await api.addUser('justiceReviewer', 'departmentReviewer', '340001');
    for (const name of PEOPLE) visitors.set(name, await api.as(name));
    court = await organisationId(as('finance'), '336001');
    await importDocuments(as('finance'), [document('ok/court-2022.txt')], { year: YEAR, organisationId: court });
    const justice = await organisationId(as('finance'), '340001');
    const bureau = document('ok/justice-bureau-2022.txt');
    await importDocuments(as('finance'), [bureau], { year: YEAR, organisationId: justice });
    await openRound(as('finance'), YEAR, 6, dayFromNow(10));
    await lightsAreUp(api, YEAR);
    courtIds = [...(await projectIds(as('courtClerk'), YEAR, 6)).values()];
    for (const projectId of courtIds) {
      const path = `/rounds/${YEAR}/6/projects/${projectId}/report`;
      expect((await as('courtClerk').put(path, { version: 0, results: [] })).status).toBe(200);
    }
  });
  afterAll(() => api.close());

  const news = async (name: (typeof PEOPLE)[number], query = ''): Promise<NotificationPage> =>
    (await as(name).get<NotificationPage>(`/notifications?${query}`)).body;
  const unread = async (name: (typeof PEOPLE)[number]): Promise<readonly string[]> =>
    (await news(name, 'unread=true')).items.map(({ kind }) => kind);
  const readAll = (name: (typeof PEOPLE)[number]) => as(name).post('/notifications/read', { all: true });
  const roundId = async (): Promise<string> =>
    (await uow.reader.findOneByOrFail(MonitoringRound, { year: YEAR, month: 6 })).id;
  const shift = (change: Partial<MonitoringRound>): Promise<unknown> =>
    uow.run((manager) => manager.update(MonitoringRound, { year: YEAR, month: 6 }, change));
  const watch = (): Promise<void> => api.app.get(WatchCalendar, { strict: false }).run();

  /** What moving reports does: the rows change and the event is published in one transaction. */
  async function step(
    done: ReportStep,
    status: ReportState,
    projectIds: readonly string[],
    actor: string,
    message: string | null = null,
  ): Promise<void> {
    const id = await roundId();
    await uow.run(async (manager) => {
      for (const projectId of projectIds) await manager.update(ProjectReport, { roundId: id, projectId }, { status });
      const event = reportsStepped({ roundId: id, step: done, projectIds, actor, message });
      await api.app.get(DomainEvents, { strict: false }).publish(manager, event);
    });
  }

  it('tell every clerk, and nobody else, that a round takes reports', async () => {
    const { items, unread: count } = await news('courtClerk');
    expect(count).toBe(1);
    expect(items).toMatchObject([{ kind: 'opened', page: 'report', year: YEAR, month: 6, projectId: null }]);
    expect(items[0]?.message).toBe(`${YEAR} 年 1-6 月监控期已开放填报，截止日 ${written(dayFromNow(10))}。`);
    const english = await as('courtClerk').get<NotificationPage>('/notifications', { 'accept-language': 'en' });
    expect(english.body.items[0]?.message).toContain('is open; report until');
    expect(await unread('countyClerk')).toEqual(['opened']);
    expect(await unread('courtReviewer')).toEqual([]);
    expect(await unread('finance')).toEqual([]);
  });

  it('wait with a round until its first day, and come once however often one looks', async () => {
    const window = { year: YEAR, month: 9, opensOn: dayFromNow(1), closesOn: dayFromNow(20) };
    expect((await as('finance').post('/rounds', window)).status).toBe(201);
    await watch();
    expect(await unread('courtClerk')).toEqual(['opened']);
    await uow.run((manager) => manager.update(MonitoringRound, { month: 9 }, { opensOn: dayFromNow(0) }));
    await Promise.all([watch(), watch()]);
    await watch();
    expect(await unread('courtClerk')).toEqual(['opened', 'opened']);
    await readAll('courtClerk');
    await watch();
    expect(await unread('courtClerk')).toEqual([]);
  });

  it('tell the reviewer of the unit once how many reports wait, and no other reviewer', async () => {
    const [first = '', second = ''] = courtIds;
    await step('submit', 'submitted', [first], 'courtClerk');
    await step('submit', 'submitted', [second], 'courtClerk');
    const { items } = await news('courtReviewer');
    expect(items).toMatchObject([{ kind: 'approve', page: 'review', readAt: null }]);
    expect(items[0]?.message).toBe(`法院有 2 个项目等待审核（${YEAR} 年 1-6 月）。`);
    expect(await unread('justiceReviewer')).toEqual([]);
  });

  it('are unread again where more waits, not where less does, and done when nothing does', async () => {
    const [first = '', second = ''] = courtIds;
    await readAll('courtReviewer');
    await step('withdraw', 'draft', [second], 'courtClerk');
    expect(await unread('courtReviewer')).toEqual([]);
    expect((await news('courtReviewer')).items[0]?.message).toContain('有 1 个项目');
    await step('submit', 'submitted', [second], 'courtClerk');
    expect(await unread('courtReviewer')).toEqual(['approve']);
    await step('approve', 'unitApproved', [first, second], 'courtReviewer');
    expect(await unread('courtReviewer')).toEqual([]);
    expect(await unread('finance')).toEqual(['accept']);
  });

  it('tell the clerks of the unit what was returned and why, and lead to its form', async () => {
    const [first = '', second = ''] = courtIds;
    await step('return', 'returned', [first], 'finance', '发票缺失');
    const [returned] = (await news('courtClerk')).items;
    expect(returned).toMatchObject({ kind: 'returned', page: 'report', projectId: first, readAt: null });
    expect(returned?.message).toContain('意见：发票缺失');
    expect(await unread('justiceClerk')).not.toContain('returned');
    expect(await unread('countyClerk')).not.toContain('returned');
    await step('return', 'returned', [first, second], 'finance', '口径不一致');
    expect((await news('courtClerk')).items[0]).toMatchObject({ kind: 'returned-many', projectId: null });
    expect(await unread('courtClerk')).toEqual(['returned-many', 'returned']);
    expect(await unread('finance')).toEqual([]);
  });

  it('tell of acceptance once per unit, and of reopening with its reason', async () => {
    const [first = '', second = ''] = courtIds;
    await readAll('courtClerk');
    await step('accept', 'accepted', [first], 'finance');
    await step('accept', 'accepted', [second], 'finance');
    expect(await unread('courtClerk')).toEqual(['accepted']);
    expect((await news('courtClerk')).items[0]?.message).toContain('已有 2 个项目');
    await step('reopen', 'returned', [second], 'finance', '审计发现差错');
    expect((await news('courtClerk')).items[0]).toMatchObject({ kind: 'reopened', projectId: second });
  });

  it('remind of a deadline three days before, the day before and after it, each once and with what is owed', async () => {
    await readAll('justiceClerk');
    const due = async (days: number): Promise<readonly string[]> => {
      await shift({ closesOn: dayFromNow(days) });
      await watch();
      await watch();
      const kinds = await unread('justiceClerk');
      await readAll('justiceClerk');
      return kinds;
    };
    expect(await due(4)).toEqual([]);
    expect(await due(3)).toEqual(['deadline-soon']);
    expect(await due(1)).toEqual(['deadline-near']);
    expect(await due(-5)).toEqual(['deadline-passed']);
    const own = (await projectIds(as('justiceClerk'), YEAR, 6)).size;
    expect((await news('justiceClerk')).items[0]?.message).toContain(`还有 ${own} 个项目没有提交`);
    expect(await unread('countyClerk')).not.toContain('deadline-passed');
    await shift({ closesOn: dayFromNow(10) });
  });

  it('carry a reminder of finance once a day, and say why one is not sent', async () => {
    const path = `/rounds/${YEAR}/6/reminders`;
    const justice = await organisationId(as('finance'), '772001');
    const aid = await organisationId(as('finance'), '340002');
    const [sent, again] = await Promise.all([
      as('finance').post<ReminderResult>(path, { organisationIds: [justice, aid] }),
      as('finance').post<ReminderResult>(path, { organisationIds: [justice, aid] }),
    ]);
    expect([sent.body.reminded.length, again.body.reminded.length].sort()).toEqual([0, 1]);
    expect([...sent.body.skipped, ...again.body.skipped].map(({ code }) => code).sort()).toEqual([
      'reminder-nothing-owed',
      'reminder-nothing-owed',
      'reminder-today-already',
    ]);
    expect(await unread('justiceClerk')).toEqual(['reminder']);
    expect((await news('justiceClerk')).items[0]?.message).toMatch(
      /^显示 finance 催报：.*司法局.*还有 13 个项目没有提交/,
    );
    expect((await as('finance').get<RemindedToday>(path)).body.organisationIds).toEqual([justice]);
    expect((await as('courtReviewer').get<RemindedToday>(path)).body.organisationIds).toEqual([]);
    expect((await as('justiceReviewer').post(path, { organisationIds: [court] })).status).toBe(404);
    expect((await as('justiceClerk').post(path, { organisationIds: [justice] })).status).toBe(403);
    expect((await as('courtReviewer').post<ReminderResult>(path, { organisationIds: [court] })).status).toBe(200);
    expect((await as('finance').post<Refusal>(path, { organisationIds: ['nowhere'] })).status).toBe(404);
  });

  it('are nobody else’s: read, counted and marked by their recipient alone', async () => {
    const own = (await news('justiceClerk', 'unread=true')).items.map(({ id }) => id);
    expect(own.length).toBeGreaterThan(0);
    await as('courtClerk').post('/notifications/read', { ids: own });
    expect(await unread('justiceClerk')).toHaveLength(own.length);
    expect((await as('justiceClerk').post('/notifications/read', { ids: own })).body).toEqual({ unread: 0 });
    expect((await as('justiceClerk').post('/notifications/read', {})).status).toBe(400);
    expect((await news('justiceClerk')).items.map(({ id }) => id)).toEqual(expect.arrayContaining(own));
  });

  it('are told live to their recipients alone', async () => {
    const heard: LiveEvent[] = [];
    const stop = api.app.get(LiveEvents, { strict: false }).subscribe((event) => heard.push(event));
    await step('return', 'returned', courtIds.slice(0, 1), 'finance', '再核对');
    stop();
    const people = heard.flatMap((event) => (event.type === 'notifications' ? event.recipientIds : []));
    const [clerkId] = await uow.reader.query<{ id: string }[]>(
      "select id from user_account where username = 'courtClerk'",
    );
    expect(people).toEqual([clerkId?.id]);
  });

  it('tell clerks and reviewers of the lock, after which nothing waits any more', async () => {
    await step('submit', 'submitted', courtIds, 'courtClerk');
    expect(await unread('courtReviewer')).toEqual(['approve']);
    expect((await as('finance').post(`/rounds/${YEAR}/6/lock`, { asTheyStand: true })).status).toBe(200);
    expect(await unread('courtReviewer')).toEqual(['locked']);
    expect(await unread('justiceClerk')).toEqual(['locked']);
    expect(await unread('finance')).toEqual([]);
  });

  it('are forgotten after a year', async () => {
    const [newest, ...older] = (await news('courtClerk')).items;
    const long = new Date(Date.now() - 366 * 24 * 60 * 60 * 1000).toISOString();
    for (const { id } of older) await uow.run((manager) => manager.update(Notification, { id }, { createdAt: long }));
    await api.app.get(PurgeNotifications, { strict: false }).run();
    expect((await news('courtClerk')).items.map(({ id }) => id)).toEqual([newest?.id]);
  });
});
