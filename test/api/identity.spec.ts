import { permissionsOf } from '@jixiao/domain';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { PasswordHashing } from '../../apps/api/src/features/identity/application/password-hashing.js';
import { UserSession } from '../../apps/api/src/features/identity/persistence/user-session.entity.js';
import { UserAccount } from '../../apps/api/src/features/identity/persistence/user-account.entity.js';
import { ChangePassword } from '../../apps/api/src/features/identity/index.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { PASSWORD, TestApi } from '../support/api.js';
import { describeBackends } from '../support/services.js';

interface Me {
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly { readonly role: string; readonly organisationName: string }[];
  readonly permissions: readonly string[];
}
const FAILED = '/audit?action=identity.sign-in-failed&size=20';
interface Items<T> {
  readonly items: readonly T[];
  readonly total?: number;
}

describeBackends('Identity', (backend) => {
  let api: TestApi;
  let uow: UnitOfWork;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    uow = api.app.get(UnitOfWork, { strict: false });
    await api.addTree();
    await api.addUser('clerk', 'clerk', '340001');
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('auditor', 'auditor', '001');
    await api.addUser('court-auditor', 'auditor', '336001');
    await api.addUser('admin', 'admin', '001');
  });
  afterAll(() => api.close());

  const sessions = (): Promise<UserSession[]> => uow.reader.find(UserSession);
  const changeSessions = (change: Partial<UserSession>): Promise<unknown> =>
    uow.run((manager) => manager.createQueryBuilder().update(UserSession).set(change).execute());

  it('signs in with a cookie that scripts cannot read, and says who it is', async () => {
    const answer = await api.request<Me>('POST', '/session', { username: 'clerk', password: PASSWORD });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      username: 'clerk',
      displayName: '显示 clerk',
      roles: [{ role: 'clerk', organisationId: expect.any(String), organisationName: '司法局' }],
      permissions: permissionsOf('clerk'),
      actsFor: [],
      passwordDue: null,
    });
    expect(answer.cookies[0]).toMatchObject({ name: 'sid', httpOnly: true, sameSite: 'Lax', path: '/' });
    const person = await api.as('clerk');
    expect((await person.get<Me>('/session')).body.username).toBe('clerk');
  });

  it('answers no page that shows another person than the one who is signed in', async () => {
    const person = await api.as('clerk');
    const shown = async (username: string): Promise<number> =>
      (await person.get('/session', { 'x-signed-in-as': username })).status;
    expect([await shown('clerk'), await shown('finance'), await shown('')]).toEqual([200, 401, 401]);
  });

  it('keeps neither the password nor the token of the cookie', async () => {
    const person = await api.as('clerk');
    const rows = JSON.stringify([await sessions(), await uow.reader.find(UserAccount)]);
    expect(rows).not.toContain(person.token);
    expect(rows).not.toContain(PASSWORD);
    expect((await uow.reader.findOneByOrFail(UserAccount, { username: 'clerk' })).passwordHash).toMatch(
      /^\$argon2id\$/,
    );
  });

  it('answers an unknown name and a wrong password alike, in words and after the same work', async () => {
    const verify = jest.spyOn(api.app.get(PasswordHashing, { strict: false }), 'verify');
    const costs: string[] = [];
    for (const username of ['finance', 'nobody', 'nobody', 'finance']) {
      verify.mockClear();
      const { status, body } = await api.request('POST', '/session', { username, password: 'not the password' });
      expect([status, body]).toEqual([401, { code: 'sign-in-failed', message: '用户名或密码不正确。' }]);
      expect(verify).toHaveBeenCalledTimes(1);
      costs.push(verify.mock.calls[0]?.[0].split('$').slice(1, 4).join() ?? '');
    }
    verify.mockRestore();
    expect(costs[0]).toMatch(/^argon2id,v=\d+,m=\d+,t=\d+,p=\d+$/);
    expect(new Set(costs).size).toBe(1);
  });

  it('signs out: the session is gone from the database, and doing it twice is no error', async () => {
    const person = await api.as('clerk');
    const before = (await sessions()).length;
    const answer = await person.delete('/session');
    expect(answer.status).toBe(204);
    expect(answer.cookies[0]).toMatchObject({ name: 'sid', value: '' });
    expect(await sessions()).toHaveLength(before - 1);
    expect(await person.get('/session')).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    expect((await person.delete('/session')).status).toBe(204);
    const trail = await (
      await api.as('auditor')
    ).get<Items<{ actor: string; remoteAddress: string }>>('/audit?action=identity.sign-out');
    expect(trail.body.items).toMatchObject([{ actor: 'clerk', remoteAddress: '127.0.0.1' }]);
  });

  it('ends a session at its expiry and after half an hour without use', async () => {
    const person = await api.as('clerk');
    await changeSessions({ lastSeenAt: new Date(Date.now() - 31 * 60_000).toISOString() });
    expect((await person.get('/session')).status).toBe(401);
    const another = await api.as('clerk');
    expect((await another.get('/session')).status).toBe(200);
    await changeSessions({ expiresAt: new Date(Date.now() - 1000).toISOString() });
    expect((await another.get('/session')).status).toBe(401);
    await api.as('clerk');
    expect(await sessions()).toHaveLength(1);
  });

  it('ends all sessions of a person when the password is changed, and of a closed account', async () => {
    await api.addUser('leaver', 'leader', '001');
    const person = await api.as('leaver');
    await api.app.get(ChangePassword, { strict: false }).execute('leaver', 'Another-Horse-8', 'system');
    expect((await person.get('/session')).status).toBe(401);
    const again = await api.as('leaver', 'Another-Horse-8');
    await uow.run((manager) => manager.update(UserAccount, { username: 'leaver' }, { active: false }));
    expect((await again.get('/session')).status).toBe(401);
    const closed = await api.request('POST', '/session', { username: 'leaver', password: 'Another-Horse-8' });
    expect(closed).toMatchObject({ status: 401, body: { code: 'sign-in-failed' } });
  });

  it.each([
    ['short', 'password-length'],
    ['with-user-name-x1', 'password-contains-username', 'user-name'],
    ['onlysmallletters', 'password-too-plain'],
  ])('refuses the password %s', async (password, code, username = 'somebody') => {
    const work = api.app.get(ChangePassword, { strict: false }).execute(username, password, 'system');
    await expect(work).rejects.toMatchObject({ code });
  });

  it('refuses a second person of the same name and an organisation that does not exist', async () => {
    await expect(api.addUser('clerk', 'clerk', '001')).rejects.toMatchObject({ code: 'username-taken' });
    await expect(api.addUser('lost', 'clerk', '999')).rejects.toMatchObject({ code: 'organisation-unknown' });
  });

  it.each(['system', 'System', 'ＳＹＳＴＥＭ', 'unknown', 'demo', 'cli', 'token:helper', 'Token：helper'])(
    'refuses the name %s, under which the program itself stands in the trail',
    async (username) => {
      await expect(api.addUser(username, 'clerk', '001')).rejects.toMatchObject({ code: 'username-reserved' });
    },
  );

  it.each(['Clerk', 'CLERK', 'ｃｌｅｒｋ'])('refuses the name %s, which readers take for clerk', async (username) => {
    await expect(api.addUser(username, 'clerk', '001')).rejects.toMatchObject({ code: 'username-similar' });
  });

  it('shows each person the organisations below the own one, parents first', async () => {
    const names = async (username: string): Promise<string[]> => {
      const answer = await (await api.as(username)).get<Items<{ name: string }>>('/organisations');
      return answer.body.items.map(({ name }) => name);
    };
    expect(await names('clerk')).toEqual(['司法局', '法律援助中心']);
    expect(await names('finance')).toEqual(['财政局', '法院', '司法局', '法律援助中心']);
  });

  it('asks for a session, then for the permission, and shows the trail only to a reader of the whole tree', async () => {
    expect(await api.request('GET', '/audit')).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    for (const username of ['clerk', 'finance', 'court-auditor']) {
      expect(await (await api.as(username)).get('/audit')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
    const auditor = await api.as('auditor');
    const page = await auditor.get<Items<{ action: string; actor: string; after: string | null }>>(
      '/audit?action=identity.add-user&size=200',
    );
    expect(page.status).toBe(200);
    expect(page.body.total).toBeGreaterThanOrEqual(5);
    expect(page.body.items.every(({ action, actor }) => action === 'identity.add-user' && actor === 'system')).toBe(
      true,
    );
    expect(JSON.stringify(page.body)).not.toMatch(/argon2|Correct-Horse/);
    const failed = await auditor.get<Items<{ actor: string }>>('/audit?action=identity.sign-in-failed');
    expect(failed.body.items.map(({ actor }) => actor)).toEqual(expect.arrayContaining(['finance', 'unknown']));
  });

  it('never records what somebody typed as the name of nobody, which may be a password', async () => {
    const trail = async () =>
      (await (await api.as('auditor')).get<Items<{ id: string; actor: string; after: string | null }>>(FAILED)).body;
    const typed = ['My-Secret-Pw-77', 'system', 'token:helper', 'My-Secret-Pw-77'];
    for (const username of typed) await api.request('POST', '/session', { username, password: 'x' });
    const { items } = await trail();
    const latest = items.slice(0, typed.length);
    expect(latest.map(({ actor }) => actor)).toEqual(typed.map(() => 'unknown'));
    const digests = latest.map(({ after }) => (JSON.parse(after ?? '{}') as { typedName: string }).typedName);
    expect(digests.every((digest) => /^[0-9a-f]{8}$/.test(digest))).toBe(true);
    expect(new Set(digests).size).toBe(3);
    expect(digests[0]).toBe(digests[3]);
    expect(JSON.stringify(items)).not.toMatch(/My-Secret|token:helper/);
  });
});
