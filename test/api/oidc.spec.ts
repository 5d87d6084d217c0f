import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { UserAccount } from '../../apps/api/src/features/identity/persistence/user-account.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { PASSWORD, TestApi, type Answer, type Refusal } from '../support/api.js';
import { TestIssuer } from '../support/issuer.js';
import { describeBackends } from '../support/services.js';

describeBackends('Single sign-on', (backend) => {
  let issuer: TestIssuer;
  let api: TestApi;
  let uow: UnitOfWork;
  beforeAll(async () => {
    issuer = await TestIssuer.start();
    api = await TestApi.open(backend, {
      OIDC_ISSUER: issuer.url,
      OIDC_CLIENT_ID: 'jixiao',
      OIDC_CLIENT_SECRET: 'client-secret',
      OIDC_LABEL: '政务统一登录',
      PUBLIC_URL: 'http://jixiao.test',
      LOCAL_SIGN_IN: 'admins',
    });
    uow = api.app.get(UnitOfWork, { strict: false });
    await api.addTree();
    await api.addUser('clerk', 'clerk', '340001');
    await api.addUser('leaver', 'clerk', '340001');
    await api.addUser('admin', 'admin', '001');
    await uow.run((manager) => manager.update(UserAccount, { username: 'leaver' }, { active: false }));
  });
  afterAll(async () => {
    await api.close();
    await issuer.stop();
  });

  /** Leaves for the issuer. */
  async function leave(to = ''): Promise<{ address: string; cookie: string }> {
    const answer = await api.request('GET', `/session/oidc${to}`);
    expect(answer.status).toBe(302);
    const kept = answer.cookies.find(({ name }) => name === 'oidc');
    expect(kept).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/api/session/oidc' });
    return { address: String(answer.headers.location), cookie: `oidc=${kept?.value}` };
  }
  const comeBack = (query: string, cookie?: string): Promise<Answer> =>
    api.request('GET', `/session/oidc/callback${query}`, undefined, cookie === undefined ? {} : { cookie });
  const failureOf = ({ status, headers, cookies }: Answer): string | null => {
    expect(status).toBe(302);
    expect(cookies.some(({ name }) => name === 'sid')).toBe(false);
    return new URL(String(headers.location), 'http://jixiao.test').searchParams.get('failed');
  };

  it('is offered by name, with passwords for administrators only', async () => {
    const { body } = await api.request('GET', '/session/methods');
    expect(body).toEqual({ local: 'admins', oidc: { label: '政务统一登录' } });
    const signIn = (username: string) => api.request<Refusal>('POST', '/session', { username, password: PASSWORD });
    expect((await signIn('admin')).status).toBe(200);
    expect(await signIn('clerk')).toMatchObject({ status: 403, body: { code: 'local-sign-in-off' } });
  });

  it('signs the person of the ID token in, leads back to the page, and asks for no password', async () => {
    await uow.run((manager) => manager.update(UserAccount, { username: 'clerk' }, { mustChangePassword: true }));
    const { address, cookie } = await leave('?to=/report');
    const asked = new URL(address).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      client_id: 'jixiao',
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: 'http://jixiao.test/api/session/oidc/callback',
    });
    const answer = await comeBack(issuer.grant(address, 'clerk'), cookie);
    expect([answer.status, answer.headers.location]).toEqual([302, '/report']);
    const session = answer.cookies.find(({ name }) => name === 'sid');
    const me = await api.request('GET', '/session', undefined, { cookie: `sid=${session?.value}` });
    expect(me.body).toMatchObject({ username: 'clerk', passwordDue: null });
  });

  it('leads nowhere else than into this program', async () => {
    const hidden = ['/\\elsewhere.example', '/\t/elsewhere.example', '/\n/elsewhere.example', '/.//elsewhere.example'];
    for (const to of ['https://elsewhere.example', '//elsewhere.example', ...hidden]) {
      const { address, cookie } = await leave(`?to=${encodeURIComponent(to)}`);
      expect((await comeBack(issuer.grant(address, 'clerk'), cookie)).headers.location).toBe('/');
    }
  });

  it('leads nowhere else by a cookie that somebody else wrote', async () => {
    for (const to of ['https://elsewhere.example', '/\t/elsewhere.example', '/\n/elsewhere.example']) {
      const { address, cookie } = await leave();
      const kept = JSON.parse(Buffer.from(cookie.slice('oidc='.length), 'base64url').toString()) as object;
      const forged = `oidc=${Buffer.from(JSON.stringify({ ...kept, to })).toString('base64url')}`;
      const answer = await comeBack(issuer.grant(address, 'clerk'), forged);
      expect([answer.status, answer.headers.location]).toEqual([302, '/']);
    }
  });

  it('makes no accounts, and lets nobody in whose account is closed', async () => {
    for (const username of ['stranger', 'leaver']) {
      const { address, cookie } = await leave();
      const answer = await comeBack(issuer.grant(address, username), cookie);
      expect(failureOf(answer)).toBe('oidc-unknown');
      expect(String(answer.headers.location)).toContain(`name=${username}`);
    }
    expect(await uow.reader.findOneBy(UserAccount, { username: 'stranger' })).toBeNull();
  });

  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  it.each<[string, Record<string, unknown>]>([
    ['nonce', { nonce: 'another' }],
    ['audience', { aud: 'another-client' }],
    ['issuer', { iss: 'http://elsewhere.example' }],
    ['age', { exp: Math.floor(Date.now() / 1000) - 3600 }],
    ['claim', { preferred_username: undefined }],
  ])('refuses an ID token with a wrong %s', async (_what, changes) => {
    const { address, cookie } = await leave();
    expect(failureOf(await comeBack(issuer.grant(address, 'clerk', changes), cookie))).toBe('oidc-refused');
  });

  it('refuses an ID token that somebody else signed', async () => {
    const { address, cookie } = await leave();
    expect(failureOf(await comeBack(issuer.grant(address, 'clerk', {}, other), cookie))).toBe('oidc-refused');
  });

  it('refuses an answer to another browser’s question, a wrong state, and one that was used', async () => {
    const [mine, yours] = [await leave(), await leave()];
    const query = issuer.grant(mine.address, 'clerk');
    expect(failureOf(await comeBack(query))).toBe('oidc-refused');
    expect(failureOf(await comeBack(query, yours.cookie))).toBe('oidc-refused');
    expect(failureOf(await comeBack(query.replace(/state=.*/, 'state=x'), mine.cookie))).toBe('oidc-refused');
    expect((await comeBack(query, mine.cookie)).headers.location).toBe('/');
    expect(failureOf(await comeBack(query, mine.cookie))).toBe('oidc-refused');
    expect(failureOf(await comeBack('?error=access_denied&state=x', mine.cookie))).toBe('oidc-refused');
  });
});
