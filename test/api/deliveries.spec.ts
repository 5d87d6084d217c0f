import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import type { ChannelView } from '../../apps/api/src/features/channels/http/channels.dto.js';
import type { DeliveryDetail } from '../../apps/api/src/features/channels/http/deliveries.dto.js';
import { GatherDigests } from '../../apps/api/src/features/channels/application/gather-digests.js';
import { PurgeDeliveries } from '../../apps/api/src/features/channels/application/purge-deliveries.js';
import { QuietTime } from '../../apps/api/src/features/channels/application/quiet-time.js';
import { Delivery } from '../../apps/api/src/features/channels/persistence/delivery.entity.js';
import { OutgoingMessage } from '../../apps/api/src/features/channels/persistence/outgoing-message.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { Clock } from '../../apps/api/src/platform/runtime/clock.js';
import { TestApi, type Visitor } from '../support/api.js';
import { DeliveryDesk } from '../support/delivery-desk.js';
import { until } from '../support/job-rig.js';
import { MailServer } from '../support/mail-server.js';
import { RobotServer } from '../support/robot-server.js';
import { describeBackends } from '../support/services.js';
import { tell, waitingTargets, withoutQuietHours } from '../support/telling.js';

const ENV = {
  SECRET_KEY: 'a-key-of-the-tests-that-is-long-enough',
  PUBLIC_URL: 'https://jixiao.example',
  // Nothing is repeated by itself while a test looks.
  DELIVERY_RETRY_SECONDS: '3600',
};
const SIGN = 'a-secret-to-sign-with';

