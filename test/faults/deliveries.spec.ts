import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from '../../apps/api/src/create-app.js';
import { ENTITIES } from '../../apps/api/src/entities.js';
import { ManageChannels } from '../../apps/api/src/features/channels/application/manage-channels.js';
import { DeliveryAttempt } from '../../apps/api/src/features/channels/persistence/delivery-attempt.entity.js';
import { Delivery } from '../../apps/api/src/features/channels/persistence/delivery.entity.js';
import { PreferenceRepository } from '../../apps/api/src/features/channels/persistence/preference.repository.js';
import { AddUser } from '../../apps/api/src/features/identity/index.js';
import { AddOrganisation } from '../../apps/api/src/features/organisations/index.js';
import type { Database } from '../../apps/api/src/platform/database/database.js';
import { openDatabase } from '../../apps/api/src/platform/database/open-database.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { actingWith } from '../../apps/api/src/platform/http/access.js';
import { PASSWORD } from '../support/api.js';
import { until } from '../support/job-rig.js';
import { MailServer } from '../support/mail-server.js';
import { startProduct, startWorker, type RunningProduct } from '../support/product.js';
import { RobotServer } from '../support/robot-server.js';
import { describeBackends, freshConfig, type FreshConfig } from '../support/services.js';
import { tell, waitingTargets, withoutQuietHours } from '../support/telling.js';

const MINUTES = 60_000;
const PEOPLE = 2;
const TELLINGS = 25;
/** Each person has an e-mail of each, and each of two robots a message. */
const MESSAGES = TELLINGS * (PEOPLE + 2);
const ENV = { SECRET_KEY: 'a-key-of-the-tests-that-is-long-enough', DELIVERY_RETRY_SECONDS: '1', JOB_CONCURRENCY: '4' };
/** Messages that each receiver answers before the worker is killed. */
const ANSWERED = 5;
const FINE = { body: '{"errcode":0}' };
const ADMIN = actingWith('settings.manage', { actor: 'admin', onBehalfOf: null });

