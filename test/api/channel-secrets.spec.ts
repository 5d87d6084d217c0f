import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { AuditEntry } from '../../apps/api/src/features/audit/persistence/audit-entry.entity.js';
import type { ChannelView } from '../../apps/api/src/features/channels/http/channels.dto.js';
import type { DeliveryDetail } from '../../apps/api/src/features/channels/http/deliveries.dto.js';
import { Channel } from '../../apps/api/src/features/channels/persistence/channel.entity.js';
import { DeliveryAttempt } from '../../apps/api/src/features/channels/persistence/delivery-attempt.entity.js';
import { Delivery } from '../../apps/api/src/features/channels/persistence/delivery.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { JobRun } from '../../apps/api/src/platform/jobs/job-run.entity.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import { until } from '../support/job-rig.js';
import { MailServer } from '../support/mail-server.js';
import { RobotServer, type RobotAnswer } from '../support/robot-server.js';
import { describeBackends } from '../support/services.js';

const SECRET_KEY = 'the-key-of-this-installation-0123456789';
const PASSWORD = 'M4il-Pa55-Wort+/';
const ROBOT_KEY = '693a99e6-7a0c-4bc4-97a0-0ec2f1fa5aaa';
const SIGN_SECRET = 'SECb0f33a1e4c8d9e7f';
const SECRETS = [SECRET_KEY, PASSWORD, ROBOT_KEY, SIGN_SECRET].flatMap((secret) => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64'),
  Buffer.from(`\0jixiao\0${secret}`).toString('base64'),
]);

/** Everything that can go wrong with a robot, each with an answer that quotes what it was sent. */
const FAULTS: readonly ((path: string) => RobotAnswer)[] = [
  (path) => ({ status: 500, body: `cannot ${path}` }),
  (path) => ({ status: 404, body: `no ${path} key ${ROBOT_KEY} secret ${SIGN_SECRET}` }),
  (path) => ({ status: 302, headers: { location: `http://127.0.0.1:9${path}` } }),
  () => ({ body: JSON.stringify({ errcode: 310000, errmsg: `sign not match for ${SIGN_SECRET} of ${ROBOT_KEY}` }) }),
  () => ({ body: JSON.stringify({ code: 19021, msg: `${Buffer.from(SIGN_SECRET).toString('base64')}` }) }),
  () => ({ body: `<html>${ROBOT_KEY}` }),
  () => {
    throw new Error('cut');
  },
];

describeBackends('What is secret of a channel', (backend) => {
  let api: TestApi;
  let admin: Visitor;
  let mails: MailServer;
  let robots: RobotServer;
  let county: string;
  const answers: string[] = [];
  const printed: string[] = [];

  beforeAll(async () => {
    for (const stream of [process.stderr, process.stdout]) {
      const write = stream.write.bind(stream);
      jest.spyOn(stream, 'write').mockImplementation(((text: string | Uint8Array, ...rest: never[]) => {
        printed.push(String(text));
        return String(text).startsWith('{') || write(text, ...rest);
      }) as typeof stream.write);
    }
    mails = await new MailServer({ user: { name: 'jixiao', password: 'another' } }).start();
    robots = await new RobotServer().start();
    api = await TestApi.open(backend, { SECRET_KEY, LOG_LEVEL: 'trace' });
    await api.addTree();
    await api.addUser('admin', 'admin', '001');
    admin = await api.as('admin');
    const tree = await admin.get<{ items: { id: string; code: string }[] }>('/organisations');
    county = tree.body.items.find(({ code }) => code === '001')?.id ?? '';
  });
  afterAll(async () => {
    await api.close();
    await mails.stop();
    await robots.stop();
    jest.restoreAllMocks();
  });

  /** Asks, and keeps the answer. */
  async function ask<T>(method: 'get' | 'post' | 'put', path: string, body?: object): Promise<T> {
    const answer = method === 'get' ? await admin.get<T>(path) : await admin[method]<T>(path, body);
    answers.push(JSON.stringify(answer.body), JSON.stringify(answer.headers));
    return answer.body;
  }

  async function failedTest(channelId: string): Promise<DeliveryDetail> {
    const { id } = await ask<DeliveryDetail>('post', `/channels/${channelId}/test`, { address: 'a@example.cn' });
    await until(async () => (await admin.get<DeliveryDetail>(`/deliveries/${id}`)).body.state === 'dead', 'it failed');
    return ask('get', `/deliveries/${id}`);
  }

  it('is in no answer, whatever goes wrong with sending', async () => {
    const address = { host: '127.0.0.1', port: mails.port, security: 'none', user: 'jixiao', from: 'j@example.cn' };
    const mail = { kind: 'email', name: '邮件', active: true, ...address, password: PASSWORD };
    const server = await ask<ChannelView>('post', '/channels', { ...mail, organisationId: county });
    mails.signInAnswer = `535 5.7.8 no ${PASSWORD} ${Buffer.from(`\0jixiao\0${PASSWORD}`).toString('base64')}`;
    expect((await failedTest(server.id)).error?.code).toBe('send-sign-in-refused');
    await mails.stop();
    expect((await failedTest(server.id)).error?.code).toBe('send-unreachable');
    await ask<Refusal>('put', `/channels/${server.id}`, { ...mail, port: 99_999, version: 1 });
    const codes: (string | undefined)[] = [];
    for (const kind of ['dingtalk', 'feishu', 'webhook']) {
      const url = `${robots.url}/robot/${ROBOT_KEY}/send?access_token=${ROBOT_KEY}`;
      const robot = { kind, name: kind, active: true, url, secret: SIGN_SECRET, locale: 'zh', topics: null };
      const { id } = await ask<ChannelView>('post', '/channels', { ...robot, organisationId: county });
      await ask<Refusal>('post', '/channels', { ...robot, url: `ftp://${ROBOT_KEY}`, organisationId: county });
      for (const fault of kind === 'webhook' ? FAULTS.slice(0, 3) : FAULTS) {
        robots.answer = ({ path }) => fault(path);
        codes.push((await failedTest(id)).error?.code);
      }
      await ask<ChannelView>('get', `/channels/${id}`);
    }
    expect(new Set(codes)).toEqual(new Set(['send-refused', 'send-redirected', 'send-unreachable']));
    await ask('get', '/channels');
    await ask('get', '/deliveries?size=200');
    expect(answers.length).toBeGreaterThan(50);
    expect(found(answers)).toEqual([]);
  });

  it('is in no row as it is, nor in the trail', async () => {
    const { reader } = api.app.get(UnitOfWork, { strict: false });
    const rows = [];
    for (const entity of [Channel, Delivery, DeliveryAttempt, JobRun, AuditEntry]) {
      const all = await reader.find(entity as typeof Channel);
      expect(all.length).toBeGreaterThan(0);
      rows.push(...all.map((row) => JSON.stringify(row)));
    }
    expect(found(rows)).toEqual([]);
  });

  it('is in no line of the log, at its most talkative', () => {
    expect(printed.filter((line) => line.startsWith('{')).length).toBeGreaterThan(5);
    expect(found(printed)).toEqual([]);
  });
});

/** The texts in which a secret stands in any form. */
const found = (texts: readonly string[]): readonly string[] =>
  texts.filter((text) => SECRETS.some((secret) => text.includes(secret)));
