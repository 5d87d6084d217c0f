import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { EscalateAlerts } from '../../apps/api/src/features/alerts/application/escalate-alerts.js';
import type { AlertDetail, AlertSummary, AlertView } from '../../apps/api/src/features/alerts/http/alerts.dto.js';
import type { AlertStepsResult } from '../../apps/api/src/features/alerts/http/alert-steps.dto.js';
import type { AlertScorecard } from '../../apps/api/src/features/alerts/http/scorecard.dto.js';
import { AlertLife } from '../../apps/api/src/features/alerts/index.js';
import type { NotificationPage } from '../../apps/api/src/features/notifications/http/notifications.dto.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { alertsAreUp, alertsOf, setDay } from '../support/alerts.js';
import { count, saveProject, WAN } from '../support/analysis.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import { describeBackends } from '../support/services.js';

const YEAR = 2026;

/**
 * June of 2026 for a court with 审判 (100 万元, 20 of 50 planned were spent by June) and a legal aid centre below the bureau
 * of justice with 援助 (200 万元, as planned). Friday 2026-07-03 is the day.
 */
describeBackends('The life of an alert (R27)', (backend) => {
  let api: TestApi;
  let finance: Visitor;
  let court: Visitor;
  let clerk: Visitor;

  beforeAll(async () => {
    api = await TestApi.open(backend);
    setDay(api, '2026-07-03');
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('clerk', 'clerk', '001');
    await api.addUser('court', 'clerk', '336001');
    await api.addUser('head', 'departmentReviewer', '336001');
    await api.addUser('aid', 'clerk', '340002');
    await onDay('2026-07-03');
    await saveProject(api, finance, '336001', YEAR, '审判', 100, [count('审理案件', 400)]);
    await saveProject(api, finance, '340002', YEAR, '援助', 200, [count('办理案件', 100)]);
    const opened = await finance.post('/rounds', {
      year: YEAR,
      month: 6,
      opensOn: '2026-07-01',
      closesOn: '2026-07-20',
    });
    expect(opened.status).toBe(201);
    await report('审判', 20, 150);
    await report('援助', 100, 60);
    await alertsAreUp(api, YEAR);
  });
  afterAll(() => api.close());

  /** Sessions have come to an end by then. */
  const onDay = async (day: string): Promise<void> => {
    setDay(api, day);
    [finance, court, clerk] = [await api.as('finance'), await api.as('court'), await api.as('clerk')];
  };
  const report = async (name: string, wan: number, cases: number, month = 6): Promise<void> => {
    const indicator = name === '审判' ? '审理案件' : '办理案件';
    const results = [{ indicator, value: cases }];
    const projects = [{ name, expenditureFen: wan * WAN, results }];
    const { status, body } = await clerk.post(`/rounds/${YEAR}/${month}/reports`, { projects });
    if (status !== 200) throw new Error(`Reporting answered ${status}: ${JSON.stringify(body)}`);
  };
  const lagging = async (by = court): Promise<AlertView> => {
    const [found] = await alertsOf(by, `year=${YEAR}&month=6&kind=spend-lagging`);
    if (found === undefined) throw new Error('There is no such alert');
    return found;
  };
  const detail = async ({ id }: { readonly id: string }, by = court): Promise<AlertDetail> =>
    (await by.get<AlertDetail>(`/alerts/${id}`)).body;
  const named = ({ id, version }: AlertView) => ({ alerts: [{ id, version }] });
  const escalate = (): Promise<void> => api.app.get(EscalateAlerts, { strict: false }).run();
  const summary = async (by: Visitor): Promise<AlertSummary> =>
    (await by.get<AlertSummary>(`/alerts/summary?year=${YEAR}`)).body;
  const told = async (username: string): Promise<readonly string[]> => {
    await alertsAreUp(api, YEAR);
    const { items } = (await (await api.as(username)).get<NotificationPage>('/notifications?size=100')).body;
    return items.filter(({ kind }) => kind.startsWith('alert-')).map(({ message }) => message);
  };

  it('is raised once with its figures, and has ten working days', async () => {
    const alerts = await alertsOf(court, `year=${YEAR}`);
    expect(alerts.map(({ kind, severity }) => `${kind} ${severity}`).sort()).toEqual([
      'forecast-below yellow',
      'spend-goal-mismatch yellow',
      'spend-lagging red',
    ]);
    expect(await lagging()).toMatchObject({
      title: '支出滞后',
      explanation: '执行率 20.00%，计划 50.00%，落后 30.00 个百分点（规则：落后 10 个百分点以上）。',
      state: 'open',
      deadline: '2026-07-17',
      daysLeft: 10,
      isOverdue: false,
      level: 'unit',
      consecutive: 1,
      can: ['acknowledge', 'answer'],
    });
    expect((await lagging(finance)).can).toEqual([]);
    expect(await alertsOf(await api.as('aid'), `year=${YEAR}`)).toEqual([]);
  });

  it('is shown to nobody outside the subtree', async () => {
    const { id } = await lagging();
    const { status, body } = await (await api.as('aid')).get<Refusal>(`/alerts/${id}`);
    expect([status, body.code]).toEqual([404, 'not-found']);
  });

  it('tells the unit, and those whom the rules name', async () => {
    expect(await told('court')).toHaveLength((await alertsOf(court, `year=${YEAR}`)).length);
    expect(await told('court')).toContain(
      '预警：“审判”（法院）支出滞后。执行率 20.00%，计划 50.00%，落后 30.00 个百分点（规则：落后 10 个百分点以上）。请于 2026年7月17日 前回应。',
    );
    expect(await told('aid')).toEqual([]);
    expect(await told('head')).toHaveLength((await alertsOf(court, `year=${YEAR}`)).length);
  });

  it('is acknowledged, by the version that was read', async () => {
    const alert = await lagging();
    const outdated = await court.post<AlertStepsResult>('/alerts/acknowledge', {
      alerts: [{ id: alert.id, version: alert.version + 1 }],
    });
    expect(outdated.body).toMatchObject({ done: [], refused: [{ id: alert.id, code: 'alert-outdated' }] });
    const { body } = await court.post<AlertStepsResult>('/alerts/acknowledge', named(alert));
    expect(body).toMatchObject({ done: [{ id: alert.id, state: 'open' }], refused: [] });
    const again = await court.post<AlertStepsResult>('/alerts/acknowledge', named(await lagging()));
    expect(again.body.refused).toMatchObject([{ code: 'alert-acknowledged' }]);
  });

  it('goes up a level after five working days, and a suspension is proposed after ten', async () => {
    await onDay('2026-07-10');
    await escalate();
    expect((await lagging()).level).toBe('unit');
    await onDay('2026-07-11');
    await escalate();
    await escalate();
    expect(await lagging()).toMatchObject({ level: 'department', suspension: null, daysLeft: 5 });
    await onDay('2026-07-17');
    await escalate();
    expect(await lagging()).toMatchObject({ level: 'department', daysLeft: 0, isOverdue: false });
    await onDay('2026-07-18');
    await escalate();
    expect(await lagging()).toMatchObject({ level: 'finance', suspension: 'proposed', isOverdue: true });
    expect((await detail(await lagging())).history.map(({ step }) => step)).toEqual([
      'raised',
      'acknowledged',
      'escalated',
      'suspension-proposed',
    ]);
  });

  it('stays proposed for suspension where it is answered after that, until finance decides', async () => {
    expect((await summary(finance)).waitingForMe).toBeGreaterThan(0);
    const answer = { ...named(await lagging()), answer: 'continue', text: '合同已签，八月支付' };
    expect((await court.post<AlertStepsResult>('/alerts/answer', answer)).body.done).toMatchObject([
      { state: 'answered', suspension: 'proposed' },
    ]);
    expect(await lagging()).toMatchObject({
      state: 'answered',
      answer: { answer: 'continue', text: '合同已签，八月支付', byName: '显示 court', responseDays: 10 },
      can: [],
    });
    const refused = await court.post<Refusal>('/alerts/suspension', {
      ...named(await lagging()),
      decision: 'drop',
      text: '不',
    });
    expect(refused.status).toBe(403);
    expect((await lagging(finance)).can).toEqual(['decideSuspension']);
    const dropped = { ...named(await lagging()), decision: 'drop', text: '已说明原因' };
    expect((await finance.post<AlertStepsResult>('/alerts/suspension', dropped)).body.done).toMatchObject([
      { state: 'answered', suspension: 'dropped' },
    ]);
    expect(await told('court')).toContain('财政部门决定不暂停“审判”（法院）。意见：已说明原因');
  });

  it('gives the unit its days once more where a suspension is dropped that nobody has answered', async () => {
    const [other] = await alertsOf(finance, `year=${YEAR}&suspension=proposed`);
    if (other === undefined) throw new Error('Nothing waits for a decision');
    await finance.post('/alerts/suspension', { ...named(other), decision: 'drop', text: '再给一次期限' });
    expect(await detail(other)).toMatchObject({ state: 'open', suspension: 'dropped', deadline: '2026-07-31' });
    await onDay('2026-08-01');
    await escalate();
    expect(await detail(other)).toMatchObject({ suspension: 'proposed' });
  });

  it('closes where the figures recover, and the same alert opens again where they do not last', async () => {
    const before = await lagging();
    await report('审判', 48, 150);
    await alertsAreUp(api, YEAR);
    expect(await lagging()).toMatchObject({ id: before.id, state: 'closed', closed: { closing: 'recovered' } });
    await report('审判', 20, 150);
    await alertsAreUp(api, YEAR);
    const again = await lagging();
    expect(again).toMatchObject({ id: before.id, state: 'open', recurrences: 1, answer: null, acknowledged: null });
    expect(again).toMatchObject({ raisedOn: '2026-08-01', deadline: '2026-08-14' });
    expect((await detail(again)).history.map(({ step }) => step).slice(-2)).toEqual(['closed', 'reopened']);
  });

  it('is left to its rectification, which closes it', async () => {
    const life = api.app.get(AlertLife, { strict: false });
    const uow = api.app.get(UnitOfWork, { strict: false });
    const { id } = await lagging();
    const by = { actor: 'court', actorName: '显示 court', onBehalfOf: null };
    await uow.run((manager) => life.beginRectifying(manager, [id], by));
    expect(await lagging()).toMatchObject({ state: 'rectifying', can: [] });
    await report('审判', 48, 150);
    await alertsAreUp(api, YEAR);
    expect(await lagging()).toMatchObject({ state: 'rectifying' });
    await uow.run((manager) => life.closeRectified(manager, [id], 'rectified'));
    expect(await lagging()).toMatchObject({ state: 'closed', closed: { closing: 'rectified' } });
  });

  it('tells how the units see to their alerts', async () => {
    const { body } = await finance.get<AlertScorecard>(`/alerts/scorecard?year=${YEAR}&month=6`);
    expect(body.items).toMatchObject([{ organisationName: '法院', rectified: 1, toAnswer: body.total.raised }]);
    expect(body.total).toMatchObject({ raised: body.items[0]?.raised, rectified: 1 });
  });
});