describeBackends('Messages to receivers that are down', (backend) => {
  let fresh: FreshConfig;
  let database: Database;
  let worker: Omit<RunningProduct, 'url'> | null = null;
  let mails: MailServer;
  let robots: RobotServer;

  beforeEach(async () => {
    mails = await new MailServer().start();
    robots = await new RobotServer().start();
    fresh = await freshConfig(backend, ENV);
    await prepare();
    database = await openDatabase(fresh.config.database, ENTITIES, (error) => {
      throw error;
    });
  }, 2 * MINUTES);

  afterEach(async () => {
    await worker?.stop('SIGKILL');
    worker = null;
    await database.close();
    await fresh.cleanup();
    await mails.stop();
    await robots.stop();
  }, MINUTES);

  /** A unit with people and robots, and what they are told; no process does jobs yet. */
  async function prepare(): Promise<void> {
    const app = await createApp(fresh.config, { http: false, runJobs: false });
    const add = { code: '001', name: '财政局', kind: 'financeBureau', parentCode: null, addedBy: 'system' } as const;
    const { id: organisationId } = await app.get(AddOrganisation, { strict: false }).execute(add);
    const userIds: string[] = [];
    for (let person = 0; person < PEOPLE; person += 1) {
      const roles = [{ role: 'clerk', organisationCode: '001' }] as const;
      const account = {
        username: `clerk${person}`,
        displayName: '填报人',
        password: PASSWORD,
        roles,
        addedBy: 'system',
      };
      const userId = await app.get(AddUser, { strict: false }).execute(account);
      userIds.push(userId);
      const wish = { userId, email: `clerk${person}@example.cn`, mode: 'immediate', locale: 'zh' } as const;
      const preference = { ...wish, changedAt: '2026-01-01T00:00:00.000Z', version: 1 };
      const preferences = app.get(PreferenceRepository, { strict: false });
      await app.get(UnitOfWork, { strict: false }).run((manager) => preferences.save(manager, preference));
    }
    const channels = app.get(ManageChannels, { strict: false });
    const server = { host: '127.0.0.1', port: mails.port, security: 'none', user: null, from: 'j@example.cn' } as const;
    const robot = { active: true, locale: 'zh', topics: null, url: `${robots.url}/hook`, organisationId } as const;
    await channels.add(ADMIN, { kind: 'email', name: '邮件', active: true, ...server, organisationId }, '');
    await channels.add(ADMIN, { kind: 'wecom', name: '群', ...robot }, '');
    await channels.add(ADMIN, { kind: 'webhook', name: '接口', ...robot, secret: 'a-secret-to-sign-with' }, '');
    await withoutQuietHours({ app });
    for (let place = 1; place <= TELLINGS; place += 1) {
      await tell({ app }, waitingTargets(userIds, organisationId, place));
    }
    await app.close();
  }

  const start = async () => {
    worker = backend.database === 'sqlite' ? await startProduct(fresh.env) : startWorker(fresh.env);
  };
  const kill = async () => {
    await worker?.stop('SIGKILL');
    worker = null;
  };
  const bothDown = () => Promise.all([mails.stop(), robots.stop()]);
  const bothUp = () => Promise.all([mails.start(), robots.start()]);
  const reader = () => database.unitOfWork.reader;
  const inState = (state: Delivery['state']): Promise<number> => reader().countBy(Delivery, { state });
  const received = (): number => mails.received.length + robots.received.length;

  /** Beyond the first few messages the receivers take what comes and answer nothing. @returns resolves when both have one such */
  function holdBoth(): Promise<unknown> {
    const hold = <A>(server: { readonly received: readonly unknown[] }, fine: A, held: () => void) => {
      return (): A | Promise<never> => {
        if (server.received.length < ANSWERED) return fine;
        held();
        return new Promise<never>(() => undefined);
      };
    };
    const mail = new Promise<void>((resolve) => (mails.taken = hold(mails, undefined, resolve)));
    const robot = new Promise<void>((resolve) => (robots.answer = hold(robots, FINE, resolve)));
    return Promise.all([mail, robot]);
  }
  const answerBoth = (): void => {
    mails.taken = () => undefined;
    robots.answer = () => FINE;
  };

  it(
    'with a worker killed meanwhile: none is lost, and only what was cut off in its middle comes twice, with its id',
    async () => {
      await bothDown();
      await start();
      await until(async () => (await inState('failed')) >= 2, 'some were tried', MINUTES);
      await kill();

      const held = holdBoth();
      await bothUp();
      await start();
      await held;
      await kill();
      const unanswered = [mails.received, robots.received].flatMap((taken) =>
        taken.slice(ANSWERED - 1).map(({ messageId }) => messageId),
      );
      expect(unanswered.length).toBeGreaterThanOrEqual(2);
      answerBoth();

      await start();
      await until(() => received() >= MESSAGES / 2, 'half have arrived', MINUTES);
      await bothDown();
      await sleep(2_500);
      await bothUp();
      await until(async () => (await inState('sent')) === MESSAGES, 'all are noted as sent', 2 * MINUTES);

      const ids = (await reader().find(Delivery)).map(({ id }) => id);
      const counts = new Map([...mails.counts, ...robots.counts]);
      expect([...counts.keys()].sort()).toEqual([...ids].sort());
      const attempts = await reader().find(DeliveryAttempt);
      for (const [id, count] of counts) {
        const own = attempts.filter(({ deliveryId }) => deliveryId === id);
        const cut = own.filter(wasCutOff);
        expect([id, count <= 1 + cut.length]).toEqual([id, true]);
        expect(own.filter(({ outcome }) => outcome === 'sent')).toHaveLength(1);
      }
      for (const messageId of unanswered) {
        const own = attempts.filter(({ deliveryId }) => deliveryId === messageId);
        expect([messageId, counts.get(messageId), own.filter(wasCutOff).length]).toEqual([messageId, 2, 1]);
      }
    },
    6 * MINUTES,
  );
});

/** The process died in the middle of the try, or the connection broke: not that nobody was there to connect to. */
const wasCutOff = ({ outcome, error }: DeliveryAttempt): boolean =>
  outcome === 'cutOff' || (error?.code === 'send-unreachable' && error.params['reason'] !== 'ECONNREFUSED');
