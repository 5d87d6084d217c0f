import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createApp } from '../../apps/api/src/create-app.js';
import { ApiToken } from '../../apps/api/src/features/identity/persistence/api-token.entity.js';
import { UserAccount } from '../../apps/api/src/features/identity/persistence/user-account.entity.js';
import { AddOrganisation } from '../../apps/api/src/features/organisations/index.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Answer, type Refusal, type Visitor } from '../support/api.js';
import { describeBackends, freshConfig } from '../support/services.js';
import { until } from '../support/job-rig.js';
import { jixiao } from '../support/product.js';

interface Token {
  readonly id: string;
  readonly name: string;
  readonly organisationName: string;
  readonly permissions: readonly string[];
  readonly lostPermissions: readonly string[];
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
  readonly token: string;
}
interface Items<T> {
  readonly items: readonly T[];
}

describeBackends('API tokens', (backend) => {
  let api: TestApi;
  let uow: UnitOfWork;
  let admin: Visitor;
  let places: ReadonlyMap<string, string>;
  let count = 0;
  let address = 0;
  beforeAll(async () => {
    api = await TestApi.open(backend, { TRUSTED_PROXIES: '1' });
    uow = api.app.get(UnitOfWork, { strict: false });
    await api.addTree();
    await api.addUser('clerk', 'clerk', '340001');
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('auditor', 'auditor', '001');
    await api.addUser('admin', 'admin', '001');
    await api.addUser('court-admin', 'admin', '336001');
    admin = await api.as('admin');
    const finance = await api.as('finance');
    const tree = await finance.get<Items<{ id: string; code: string }>>('/organisations');
    places = new Map(tree.body.items.map(({ id, code }) => [code, id]));
  });
  afterAll(() => api.close());
  beforeEach(() => {
    address += 1;
  });

  const place = (code: string): string => places.get(code) ?? '';
  async function make(permissions: readonly string[], code = '340001', more: object = {}): Promise<Token> {
    count += 1;
    const body = { name: `machine-${count}`, organisationId: place(code), permissions, ...more };
    const answer = await admin.post<Token>('/tokens', body);
    expect(answer.status).toBe(201);
    return answer.body;
  }
  /** Each test comes from an address of its own: failures of one must not hold up the next. */
  const from = (): Record<string, string> => ({ 'x-forwarded-for': `10.0.0.${address}` });
  const send = <T = Refusal>(token: string, path: string, headers: Record<string, string> = {}): Promise<Answer<T>> =>
    api.request<T>('GET', path, undefined, { ...from(), authorization: `Bearer ${token}`, ...headers });
  const stored = (id: string): Promise<ApiToken> => uow.reader.findOneByOrFail(ApiToken, { id });
  const change = (id: string, values: Partial<ApiToken>): Promise<unknown> =>
    uow.run((manager) =>
      manager
        .createQueryBuilder()
        .update(ApiToken)
        .set(values as object)
        .where({ id })
        .execute(),
    );

  it('act as a caller of their own with exactly their permissions, at their organisation', async () => {
    const { token, name } = await make(['lights.read']);
    const me = await send<{ username: string; permissions: string[] }>(token, '/session');
    expect(me.body).toMatchObject({ username: `token:${name}`, permissions: ['lights.read'], roles: [] });
    const seen = await send<Items<{ name: string }>>(token, '/organisations');
    expect(seen.body.items.map((item) => item.name)).toEqual(['司法局', '法律援助中心']);
    expect(await send(token, '/audit')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await send(token, '/tokens')).toMatchObject({ status: 403 });
  });

  it('show their secret once: neither lists nor rows nor the trail have it', async () => {
    const { token, id, ...shown } = await make(['lights.read', 'treasury.write', 'lights.read']);
    expect(token).toMatch(/^jxt_[0-9a-f-]{36}_[\w-]{43}$/);
    expect(shown).toMatchObject({ organisationName: '司法局', permissions: ['lights.read', 'treasury.write'] });
    const secret = token.slice(-43);
    await send(token, '/session');
    const list = await admin.get<Items<Token>>('/tokens');
    const trail = await (await api.as('auditor')).get('/audit?size=200');
    const everywhere = JSON.stringify([list.body, trail.body, await stored(id)]);
    expect(everywhere).toContain(id);
    expect(everywhere).not.toContain(secret);
    expect(list.body.items.find((item) => item.id === id)).not.toHaveProperty('secretHash');
  });

  it('are made and revoked with a trail, by who manages people there, never with that permission', async () => {
    const { id, name } = await make(['lights.read']);
    expect((await admin.delete(`/tokens/${id}`)).status).toBe(204);
    expect((await admin.delete(`/tokens/${id}`)).status).toBe(204);
    const auditor = await api.as('auditor');
    const trail = async (action: string) =>
      (await auditor.get<Items<{ subject: string; actor: string }>>(`/audit?action=${action}&size=200`)).body.items;
    for (const action of ['identity.add-token', 'identity.revoke-token']) {
      const rows = (await trail(action)).filter(({ subject }) => subject === `token/${id}`);
      expect(rows.map(({ actor }) => actor)).toEqual(['admin']);
    }
    const body = { name: 'other', organisationId: place('001'), permissions: ['lights.read'] };
    for (const person of ['clerk', 'finance', 'auditor']) {
      expect((await (await api.as(person)).post('/tokens', body)).status).toBe(403);
    }
    const courtAdmin = await api.as('court-admin');
    expect(await courtAdmin.post('/tokens', body)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await courtAdmin.delete(`/tokens/${id}`)).status).toBe(404);
    expect((await courtAdmin.get<Items<Token>>('/tokens')).body.items).toEqual([]);
    const refused = async (changes: object) =>
      (await admin.post<Refusal>('/tokens', { ...body, ...changes })).body.code;
    expect(await refused({ permissions: ['users.manage'] })).toBe('invalid-input');
    expect(await refused({ permissions: [] })).toBe('invalid-input');
    // What takes several people is not done by tokens of one administrator.
    for (const permission of ['reports.submit', 'reports.approve', 'reports.accept', 'rounds.manage', 'audit.read']) {
      expect(await refused({ permissions: [permission] })).toBe('invalid-input');
    }
    expect(await refused({ days: 0 })).toBe('invalid-input');
    expect(await refused({ name: 'a:b' })).toBe('token-name-invalid');
    expect(await refused({ name })).toBe('token-name-taken');
  });

  it('are refused when unknown, wrong, revoked or expired', async () => {
    const { id, token } = await make(['lights.read'], '001', { days: 2 });
    const expiry = Date.parse((await stored(id)).expiresAt) - Date.now();
    expect(Math.round(expiry / 3_600_000)).toBe(48);
    expect((await send(token, '/session')).status).toBe(200);
    const wrong = [`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, 'jxt_x', 'x', ''];
    for (const text of wrong) {
      expect(await send(text, '/session')).toMatchObject({ status: 401, body: { code: 'token-invalid' } });
    }
    await change(id, { expiresAt: new Date(Date.now() - 1000).toISOString() });
    expect(await send(token, '/session')).toMatchObject({ status: 401, body: { code: 'token-expired' } });
    const { id: other, token: revoked } = await make(['lights.read']);
    await admin.delete(`/tokens/${other}`);
    expect(await send(revoked, '/session')).toMatchObject({ status: 401, body: { code: 'token-invalid' } });
  });

  it('lose what an earlier release gave them and only people may do, and the list says so', async () => {
    const { id, token } = await make(['lights.read', 'treasury.write'], '001');
    await change(id, { permissions: ['lights.read', 'reports.accept', 'rounds.manage', 'treasury.write'] });
    const me = await send<{ permissions: string[] }>(token, '/session');
    expect(me.body.permissions).toEqual(['lights.read', 'treasury.write']);
    const round = { year: 2031, month: 3, opensOn: '2000-01-01', closesOn: '2099-12-31' };
    const headers = { ...from(), authorization: `Bearer ${token}` };
    expect((await api.request('POST', '/rounds', round, headers)).status).toBe(403);
    const list = await admin.get<Items<Token>>('/tokens');
    expect(list.body.items.find((item) => item.id === id)).toMatchObject({
      permissions: ['lights.read', 'treasury.write'],
      lostPermissions: ['reports.accept', 'rounds.manage'],
    });
  });

  it('end with the account of their maker, with a trail', async () => {
    const makerId = await api.addUser(`maker-${count}`, 'admin', '001');
    const maker = await api.as(`maker-${count}`);
    const tokenOf = async (name: string) => {
      const body = { name: `${name}-${count}`, organisationId: place('001'), permissions: ['lights.read'] };
      return (await maker.post<Token>('/tokens', body)).body;
    };
    const [first, revoked] = [await tokenOf('first'), await tokenOf('revoked')];
    await maker.delete(`/tokens/${revoked.id}`);
    expect((await send(first.token, '/session')).status).toBe(200);
    expect((await admin.patch(`/users/${makerId}`, { active: false })).status).toBe(200);
    expect(await send(first.token, '/session')).toMatchObject({ status: 401, body: { code: 'token-invalid' } });
    expect(await stored(first.id)).toMatchObject({ revokedBy: 'admin' });
    const auditor = await api.as('auditor');
    const trail = await auditor.get<Items<{ actor: string; action: string }>>(`/audit?subject=token/${first.id}`);
    expect(trail.body.items).toContainEqual(
      expect.objectContaining({ action: 'identity.revoke-token', actor: 'admin' }),
    );
    // Opening the account again revives nothing.
    expect((await admin.patch(`/users/${makerId}`, { active: true })).status).toBe(200);
    expect((await send(first.token, '/session')).status).toBe(401);
    expect(await stored(revoked.id)).toMatchObject({ revokedBy: `maker-${count}` });
  });

  it('stop also where the account of their maker was closed before that ended them', async () => {
    const { id, token } = await make(['lights.read']);
    await change(id, { createdBy: 'clerk' });
    const close = (active: boolean) =>
      uow.run((manager) => manager.update(UserAccount, { username: 'clerk' }, { active }));
    await close(false);
    expect((await send(token, '/session')).body.code).toBe('token-invalid');
    await close(true);
    expect((await send(token, '/session')).status).toBe(200);
  });

  it('count where there is a cookie as well, also when they are bad', async () => {
    const { token, name } = await make(['lights.read']);
    const cookie = { cookie: `sid=${admin.token}` };
    const me = await send<{ username: string }>(token, '/session', cookie);
    expect(me.body.username).toBe(`token:${name}`);
    expect(await send('jxt_x', '/session', cookie)).toMatchObject({ status: 401, body: { code: 'token-invalid' } });
  });

  it('are believed from anywhere, which a cookie is not', async () => {
    const { token } = await make(['targets.import']);
    const headers = { ...from(), authorization: `Bearer ${token}`, origin: 'https://elsewhere.example' };
    const post = (more: object) =>
      api.request<Refusal>('POST', '/imports/uploads/none/confirm', {}, { ...headers, ...more });
    expect((await post({})).body.code).toBe('not-found');
    expect((await post({ cookie: `sid=${admin.token}` })).body.code).toBe('cross-site-request');
  });

  it('leave when they were used last, at most once a minute', async () => {
    const { id, token } = await make(['lights.read']);
    expect((await stored(id)).lastUsedAt).toBeNull();
    await send(token, '/session');
    await until(async () => (await stored(id)).lastUsedAt !== null, 'the use is noted');
    const first = (await stored(id)).lastUsedAt;
    const recent = new Date(Date.now() - 50_000).toISOString();
    await change(id, { lastUsedAt: recent });
    await send(token, '/session');
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect((await stored(id)).lastUsedAt).toBe(recent);
    await change(id, { lastUsedAt: new Date(Date.now() - 61_000).toISOString() });
    await send(token, '/session');
    await until(async () => ((await stored(id)).lastUsedAt ?? '') >= (first ?? ''), 'the later use is noted');
  });

  it('make an address wait after twenty failures, and no other', async () => {
    const { token } = await make(['lights.read']);
    for (let turn = 0; turn < 20; turn += 1) expect((await send('jxt_x', '/session')).status).toBe(401);
    const refused = await send(token, '/session', { 'accept-language': 'en' });
    expect([refused.status, refused.body.code]).toEqual([429, 'too-many-refused-tokens']);
    expect(refused.body.message).toMatch(/^Too many refused tokens; try again in \d+ seconds\.$/);
    address += 100;
    expect((await send(token, '/session')).status).toBe(200);
  });
});

describe('jixiao token', () => {
  it('makes, lists and revokes tokens beside the running server, and prints a secret once', async () => {
    const fresh = await freshConfig({ database: 'sqlite' });
    const app = await createApp(fresh.config, { http: true, runJobs: false });
    try {
      const root = { code: '001', name: '财政局', kind: 'financeBureau', parentCode: null, addedBy: 'system' } as const;
      await app.get(AddOrganisation, { strict: false }).execute(root);
      const token = (...args: string[]) => jixiao(fresh.env, 'token', ...args);
      const status = async (text: string): Promise<number> => {
        const headers = { authorization: `Bearer ${text}` };
        return (await app.inject({ method: 'GET', url: '/api/session', headers })).statusCode;
      };
      const scope = ['--organisation', '001', '--permission', 'treasury.write', 'lights.read'];
      const made = await token('add', '国库-1', ...scope, '--days', '2', '--json');
      const { token: text, expiresAt } = JSON.parse(made.stdout) as { token: string; expiresAt: string };
      expect(Math.round((Date.parse(expiresAt) - Date.now()) / 86_400_000)).toBe(2);
      expect(await status(text)).toBe(200);
      const list = await token('list', '--json');
      expect(list.stdout).not.toContain(text.slice(-43));
      expect(JSON.parse(list.stdout)).toMatchObject({
        tokens: [
          { name: '国库-1', organisation: '财政局', permissions: ['treasury.write', 'lights.read'], revokedAt: null },
        ],
      });
      expect(await token('add', '国库-1', ...scope)).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('[token-name-taken]'),
      });
      expect((await token('add', 'x', '--organisation', '001', '--permission', 'users.manage')).code).toBe(2);
      expect((await token('revoke', '国库-1')).code).toBe(0);
      expect(await status(text)).toBe(401);
      expect((await token('revoke', 'nobody')).code).toBe(1);
    } finally {
      await app.close();
      await fresh.cleanup();
    }
  }, 120_000);
});
