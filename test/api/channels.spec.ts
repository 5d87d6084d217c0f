import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AuditEntry } from '../../apps/api/src/features/audit/persistence/audit-entry.entity.js';
import type { ChannelPage, ChannelView } from '../../apps/api/src/features/channels/http/channels.dto.js';
import type { PreferenceView } from '../../apps/api/src/features/channels/http/preferences.dto.js';
import { Channel } from '../../apps/api/src/features/channels/persistence/channel.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import { describeBackends } from '../support/services.js';

const SECRET_KEY = 'a-key-of-the-tests-that-is-long-enough';
const PASSWORD = 'M4il-Pa55-Wort';
const ROBOT_KEY = '693axxx6-7aoc-4bc4-97a0-0ec2sifa5aaa';
const ROBOT_URL = `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${ROBOT_KEY}`;
const SIGN_SECRET = 'SECb0f33a1e4c8d9e7f';

const MAIL = {
  kind: 'email',
  name: '邮件',
  active: true,
  host: 'mail.example.gov.cn',
  port: 465,
  security: 'tls',
  user: 'jixiao',
  password: PASSWORD,
  from: 'jixiao@example.gov.cn',
} as const;
const ROBOT = { kind: 'wecom', name: '绩效群', active: true, url: ROBOT_URL, locale: 'zh', topics: null } as const;

