import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AuditEntry } from '../../apps/api/src/features/audit/persistence/audit-entry.entity.js';
import { WorkCalendarQuery, Workdays } from '../../apps/api/src/features/work-calendar/index.js';
import type { WorkCalendarView } from '../../apps/api/src/features/work-calendar/http/work-calendar.dto.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import { describeBackends } from '../support/services.js';

describeBackends('The work calendar', (backend) => {
  let api: TestApi;
  let uow: UnitOfWork;
  let workdays: Workdays;
  let admin: Visitor;
  let clerk: Visitor;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('admin', 'admin', '001');
    await api.addUser('branch', 'admin', '340001');
    await api.addUser('clerk', 'clerk', '340002');
    [admin, clerk] = [await api.as('admin'), await api.as('clerk')];
    [uow, workdays] = [api.app.get(UnitOfWork, { strict: false }), api.app.get(Workdays, { strict: false })];
  });
  afterAll(() => api.close());

  const yearOf = async (year: number, by = clerk) => (await by.get<WorkCalendarView>(`/work-calendar/${year}`)).body;
  const enter = (year: number, body: object, by = admin) =>
    by.put<WorkCalendarView & Refusal>(`/work-calendar/${year}`, { source: '', days: [], version: 0, ...body });

  it('is shipped for 2026, so that deadlines are right from the first day (R27)', async () => {
    const calendar = await yearOf(2026);
    expect(calendar).toMatchObject({ origin: 'shipped', calendarMissing: false, version: 0, changedBy: null });
    expect(calendar.days).toContainEqual({ day: '2026-10-10', kind: 'worked', name: '国庆节' });
    expect(await workdays.add(uow.reader, '2026-07-03', 10)).toBe('2026-07-17');
    expect(await workdays.add(uow.reader, '2026-09-21', 10)).toBe('2026-10-12');
    expect(await workdays.between(uow.reader, '2026-10-12', '2026-09-21')).toBe(-10);
  });

  it('counts plain weeks in a year without one, and says so', async () => {
    expect(await yearOf(2031)).toMatchObject({ origin: 'none', calendarMissing: true, days: [], source: '' });
    const query = api.app.get(WorkCalendarQuery, { strict: false });
    expect((await query.of(uow.reader, [2026, 2031])).missing).toEqual([2031]);
    // A Tuesday: New Year's Day counts as any Wednesday.
    expect(await workdays.add(uow.reader, '2030-12-31', 3)).toBe('2031-01-03');
  });

  it('is entered for a year, in calendar order, and counts from then on; the trail says who', async () => {
    const days = [
      { day: '2031-10-12', kind: 'worked', name: '国庆节' },
      { day: '2031-10-01', kind: 'off', name: '国庆节' },
    ];
    const answer = await enter(2031, { source: '2031年通知', days });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      origin: 'entered',
      version: 1,
      source: '2031年通知',
      changedByName: '显示 admin',
    });
    expect(answer.body.days.map(({ day }) => day)).toEqual(['2031-10-01', '2031-10-12']);
    expect(await workdays.add(uow.reader, '2031-09-30', 1)).toBe('2031-10-02');
    const entry = await uow.reader.findOneByOrFail(AuditEntry, { action: 'work-calendar.change' });
    expect(entry).toMatchObject({ actor: 'admin', subject: 'work-calendar/2031' });
  });

  it('keeps a year that was changed meanwhile', async () => {
    const lost = await enter(2031, { version: 0 });
    expect([lost.status, lost.body.code]).toEqual([409, 'work-calendar-changed']);
    expect((await enter(2031, { version: 1 })).body).toMatchObject({ version: 2, calendarMissing: true });
    const both = await Promise.all([enter(2032, { source: '甲' }), enter(2032, { source: '乙' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is refused with every fault at its field', async () => {
    const days = [
      { day: '2031-02-30', kind: 'off', name: '' },
      { day: '2030-10-01', kind: 'off', name: '' },
      { day: '2031-10-09', kind: 'worked', name: '' },
    ];
    const { status, body } = await enter(2031, { days, version: 2 });
    expect([status, body.code]).toEqual([422, 'work-calendar-faulty']);
    expect(body.issues).toEqual([
      { path: 'days.0.day', code: 'calendar-day-form', message: '“2031-02-30”不是有效的日期。' },
      { path: 'days.1.day', code: 'calendar-day-other-year', message: '2030-10-01 不在 2031 年内。' },
      {
        path: 'days.2.day',
        code: 'calendar-worked-weekday',
        message: '2031-10-09 不是周末，本来就是工作日，不需要调休上班。',
      },
    ]);
  });

  it('is read by everybody and changed by who manages the settings of the whole county', async () => {
    expect((await enter(2031, { version: 2 }, clerk)).status).toBe(403);
    expect((await enter(2031, { version: 2 }, await api.as('branch'))).status).toBe(403);
    expect((await yearOf(2031)).version).toBe(2);
  });
});