describeBackends('Messages', (backend) => {
  let api: TestApi;
  let uow: UnitOfWork;
  let admin: Visitor;
  let desk: DeliveryDesk;
  let mails: MailServer;
  let robots: RobotServer;
  let county: string;
  let court: string;
  let justice: string;
  const ids: Record<string, string> = {};
  const channels: Record<string, string> = {};

  beforeAll(async () => {
    mails = await new MailServer({ refused: { 'gone@example.cn': '550 5.1.1 no such user' } }).start();
    robots = await new RobotServer().start();
    api = await TestApi.open(backend, ENV);
    uow = api.app.get(UnitOfWork, { strict: false });
    await withoutQuietHours(api);
    await api.addTree();
    await api.addUser('admin', 'admin', '001');
    for (const name of ['chinese', 'english', 'daily', 'silent']) {
      ids[name] = await api.addUser(name, 'clerk', '336001');
    }
    admin = await api.as('admin');
    desk = new DeliveryDesk(api, admin);
    const tree = await admin.get<{ items: { id: string; code: string }[] }>('/organisations');
    const idOf = (code: string): string => tree.body.items.find((one) => one.code === code)?.id ?? '';
    [county, court, justice] = [idOf('001'), idOf('336001'), idOf('340001')];
    await desk.prefer('chinese', { email: 'zh@example.cn', mode: 'immediate', locale: 'zh' });
    await desk.prefer('english', { email: 'en@example.cn', mode: 'immediate', locale: 'en' });
    await desk.prefer('daily', { email: 'daily@example.cn', mode: 'digest', locale: 'zh' });
    const mail = { host: '127.0.0.1', port: mails.port, security: 'none', user: null, from: 'jixiao@example.cn' };
    await add('mail', { kind: 'email', ...mail, organisationId: county });
  });
  afterAll(async () => {
    await api.close();
    await mails.stop();
    await robots.stop();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  async function add(name: string, form: object): Promise<ChannelView> {
    const { status, body } = await admin.post<ChannelView>('/channels', { name, active: true, ...form });
    expect([status, body]).toMatchObject([201, {}]);
    channels[name] = body.id;
    return body;
  }
  const robot = (kind: string, home: string, more: object = {}) => ({
    kind,
    url: `${robots.url}/${kind}/hook?key=robot-key-1`,
    locale: 'zh',
    topics: null,
    organisationId: home,
    ...more,
  });
  const sent = (count: number): Promise<void> =>
    until(() => mails.received.length >= count, `${count} e-mails have come`);
  const forget = (): void => {
    mails.received.length = 0;
    robots.received.length = 0;
  };

  it('are e-mailed at once to who wants that, each in his language, with a link and an id', async () => {
    await tell(api, waitingTargets(Object.values(ids), court, 3));
    await sent(2);
    const byAddress = new Map(mails.received.map((mail) => [mail.to, mail]));
    expect([...byAddress.keys()].sort()).toEqual(['en@example.cn', 'zh@example.cn']);
    const chinese = byAddress.get('zh@example.cn');
    expect(chinese?.text).toContain('Subject: 【绩效监控】法院有 3 个项目的 2026 年绩效目标已审核，等待批复。');
    expect(chinese?.text).toContain(`https://jixiao.example/go?page=targets&year=2026&unit=${court}`);
    expect(chinese?.text).toContain('Auto-Submitted: auto-generated');
    expect(byAddress.get('en@example.cn')?.text).toContain('reviewed 2026 targets wait for approval');
    const { items, total } = await desk.log('purpose=notices');
    expect(total).toBe(2);
    expect(items.map(({ id }) => id).sort()).toEqual([...mails.counts.keys()].sort());
    await until(async () => (await desk.log('state=sent')).total === 2, 'both are noted as sent');
    const [item] = (await desk.log('search=zh@')).items;
    expect(item).toMatchObject({ recipientName: '显示 chinese', topics: ['targets'], notices: 1, attempts: 1 });
    expect(JSON.stringify(await desk.log(''))).not.toContain('法院');
  });

  it('of one moment are one e-mail', async () => {
    forget();
    await tell(api, ...[4, 5, 6].map((n) => waitingTargets([ids['chinese'] ?? ''], court, n)));
    await sent(1);
    expect(mails.received).toHaveLength(1);
    expect(mails.received[0]?.text).toMatch(/【绩效监控】3 条通知[^]*1\. 法院有 4 [^]*2\. 法院有 5 [^]*3\. 法院有 6 /);
  });

  it('go once to the robots of the unit and of those above it, signed as each wants', async () => {
    forget();
    await add('wecom', robot('wecom', court));
    await add('dingtalk', robot('dingtalk', county, { secret: SIGN, locale: 'en' }));
    await add('feishu', robot('feishu', court, { secret: SIGN, topics: ['targets'] }));
    await add('webhook', robot('webhook', court, { secret: SIGN }));
    await add('elsewhere', robot('wecom', justice));
    await add('other kinds', robot('wecom', court, { topics: ['overview'] }));
    await tell(api, waitingTargets([ids['silent'] ?? '', ids['daily'] ?? ''], court, 7));
    await until(() => robots.received.length >= 4, 'four robots have heard');
    const paths = robots.received.map(({ path }) => path.split(/[/?]/)[1]).sort();
    expect(paths).toEqual(['dingtalk', 'feishu', 'webhook', 'wecom']);
    const by = (kind: string) => {
      const post = robots.received.find(({ path }) => path.startsWith(`/${kind}/`));
      if (post === undefined) throw new Error(kind);
      return post;
    };
    const wecom = by('wecom');
    expect(wecom.json).toMatchObject({ msgtype: 'text' });
    expect(wecom.body).toContain('法院有 7 个项目');
    const ding = new URL(`http://x${by('dingtalk').path}`).searchParams;
    const at = ding.get('timestamp') ?? '';
    expect(ding.get('sign')).toBe(createHmac('sha256', SIGN).update(`${at}\n${SIGN}`).digest('base64'));
    expect(by('dingtalk').body).toContain('wait for approval: 7');
    const { timestamp, sign } = by('feishu').json as { timestamp: string; sign: string };
    expect(sign).toBe(createHmac('sha256', `${timestamp}\n${SIGN}`).update('').digest('base64'));
    const hook = by('webhook');
    const [, seconds, hex] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(hook.headers['x-jixiao-signature'])) ?? [];
    expect(hex).toBe(createHmac('sha256', SIGN).update(`${seconds}.${hook.body}`).digest('hex'));
    expect(hook.json).toMatchObject({
      purpose: 'notices',
      notices: [{ kind: 'targets-approve', organisationId: court, year: 2026, text: expect.stringContaining('7') }],
    });
    const known = (await desk.log('')).items.map(({ id }) => id);
    for (const { messageId } of robots.received) expect(known).toContain(messageId);
  });

  it('about one person’s own affairs go to no robot', async () => {
    forget();
    const recipients = [{ userId: ids['chinese'] ?? '' }];
    await tell(api, { kind: 'password-set', recipients, params: { by: '管理员' }, about: 'x' });
    await sent(1);
    expect(robots.received).toEqual([]);
  });

  it('about many alerts of a unit go to its robots by its name, and of two units as two', async () => {
    forget();
    const many = { kind: 'alert-raised-many', about: '2026-07-03' } as const;
    const of = (name: string, unitId: string, unit: string, alerts: number) => ({
      ...many,
      recipients: [{ userId: ids[name] ?? '' }],
      params: { unit, alerts, red: 1, lastDay: '2026-07-17' },
      unitId,
    });
    await tell(api, of('silent', court, '法院', 6), of('daily', justice, '司法局', 7));
    const lines = () => robots.received.filter(({ path }) => path.startsWith('/wecom/')).map(({ body }) => body);
    await until(() => lines().length >= 2, 'both robots have heard');
    expect(lines().find((body) => body.includes('法院'))).toContain('法院: ');
    expect(lines().find((body) => body.includes('司法局'))).toContain('7');
    const county = robots.received.find(({ path }) => path.startsWith('/dingtalk/'));
    expect(county?.body).toMatch(/法院[^]*司法局/);
  });

  it('wait while a server is down, tried one at a time, and all go when it is back, each with its id', async () => {
    forget();
    await mails.stop();
    await tell(api, waitingTargets([ids['chinese'] ?? '', ids['english'] ?? ''], court, 8));
    await until(async () => (await desk.log('state=failed')).total >= 1, 'one was tried');
    const [failed] = (await desk.log('state=failed')).items;
    expect(failed?.error).toMatchObject({ code: 'send-unreachable', message: '无法连接（ECONNREFUSED）。' });
    const channel = (await admin.get<ChannelView>(`/channels/${channels['mail']}`)).body;
    expect(channel.failures).toBeGreaterThan(0);
    expect(channel.waiting).toBe(2);
    await tell(api, waitingTargets([ids['chinese'] ?? ''], court, 9));
    const waiting = await uow.reader.countBy(Delivery, { channelId: channels['mail'] ?? '', state: 'queued' });
    expect(waiting).toBeGreaterThan(0);
    await mails.start();
    await desk.makeDue({ state: 'failed' });
    await desk.look();
    await until(() => mails.received.length > 0, 'the first goes');
    await until(
      async () => (await admin.get<ChannelView>(`/channels/${channels['mail']}`)).body.failures === 0,
      'it is up',
    );
    await desk.look();
    await sent(3);
    expect([...mails.counts.values()]).toEqual([1, 1, 1]);
    await until(async () => (await desk.one(failed?.id ?? '')).state === 'sent', 'noted');
    const { log: tries } = await desk.one(failed?.id ?? '');
    expect(tries.map(({ outcome }) => outcome)).toEqual(['failed', 'sent']);
  });

  it('to an address that does not exist are given up at once, and sent again by hand to the right one', async () => {
    forget();
    await desk.prefer('silent', { email: 'gone@example.cn', mode: 'immediate', locale: 'zh' });
    await tell(api, waitingTargets([ids['silent'] ?? ''], court, 10));
    await until(async () => (await desk.log('state=dead')).total === 1, 'it is given up');
    const [dead] = (await desk.log('state=dead')).items;
    expect(dead?.error?.message).toBe('收件地址被拒绝：550 5.1.1 no such user');
    const refused = await admin.post('/deliveries/retry', { ids: [dead?.id] });
    expect(refused.body).toEqual({ retried: 1 });
    await desk.look();
    await until(async () => (await desk.one(dead?.id ?? '')).attempts === 2, 'it was tried again');
    await until(async () => (await desk.one(dead?.id ?? '')).state === 'dead', 'and refused again');
    await desk.prefer('silent', { email: 'back@example.cn', mode: 'immediate', locale: 'zh' });
    await admin.post('/deliveries/retry', { channelId: channels['mail'] });
    await desk.look();
    await until(async () => (await desk.one(dead?.id ?? '')).state === 'sent', 'it is sent');
    expect(mails.received).toMatchObject([{ to: 'back@example.cn', messageId: dead?.id }]);
    expect((await admin.post('/deliveries/retry', { ids: ['no-such-id'] })).status).toBe(404);
  });

  it('that a robot refuses in its answer are not taken for sent', async () => {
    forget();
    robots.answer = () => ({ body: '{"errcode":93000,"errmsg":"invalid webhook url, key=robot-key-1"}' });
    await tell(api, waitingTargets([ids['daily'] ?? ''], justice, 11));
    const find = async () => (await desk.log(`channelId=${channels['elsewhere']}`)).items[0];
    await until(async () => (await find())?.state === 'failed', 'it is refused');
    expect((await find())?.error?.message).toBe('对方拒绝接收：93000 invalid webhook url, ***');
    robots.answer = () => ({ status: 302, headers: { location: `${robots.url}/other` } });
    await desk.makeDue({ id: (await find())?.id });
    await desk.look();
    await until(async () => (await find())?.attempts === 2 && (await find())?.error?.code === 'send-redirected', 'no');
    expect(robots.received.some(({ path }) => path === '/other')).toBe(false);
    robots.answer = () => ({ body: '{"errcode":0}' });
    await desk.makeDue({ id: (await find())?.id });
    await desk.look();
    await until(async () => (await find())?.state === 'sent', 'it is taken');
  });

  it('are held back in the quiet hours and go after them', async () => {
    forget();
    const quiet = api.app.get(QuietTime, { strict: false });
    const end = new Date(Date.now() + 3_600_000).toISOString();
    const held = jest.spyOn(quiet, 'end').mockResolvedValue(end);
    await tell(api, waitingTargets([ids['english'] ?? ''], court, 12));
    const [queued] = (await desk.log('search=en@')).items;
    expect(queued).toMatchObject({ state: 'queued', attempts: 0, dueAt: end });
    await desk.makeDue({ id: queued?.id });
    await desk.look();
    await until(async () => (await desk.one(queued?.id ?? '')).dueAt === end, 'it is put off again');
    expect(mails.received).toEqual([]);
    held.mockRestore();
    await desk.makeDue({ id: queued?.id });
    await desk.look();
    await until(async () => (await desk.one(queued?.id ?? '')).state === 'sent', 'it goes');
  });

  it('for a digest wait for the morning, are one e-mail, and leave out what was read and what was told twice', async () => {
    forget();
    const [daily = ''] = [ids['daily']];
    await tell(api, waitingTargets([daily], court, 12));
    await (await api.as('daily')).post('/notifications/read', { all: true });
    await tell(api, waitingTargets([daily], court, 20), waitingTargets([daily], court, 21));
    await tell(api, waitingTargets([daily], court, 21));
    const digests = api.app.get(GatherDigests, { strict: false });
    const morning = new (class extends Clock {
      protected override date(): Date {
        return new Date(Date.parse(`${api.app.get(Clock, { strict: false }).today()}T00:00:00Z`) + 86_400_000 + 1);
      }
    })();
    await Reflect.apply(GatherDigests.prototype.run, Object.assign(Object.create(digests), { clock: morning }), []);
    await sent(1);
    expect(mails.received[0]?.to).toBe('daily@example.cn');
    expect(mails.received[0]?.text).toMatch(/汇总：2 条通知/);
    expect(mails.received[0]?.text).toMatch(/1\. 法院有 20 [^]*2\. 法院有 21 /);
    expect(await uow.reader.countBy(OutgoingMessage, { recipientId: daily })).toBe(2);
  });

  it('that test a channel go also in quiet hours and by one that is off, and are tried once', async () => {
    forget();
    await mails.stop();
    const { body } = await admin.post<DeliveryDetail>(`/channels/${channels['mail']}/test`, { address: 'a@b.cn' });
    expect(body).toMatchObject({ purpose: 'test', state: 'queued', address: 'a@b.cn' });
    expect(await desk.settled(body.id)).toMatchObject({ state: 'dead', error: { code: 'send-unreachable' } });
    await mails.start();
    const again = await admin.post<DeliveryDetail>(`/channels/${channels['mail']}/test`, { address: 'a@b.cn' });
    expect(await desk.settled(again.body.id)).toMatchObject({ state: 'sent', error: null });
    expect(mails.received[0]?.text).toContain('测试消息');
    const nowhere = await admin.post(`/channels/${channels['mail']}/test`, {});
    expect(nowhere.body).toMatchObject({ code: 'channel-test-address' });
  });

  it('are given up after three days, and leave the log after a quarter', async () => {
    const longAgo = new Date(Date.now() - 100 * 86_400_000).toISOString();
    const { items } = await desk.log('state=sent');
    await uow.run((manager) =>
      manager.update(Delivery, { id: items[0]?.id ?? '' }, { state: 'queued', giveUpAt: longAgo }),
    );
    await desk.look();
    expect(await desk.one(items[0]?.id ?? '')).toMatchObject({ state: 'dead', error: { code: 'delivery-too-late' } });
    await uow.run((manager) => manager.update(Delivery, { id: items[1]?.id ?? '' }, { giveUpAt: longAgo }));
    await api.app.get(PurgeDeliveries, { strict: false }).run();
    expect((await admin.get(`/deliveries/${items[1]?.id}`)).status).toBe(404);
    expect((await admin.get(`/deliveries/${items[0]?.id}`)).status).toBe(200);
  });
});
