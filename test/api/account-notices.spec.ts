import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ChangePassword } from '../../apps/api/src/features/identity/index.js';
import type { NotificationPage } from '../../apps/api/src/features/notifications/http/notifications.dto.js';
import type { FirstPassword } from '../../apps/api/src/features/people/http/people.dto.js';
import { Clock } from '../../apps/api/src/platform/runtime/clock.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import { written } from '../support/days.js';
import { describeBackends } from '../support/services.js';

interface OwnAccount {
  readonly sessions: readonly { readonly isCurrent: boolean; readonly method: string }[];
}

describeBackends('What others do to an account', (backend) => {
  let api: TestApi;
  let admin: Visitor;
  let today: string;
  const ids = new Map<string, string>();
  const idOf = (username: string): string => ids.get(username) ?? '';
  beforeAll(async () => {
    api = await TestApi.open(backend);
    today = api.app.get(Clock, { strict: false }).today();
    await api.addTree();
    for (const [username, role] of [
      ['admin', 'admin'],
      ['auditor', 'auditor'],
    ] as const) {
      await api.addUser(username, role, '001');
    }
    for (const username of ['reset', 'principal', 'deputy', 'giver', 'taker', 'operated']) {
      ids.set(username, await api.addUser(username, 'clerk', '340001'));
    }
    admin = await api.as('admin');
  });
  afterAll(() => api.close());

  const told = async (reader: Visitor) => {
    const { body } = await reader.get<NotificationPage>('/notifications');
    return body.items.map(({ kind, page, message }) => ({ kind, page, message }));
  };

  it('a password that an administrator set: told, the session marked, and nothing done by it but choosing one', async () => {
    const { body } = await admin.post<FirstPassword>(`/users/${idOf('reset')}/password-reset`);
    const person = await api.as('reset', body.password);
    const account = await person.get<OwnAccount>('/session/account');
    expect(account.body.sessions).toMatchObject([{ isCurrent: true, method: 'given-password' }]);
    expect((await person.get<Refusal>('/notifications')).body.code).toBe('password-change-required');
    expect((await person.post<Refusal>('/deputies', {})).body.code).toBe('password-change-required');
    const next = 'Another-Horse-8';
    expect((await person.put('/session/password', { current: body.password, next })).status).toBe(204);
    expect(await told(person)).toEqual([
      {
        kind: 'password-set',
        page: 'me',
        message: '显示 admin重置了您的密码。如果不是您请人办理的，请立即告诉管理员和审计人员。',
      },
    ]);
    await api.as('reset', next);
    const auditor = await api.as('auditor');
    const trail = await auditor.get<{ items: { after: string }[] }>(
      `/audit?action=identity.sign-in&subject=user/${idOf('reset')}`,
    );
    const ways = trail.body.items.map(({ after }) => (JSON.parse(after) as { by: string }).by);
    expect(ways).toEqual(['password', 'given-password']);
  });

  it('a password that was set at the command line, by no person', async () => {
    await api.app.get(ChangePassword, { strict: false }).execute('operated', 'Another-Horse-8', 'cli');
    const [notice] = await told(await api.as('operated', 'Another-Horse-8'));
    expect(notice?.message).toMatch(/^系统维护人员重置了您的密码。/);
  });

  it('a deputy, of whom both learn, but for who appointed him', async () => {
    const days = { fromDay: today, untilDay: today, reason: '出差' };
    await admin.post(`/users/${idOf('principal')}/deputies`, { ...days, toUserId: idOf('deputy') });
    const [principal, deputy] = [await api.as('principal'), await api.as('deputy')];
    const period = `${written(today)} 至 ${written(today)}。`;
    const byAdmin = [
      { kind: 'deputy-appointed', page: 'me', message: `显示 admin指定了显示 deputy为您的代办人，${period}` },
    ];
    expect(await told(principal)).toEqual(byAdmin);
    const first = { kind: 'deputy-became', page: 'me', message: `显示 admin指定您代显示 principal办理，${period}` };
    expect(await told(deputy)).toEqual([first]);
    expect((await principal.post('/deputies', { ...days, toUserId: idOf('deputy') })).status).toBe(201);
    expect(await told(principal)).toEqual(byAdmin);
    expect(await told(deputy)).toEqual([
      { ...first, message: `显示 principal指定您代显示 principal办理，${period}` },
      first,
    ]);
  });

  it('a handover, of which both learn', async () => {
    const body = { toUserId: idOf('taker'), from: today };
    expect((await admin.post(`/users/${idOf('giver')}/handover`, body)).status).toBe(200);
    expect(await told(await api.as('giver'))).toEqual([
      { kind: 'work-given', page: 'me', message: `显示 admin把您的工作移交给了显示 taker，自 ${written(today)} 起。` },
    ]);
    expect(await told(await api.as('taker'))).toEqual([
      { kind: 'work-taken', page: 'me', message: `显示 admin把显示 giver的工作移交给了您，自 ${written(today)} 起。` },
    ]);
    expect(await told(admin)).toEqual([]);
  });
});