describeBackends('Channels', (backend) => {
  let api: TestApi;
  let admin: Visitor;
  let courtAdmin: Visitor;
  let clerk: Visitor;
  let county: string;
  let court: string;

  beforeAll(async () => {
    api = await TestApi.open(backend, { SECRET_KEY });
    await api.addTree();
    await api.addUser('admin', 'admin', '001');
    await api.addUser('courtAdmin', 'admin', '336001');
    await api.addUser('clerk', 'clerk', '336001');
    [admin, courtAdmin, clerk] = [await api.as('admin'), await api.as('courtAdmin'), await api.as('clerk')];
    const tree = await admin.get<{ items: { id: string; code: string }[] }>('/organisations');
    const idOf = (code: string): string => tree.body.items.find((one) => one.code === code)?.id ?? '';
    [county, court] = [idOf('001'), idOf('336001')];
  });
  afterAll(() => api.close());

  const add = (by: Visitor, form: object) => by.post<ChannelView & Refusal>('/channels', form);
  const change = (by: Visitor, id: string, form: object) => by.put<ChannelView & Refusal>(`/channels/${id}`, form);
  const without = (form: Readonly<Record<string, unknown>>, ...names: string[]) =>
    Object.fromEntries(Object.entries(form).filter(([name]) => !names.includes(name)));

  it('are made by who manages settings, and show nothing that is secret', async () => {
    const mail = await add(admin, { ...MAIL, organisationId: county });
    expect(mail.status).toBe(201);
    expect(mail.body).toMatchObject({ kind: 'email', organisationName: '财政局', version: 1, secretsReadable: true });
    expect(mail.body.mail).toEqual({
      host: 'mail.example.gov.cn',
      port: 465,
      security: 'tls',
      user: 'jixiao',
      from: 'jixiao@example.gov.cn',
    });
    const robot = await add(courtAdmin, { ...ROBOT, organisationId: court });
    expect(robot.body.post).toEqual({
      origin: 'https://qyapi.weixin.qq.com',
      signed: false,
      locale: 'zh',
      topics: null,
    });
    const list = await admin.get<ChannelPage>('/channels');
    expect(list.body).toMatchObject({ total: 2, secretsReady: true, linksReady: false });
    expect(list.body.items.map(({ name }) => name)).toEqual(['邮件', '绩效群']);
    const own = await courtAdmin.get<ChannelPage>('/channels');
    expect(own.body.items.map(({ name }) => name)).toEqual(['绩效群']);
    expect((await clerk.get('/channels')).status).toBe(403);
    for (const text of [mail.body, robot.body, list.body].map((body) => JSON.stringify(body))) {
      expect(text).not.toContain(PASSWORD);
      expect(text).not.toContain(ROBOT_KEY);
    }
  });

  it('of other organisations are not found, and a mail server is the topmost one’s alone', async () => {
    const [mail] = (await admin.get<ChannelPage>('/channels')).body.items;
    expect((await courtAdmin.get(`/channels/${mail?.id}`)).status).toBe(404);
    expect((await courtAdmin.delete(`/channels/${mail?.id}?version=1`)).status).toBe(404);
    expect((await courtAdmin.post(`/channels/${mail?.id}/test`, {})).status).toBe(404);
    expect((await add(courtAdmin, { ...ROBOT, organisationId: county })).status).toBe(404);
    expect((await add(courtAdmin, { ...MAIL, organisationId: court })).body.code).toBe('channel-email-at-root');
    expect((await add(admin, { ...MAIL, organisationId: county })).body.code).toBe('channel-email-exists');
  });

  it('want what their kind needs', async () => {
    const issues = async (form: object) =>
      (await add(admin, { organisationId: county, ...form })).body.issues?.map(({ path, code }) => `${path} ${code}`);
    expect(await issues(without(ROBOT, 'url'))).toEqual(['url required']);
    expect(await issues({ ...ROBOT, url: 'file:///etc/passwd' })).toEqual(['url invalid']);
    expect(await issues({ ...ROBOT, url: 'https://u:p@robot.example/' })).toEqual(['url invalid']);
    expect(await issues({ ...ROBOT, secret: SIGN_SECRET })).toEqual(['secret channel-secret-unused']);
    expect(await issues({ ...ROBOT, kind: 'webhook' })).toEqual(['secret required']);
    expect(await issues({ ...ROBOT, kind: 'webhook', secret: 'short' })).toEqual(['secret too-short']);
    expect(await issues({ ...ROBOT, topics: ['no-such-page'] })).toEqual(['topics.0 not-one-of']);
  });

  it('keep a secret that is left out, but no password for another server', async () => {
    const [mail] = (await admin.get<ChannelPage>('/channels')).body.items;
    const id = mail?.id ?? '';
    const stored = () => api.app.get(UnitOfWork, { strict: false }).reader.findOneByOrFail(Channel, { id });
    const kept = without(MAIL, 'password');
    const renamed = await change(admin, id, { ...kept, name: '县邮件', version: 1 });
    expect(renamed.body).toMatchObject({ name: '县邮件', version: 2, secretsReadable: true });
    expect((await stored()).secrets).not.toBeNull();
    const stolen = await change(admin, id, { ...kept, host: 'evil.example', version: 2 });
    expect(stolen.body.issues).toMatchObject([{ path: 'password', code: 'channel-password-again' }]);
    expect((await change(admin, id, { ...kept, version: 1 })).body.code).toBe('channel-changed');
    expect((await change(admin, id, { ...ROBOT, version: 2 })).body.code).toBe('channel-other-kind');
    const open = await change(admin, id, { ...kept, user: null, version: 2 });
    expect(open.body.mail?.user).toBeNull();
    expect((await stored()).secrets).toBeNull();
  });

  it('that are removed are gone for everybody, with their secrets', async () => {
    const { body } = await add(admin, { ...ROBOT, kind: 'dingtalk', secret: SIGN_SECRET, organisationId: county });
    expect(body.post?.signed).toBe(true);
    expect((await admin.delete(`/channels/${body.id}?version=2`)).status).toBe(409);
    expect((await admin.delete(`/channels/${body.id}?version=1`)).status).toBe(204);
    expect((await admin.get(`/channels/${body.id}`)).status).toBe(404);
    expect((await admin.get<ChannelPage>('/channels')).body.total).toBe(2);
    const row = await api.app.get(UnitOfWork, { strict: false }).reader.findOneByOrFail(Channel, { id: body.id });
    expect(row.secrets).toBeNull();
  });

  it('leave in the trail who changed what, and of secrets only that they changed', async () => {
    const entries = await api.app.get(UnitOfWork, { strict: false }).reader.find(AuditEntry, { order: { at: 'ASC' } });
    const own = entries.filter(({ action }) => action.startsWith('channels.'));
    expect(own.map(({ action }) => action)).toEqual([
      'channels.add',
      'channels.add',
      'channels.change',
      'channels.change',
      'channels.add',
      'channels.remove',
    ]);
    expect(own[0]?.after).toMatchObject({ kind: 'email', secretsChanged: ['password'] });
    expect(own[2]?.after).not.toHaveProperty('secretsChanged');
    const text = JSON.stringify(own);
    for (const secret of [PASSWORD, ROBOT_KEY, SIGN_SECRET]) expect(text).not.toContain(secret);
  });

  it('are told to each person as he wants', async () => {
    const path = '/me/notification-preferences';
    const before = await clerk.get<PreferenceView>(path);
    expect(before.body).toEqual({ email: null, mode: 'none', locale: 'zh', version: 0, mailReady: true });
    const wanted = { email: 'clerk@example.gov.cn', mode: 'digest', locale: 'en', version: 0 } as const;
    const faulty = await clerk.put<Refusal>(path, { ...wanted, email: 'clerk' });
    expect(faulty.body.issues).toMatchObject([{ path: 'email', code: 'wrong-format' }]);
    const nowhere = await clerk.put<Refusal>(path, { ...wanted, email: null });
    expect(nowhere.body.issues).toMatchObject([{ path: 'email', code: 'required' }]);
    const saved = await clerk.put<PreferenceView>(path, wanted);
    expect(saved.body).toEqual({ ...wanted, version: 1, mailReady: true });
    expect((await clerk.put<Refusal>(path, wanted)).body.code).toBe('preference-changed');
    expect((await admin.get<PreferenceView>(path)).body.version).toBe(0);
  });
});
