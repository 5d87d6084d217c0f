import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createApp } from '../../apps/api/src/create-app.js';
import { AddUser } from '../../apps/api/src/features/identity/index.js';
import { AuditEntry } from '../../apps/api/src/features/audit/persistence/audit-entry.entity.js';
import { FormerPassword } from '../../apps/api/src/features/identity/persistence/former-password.entity.js';
import { SignInFailure } from '../../apps/api/src/features/identity/persistence/sign-in-failure.entity.js';
import { UserAccount } from '../../apps/api/src/features/identity/persistence/user-account.entity.js';
import { UserSession } from '../../apps/api/src/features/identity/persistence/user-session.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { PASSWORD, TestApi, type Refusal, type Visitor } from '../support/api.js';
import { until } from '../support/job-rig.js';
import { jixiao } from '../support/product.js';
import { describeBackends, freshConfig } from '../support/services.js';

interface Account {
  readonly passwordExpiresAt: string | null;
  readonly sessions: readonly { readonly isCurrent: boolean; readonly lastSeenAt: string }[];
}

const DAY_MS = 24 * 3600_000;
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

describeBackends('Signing in', (backend) => {
  let api: TestApi;
  let uow: UnitOfWork;
  let count = 0;
  let username: string;
  beforeAll(async () => {
    api = await TestApi.open(backend, { TRUSTED_PROXIES: '1', PASSWORD_HISTORY: '3' });
    uow = api.app.get(UnitOfWork, { strict: false });
    await api.addTree();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    count += 1;
    username = `person-${count}`;
    await api.addUser(username, 'clerk', '340001');
  });

  const signIn = (name: string, password: string, address = `10.1.0.${count}`) =>
    api.request<Refusal>('POST', '/session', { username: name, password }, { 'x-forwarded-for': address });
  const change = (person: Visitor, current: string, next: string) =>
    person.put<Refusal>('/session/password', { current, next });
  const age = (values: Partial<UserAccount>): Promise<unknown> =>
    uow.run((manager) => manager.update(UserAccount, { username }, values));
  const failed = async (name: string, times: number): Promise<void> => {
    for (let turn = 0; turn < times; turn += 1) expect((await signIn(name, 'wrong')).status).toBe(401);
  };

  it('locks a name for an address after five wrong passwords, for the right one too, until it is over', async () => {
    await failed(username, 5);
    const locked = await signIn(username.toUpperCase(), PASSWORD);
    expect([locked.status, locked.body.code, locked.body.params]).toEqual([429, 'account-locked', { minutes: 15 }]);
    expect(locked.body.message).toContain('15 分钟');
    await uow.run((manager) => manager.update(SignInFailure, { username }, { lockedUntil: ago(1000) }));
    expect((await signIn(username, PASSWORD)).status).toBe(200);
    expect(await uow.reader.findOneBy(SignInFailure, { username })).toBeNull();
  });

  it('lets nobody lock a person out by wrong passwords from elsewhere', async () => {
    await failed(username, 5);
    expect((await signIn(username, PASSWORD, '10.2.0.1')).status).toBe(200);
  });

  /** Five wrong passwords from each of ten addresses. */
  const failedEverywhere = async (name: string): Promise<void> => {
    for (let place = 0; place < 50; place += 1) await signIn(name, 'wrong', `10.3.${count}.${place % 10}`);
  };

  it('locks a name as a whole after fifty wrong passwords, but not where the person signed in last', async () => {
    expect((await signIn(username, PASSWORD, '10.4.0.1')).status).toBe(200);
    await failedEverywhere(username);
    expect((await signIn(username, PASSWORD, '10.4.0.2')).body.code).toBe('account-locked');
    expect((await signIn(username, PASSWORD, '10.4.0.1')).status).toBe(200);
    expect((await signIn(username, PASSWORD, '10.4.0.2')).body.code).toBe('account-locked');
    for (let turn = 0; turn < 5; turn += 1) expect((await signIn(username, 'wrong', '10.4.0.1')).status).toBe(401);
    expect((await signIn(username, PASSWORD, '10.4.0.1')).body.code).toBe('account-locked');
  });

  it('locks a name that nobody has as a whole in the same way', async () => {
    await failedEverywhere(`nobody-${count}`);
    expect((await signIn(`nobody-${count}`, 'wrong', '10.4.0.2')).body.code).toBe('account-locked');
  });

  it('records the first attempt that a lock or a pause refuses, and no other of it', async () => {
    const refused = async (): Promise<(string | null)[]> => {
      const where = { action: 'identity.sign-in-refused', remoteAddress: `10.5.0.${count}` };
      return (await uow.reader.findBy(AuditEntry, where)).map(
        ({ actor, after }) => `${actor} ${JSON.stringify(after)}`,
      );
    };
    for (let turn = 0; turn < 32; turn += 1) await signIn(username, 'wrong', `10.5.0.${count}`);
    expect((await refused()).sort()).toEqual([
      `${username} {"refusal":"account-locked"}`,
      'unknown {"refusal":"too-many-attempts"}',
    ]);
  });

  it('counts a lock in the database, so that another process keeps to it', async () => {
    await failed(username, 5);
    const another = await createApp(api.config, { http: true, runJobs: false });
    try {
      const headers = { 'x-forwarded-for': `10.1.0.${count}` };
      const payload = { username, password: PASSWORD };
      const answer = await another.inject({ method: 'POST', url: '/api/session', headers, payload });
      expect(answer.json<Refusal>().code).toBe('account-locked');
    } finally {
      await another.close();
    }
  });

  it('locks a name that nobody has in the same way, so that a lock does not tell who exists', async () => {
    await failed(`nobody-${count}`, 5);
    expect((await signIn(`nobody-${count}`, 'wrong')).body.code).toBe('account-locked');
  });

  it('forgets failures with a success, and after as long as a lock lasts', async () => {
    await failed(username, 4);
    expect((await signIn(username, PASSWORD)).status).toBe(200);
    await failed(username, 4);
    await uow.run((manager) => manager.update(SignInFailure, { username }, { lastFailedAt: ago(16 * 60_000) }));
    await failed(username, 4);
    expect((await signIn(username, PASSWORD)).status).toBe(200);
  });

  it('does not let guesses slip through that are made at once', async () => {
    const guesses = await Promise.all(Array.from({ length: 12 }, () => signIn(username, 'wrong')));
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(guesses.filter(({ body }) => body.code === 'account-locked')).toHaveLength(7);
  });

  it('makes an address that tries many names wait, and no other', async () => {
    for (let turn = 0; turn < 30; turn += 1) await signIn(`spray-${count}-${turn}`, 'wrong', '10.9.9.9');
    expect(await signIn(username, PASSWORD, '10.9.9.9')).toMatchObject({
      status: 429,
      body: { code: 'too-many-attempts' },
    });
    expect((await signIn(username, PASSWORD)).status).toBe(200);
  });

  it('looks at no more than thirty guesses of one address, also where they are made at once', async () => {
    const names = Array.from({ length: 100 }, (_, turn) => `at-once-${count}-${turn}`);
    const answers = await Promise.all(names.map((name) => signIn(name, 'wrong', '10.9.9.8')));
    const codes = answers.map(({ body }) => body.code);
    expect(codes.filter((code) => code === 'sign-in-failed')).toHaveLength(30);
    expect(codes.filter((code) => code === 'too-many-attempts')).toHaveLength(70);
  });

  it('counts attempts on a locked name against their address', async () => {
    for (let turn = 0; turn < 30; turn += 1) await signIn(username, 'wrong', '10.9.9.7');
    expect((await signIn(`another-${count}`, 'wrong', '10.9.9.7')).body.code).toBe('too-many-attempts');
  });

  it('lets a person with a first password do nothing but choose another one', async () => {
    await age({ mustChangePassword: true });
    const person = await api.as(username);
    expect((await person.get<{ passwordDue: string }>('/session')).body.passwordDue).toBe('first');
    for (const path of ['/organisations', '/rounds', '/deputies']) {
      expect(await person.get(path)).toMatchObject({ status: 403, body: { code: 'password-change-required' } });
    }
    expect((await change(person, PASSWORD, 'Second-Horse-8')).status).toBe(204);
    expect((await person.get('/organisations')).status).toBe(200);
    expect((await signIn(username, PASSWORD)).status).toBe(401);
  });

  it('wants another password when the present one is ninety days old', async () => {
    await age({ passwordChangedAt: ago(89 * DAY_MS) });
    const person = await api.as(username);
    expect((await person.get('/organisations')).status).toBe(200);
    const { body } = await person.get<Account>('/session/account');
    expect(Math.round((Date.parse(body.passwordExpiresAt ?? '') - Date.now()) / DAY_MS)).toBe(1);
    await age({ passwordChangedAt: ago(90 * DAY_MS) });
    expect((await person.get<{ passwordDue: string }>('/session')).body.passwordDue).toBe('expired');
    expect((await person.get('/organisations')).status).toBe(403);
    expect((await change(person, PASSWORD, 'Second-Horse-8')).status).toBe(204);
    expect((await person.get('/organisations')).status).toBe(200);
  });

  it('takes none of the last passwords again, and stores of them what it needs', async () => {
    const person = await api.as(username);
    const code = async (current: string, next: string) => (await change(person, current, next)).body.code;
    expect(await code(PASSWORD, PASSWORD)).toBe('password-used-before');
    expect(await code(PASSWORD, 'Second-Horse-8')).toBeUndefined();
    expect(await code('Second-Horse-8', PASSWORD)).toBe('password-used-before');
    expect(await code('Second-Horse-8', 'Third-Horse-9')).toBeUndefined();
    expect(await code('Third-Horse-9', PASSWORD)).toBe('password-used-before');
    expect(await code('Third-Horse-9', 'Fourth-Horse-1')).toBeUndefined();
    expect(await code('Fourth-Horse-1', PASSWORD)).toBeUndefined();
    const { id } = await uow.reader.findOneByOrFail(UserAccount, { username });
    const kept = await uow.reader.findBy(FormerPassword, { userId: id });
    expect(kept).toHaveLength(2);
    expect(kept.every(({ passwordHash }) => passwordHash.startsWith('$argon2id$'))).toBe(true);
  });

  it('changes a password only for who knows the present one, keeps the rules, and ends the other sessions', async () => {
    const [person, elsewhere] = [await api.as(username), await api.as(username)];
    expect((await change(person, 'not it', 'Second-Horse-8')).body.code).toBe('password-wrong');
    expect((await change(person, PASSWORD, 'caizheng2026!')).body.code).toBe('password-common');
    expect((await change(person, PASSWORD, `${username}-A1b2`)).body.code).toBe('password-contains-username');
    expect((await elsewhere.get('/session')).status).toBe(200);
    expect((await change(person, PASSWORD, 'Second-Horse-8')).status).toBe(204);
    expect((await person.get('/session')).status).toBe(200);
    expect((await elsewhere.get('/session')).status).toBe(401);
  });

  it('locks out who guesses the password at the open screen of a person', async () => {
    const person = await api.as(username);
    for (let turn = 0; turn < 5; turn += 1) await change(person, `guess ${turn}`, 'Second-Horse-8');
    expect((await change(person, PASSWORD, 'Second-Horse-8')).body.code).toBe('account-locked');
  });

  it('shows a person the own sessions and ends the others', async () => {
    const [person, elsewhere] = [await api.as(username), await api.as(username)];
    const { body } = await person.get<Account>('/session/account');
    expect(body.sessions.map(({ isCurrent }) => isCurrent).sort()).toEqual([false, true]);
    expect(JSON.stringify(body)).not.toContain(person.token);
    expect((await person.delete('/session/others')).status).toBe(204);
    expect((await elsewhere.get('/session')).status).toBe(401);
    expect((await person.get<Account>('/session/account')).body.sessions).toHaveLength(1);
    const where = { action: 'identity.end-sessions', actor: username };
    expect(await uow.reader.findBy(AuditEntry, where)).toMatchObject([{ remoteAddress: '127.0.0.1' }]);
  });

  it('does not take what a page asks for by itself as a sign that somebody is there', async () => {
    const person = await api.as(username);
    const { id } = await uow.reader.findOneByOrFail(UserAccount, { username });
    const seen = ago(20 * 60_000);
    await uow.run((manager) => manager.update(UserSession, { userId: id }, { lastSeenAt: seen }));
    const lastSeen = async (): Promise<string> =>
      (await uow.reader.findOneByOrFail(UserSession, { userId: id })).lastSeenAt;
    expect((await person.get('/session', { 'x-unattended': '1' })).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(await lastSeen()).toBe(seen);
    await person.get('/session');
    await until(async () => (await lastSeen()) > seen, 'the use is noted');
  });

  it('says how people sign in here', async () => {
    expect((await api.request('GET', '/session/methods')).body).toEqual({ local: 'all', oidc: null });
  });
});

describe('the first administrator', () => {
  it('is made at the machine, with a password that has to be changed unless it is said to stay', async () => {
    const fresh = await freshConfig({ database: 'sqlite' });
    try {
      const run = async (...args: string[]) => {
        const { code, stdout, stderr } = await jixiao(fresh.env, ...args, '--json');
        if (code !== 0) throw new Error(stderr);
        return JSON.parse(stdout) as { password: string };
      };
      await run('organisation', 'add', '100', '--name', '青禾县财政局', '--kind', 'financeBureau');
      const place = ['--role', 'admin', '--organisation', '100'];
      const { password } = await run('user', 'add', 'first', ...place);
      const { password: lasting } = await run('user', 'add', 'second', ...place, '--permanent');
      const app = await createApp(fresh.config, { http: true, runJobs: false });
      try {
        const due = async (username: string, secret: string) => {
          const payload = { username, password: secret };
          const answer = await app.inject({ method: 'POST', url: '/api/session', payload });
          return answer.json<{ passwordDue: string | null }>().passwordDue;
        };
        expect(await due('first', password)).toBe('first');
        expect(await due('second', lasting)).toBeNull();
        const mixed = [
          { role: 'admin', organisationCode: '100' },
          { role: 'leader', organisationCode: '100' },
        ] as const;
        const both = { username: 'both', displayName: 'x', password: PASSWORD, roles: mixed, addedBy: 'system' };
        await expect(app.get(AddUser, { strict: false }).execute(both)).rejects.toMatchObject({ code: 'duties-mixed' });
      } finally {
        await app.close();
      }
    } finally {
      await fresh.cleanup();
    }
  }, 120_000);
});
