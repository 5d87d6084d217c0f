import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { Body, Controller, Injectable, Module, Post, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { ConfigModule } from '../../apps/api/src/config/config.module.js';
import { ENTITIES } from '../../apps/api/src/entities.js';
import { FiscalYear } from '../../apps/api/src/features/targets/persistence/fiscal-year.entity.js';
import { messageCatalogue } from '../../apps/api/src/messages.js';
import { DatabaseModule } from '../../apps/api/src/platform/database/database.module.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { Allow, type AuthenticatedRequest } from '../../apps/api/src/platform/http/access.js';
import { Answers } from '../../apps/api/src/platform/http/answers.js';
import { hardenHttp, newAdapter } from '../../apps/api/src/platform/http/fastify.js';
import { HttpModule } from '../../apps/api/src/platform/http/http.module.js';
import { IdempotentRequest } from '../../apps/api/src/platform/http/idempotency/idempotent-request.entity.js';
import { IdempotentRequestRepository } from '../../apps/api/src/platform/http/idempotency/idempotent-request.repository.js';
import { Idempotent } from '../../apps/api/src/platform/http/idempotency/idempotent.js';
import { QueueModule } from '../../apps/api/src/platform/jobs/queue.module.js';
import { WorkerIdentity } from '../../apps/api/src/platform/jobs/worker-identity.js';
import { DomainError } from '../../apps/api/src/platform/runtime/domain-error.js';
import { newId } from '../../apps/api/src/platform/runtime/ids.js';
import { RuntimeModule } from '../../apps/api/src/platform/runtime/runtime.module.js';
import { Gate, until } from '../support/job-rig.js';
import { describeBackends, freshConfig, type FreshConfig } from '../support/services.js';

const YearInput = z.object({ year: z.int(), refuse: z.boolean().default(false), wait: z.boolean().default(false) });
const YearAnswer = z.object({ id: z.string(), year: z.int() }).meta({ id: 'TrialYear' });

/** What the requests of a test wait for, and how often the use case began. */
let gate = new Gate();
let began = 0;

@Controller('trial')
@Allow()
class TrialController {
  constructor(private readonly uow: UnitOfWork) {}

  @Post('years')
  @Idempotent({ required: true })
  @Answers(YearAnswer, 201)
  add(@Body({ schema: YearInput }) input: z.output<typeof YearInput>): Promise<z.output<typeof YearAnswer>> {
    return this.uow.run(async (manager) => {
      began += 1;
      const row = { year: input.year, status: 'open' as const, createdAt: '2026-01-01T00:00:00.000Z' };
      await manager.insert(FiscalYear, row);
      if (input.wait) await gate.passed;
      if (input.refuse) throw new DomainError('round-locked', { month: 6 });
      return { id: newId(), year: input.year, hidden: 'not in the schema' };
    });
  }

  @Post('optional')
  @Idempotent()
  async nothing(): Promise<void> {
    began += 1;
  }
}

@Injectable()
class TrialGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const username = String(request.headers['x-user'] ?? 'machine');
    request.currentUser = { userId: username, username, displayName: username, roles: [], scope: {}, actsFor: [] };
    return true;
  }
}

describeBackends('Requests with an idempotency key', (backend) => {
  let app: NestFastifyApplication;
  let fresh: FreshConfig;
  let uow: UnitOfWork;
  let year = 3000;

  beforeAll(async () => {
    fresh = await freshConfig(backend);
    @Module({
      imports: [
        ConfigModule.of(fresh.config),
        RuntimeModule,
        DatabaseModule.of(ENTITIES),
        QueueModule.of(fresh.config, false),
        HttpModule.of(messageCatalogue),
      ],
      controllers: [TrialController],
      providers: [{ provide: APP_GUARD, useClass: TrialGuard }],
    })
    class TrialModule {}
    app = await NestFactory.create<NestFastifyApplication>(TrialModule, newAdapter(messageCatalogue), {
      logger: false,
    });
    await hardenHttp(app, fresh.config, messageCatalogue);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    uow = app.get(UnitOfWork, { strict: false });
  });
  afterAll(async () => {
    await app.close();
    await fresh.cleanup();
  });
  beforeEach(() => {
    year += 10;
    began = 0;
    gate = new Gate();
  });

  interface Answer {
    readonly status: number;
    readonly replayed: boolean;
    readonly body: { readonly id?: string; readonly year?: number; readonly code?: string };
  }
  async function send(key: string | null, payload: object | undefined, more: object = {}): Promise<Answer> {
    const { url = '/trial/years', ...headers } = more as { url?: string };
    const answer = await app.inject({
      method: 'POST',
      url,
      headers: { ...(key === null ? {} : { 'idempotency-key': key }), ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
    const replayed = answer.headers['idempotency-replayed'] === 'true';
    return { status: answer.statusCode, replayed, body: answer.body === '' ? {} : answer.json<Answer['body']>() };
  }
  const stored = (): Promise<number> => uow.reader.countBy(FiscalYear, { year });
  const requests = (key: string): Promise<IdempotentRequest[]> =>
    uow.reader.findBy(IdempotentRequest, { requestKey: key });
  const repository = () => app.get(IdempotentRequestRepository, { strict: false });

  it('are done once and answered alike, however often they are sent', async () => {
    const first = await send('k1', { year });
    expect(first).toEqual({ status: 201, replayed: false, body: { id: expect.any(String), year } });
    for (let turn = 0; turn < 3; turn += 1) expect(await send('k1', { year })).toEqual({ ...first, replayed: true });
    expect([began, await stored()]).toEqual([1, 1]);
    expect(JSON.stringify(await requests('k1'))).toContain('machine');
  });

  it('are told apart by the caller, and refused with another body or address', async () => {
    await send('k2', { year });
    expect(await send('k2', { year: year + 1 })).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
    const elsewhere = await send('k2', { year }, { url: '/trial/optional' });
    expect(elsewhere).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect(await send('k2', { year: year + 1 }, { 'x-user': 'another' })).toMatchObject({ status: 201 });
    expect(began).toBe(2);
  });

  it('are done once where many arrive at the same time; the others hear that it is under way', async () => {
    let answered = 0;
    const all = Array.from({ length: 8 }, async () => {
      const answer = await send('k3', { year, wait: true });
      answered += 1;
      return answer;
    });
    // Who came only after the first one was done would be given its answer.
    await until(() => answered === 7, 'all but the one that is under way are answered');
    const late = await send('k3', { year, wait: true });
    expect(late).toMatchObject({ status: 409, body: { code: 'idempotency-key-in-use' } });
    gate.open();
    const statuses = (await Promise.all(all)).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array.from({ length: 7 }, () => 409)]);
    expect(await send('k3', { year, wait: true })).toMatchObject({ status: 201, replayed: true });
    expect([began, await stored()]).toEqual([1, 1]);
  });

  it('leave nothing behind where they are refused: corrected, they may come again with their key', async () => {
    const refused = await send('k4', { year, refuse: true });
    expect(refused).toMatchObject({ status: 409, body: { code: 'round-locked' } });
    expect([await stored(), (await requests('k4')).length]).toEqual([0, 0]);
    expect(await send('k4', { year: 'x' })).toMatchObject({ status: 400, body: { code: 'invalid-input' } });
    expect(await send('k4', { year })).toMatchObject({ status: 201, replayed: false });
    expect(await stored()).toBe(1);
  });

  it('have no effect without their answer: where it cannot be stored, nothing is', async () => {
    const complete = jest.spyOn(repository(), 'complete').mockRejectedValueOnce(new Error('the disk is full'));
    expect((await send('k5', { year })).status).toBe(500);
    complete.mockRestore();
    expect(await stored()).toBe(0);
    expect(await send('k5', { year })).toMatchObject({ status: 201, replayed: false });
    expect([began, await stored()]).toEqual([2, 1]);
  });

  it('of a process that died before the commit are done again at once, of a living one only when its time is over', async () => {
    await send('k6', { year });
    const [done] = await requests('k6');
    const gone = new WorkerIdentity();
    gone.retire();
    const leave = (values: Partial<IdempotentRequest>) =>
      uow.run(async (manager) => {
        const interrupted = { status: 'running', answer: null, claimedBy: gone.token, ...values } as object;
        await manager.update(IdempotentRequest, { id: done?.id ?? '' }, interrupted);
        await manager.delete(FiscalYear, { year });
      });
    await leave({});
    expect(await send('k6', { year })).toMatchObject({ status: 201, replayed: false });
    await leave({ claimedBy: 'another-host:1:x' });
    expect(await send('k6', { year })).toMatchObject({ status: 409, body: { code: 'idempotency-key-in-use' } });
    await leave({ claimedBy: 'another-host:1:x', claimedUntil: new Date(Date.now() - 1000).toISOString() });
    expect(await send('k6', { year })).toMatchObject({ status: 201, replayed: false });
    expect(await stored()).toBe(1);
  });

  it('that were given up for lost too early are rolled back', async () => {
    const slow = send('k7', { year, wait: true });
    await until(() => began === 1, 'it is under way');
    jest.spyOn(repository(), 'complete').mockImplementationOnce(async (manager, claimId, answer) => {
      await manager.update(IdempotentRequest, { claimId }, { claimId: newId() });
      return IdempotentRequestRepository.prototype.complete.call(repository(), manager, claimId, answer);
    });
    gate.open();
    expect(await slow).toMatchObject({ status: 409, body: { code: 'idempotency-key-in-use' } });
    jest.restoreAllMocks();
    expect(await stored()).toBe(0);
  });

  it('are forgotten after seven days', async () => {
    await send('k8', { year });
    const age = (days: number) =>
      uow.run((manager) =>
        manager.update(
          IdempotentRequest,
          { requestKey: 'k8' },
          { createdAt: new Date(Date.now() - days * 86_400_000).toISOString() },
        ),
      );
    await age(6.9);
    expect(await send('k8', { year })).toMatchObject({ replayed: true });
    await age(7.1);
    expect(await send('k8', { year: year + 1 })).toMatchObject({ status: 201, replayed: false });
    await uow.run((manager) => repository().dropOlder(manager, new Date(Date.now() + 1000).toISOString()));
    expect(await requests('k8')).toEqual([]);
  });

  it('need a well-formed key where the route demands one, and answers may be empty', async () => {
    expect(await send(null, { year })).toMatchObject({ status: 400, body: { code: 'idempotency-key-required' } });
    for (const key of ['a b', 'ключ', 'x'.repeat(201), '']) {
      expect(await send(key, { year })).toMatchObject({ status: 400, body: { code: 'idempotency-key-invalid' } });
    }
    const optional = { url: '/trial/optional' };
    expect((await send(null, undefined, optional)).status).toBe(201);
    const empty = await send('k9', undefined, optional);
    expect(await send('k9', undefined, optional)).toEqual({ ...empty, replayed: true });
    expect(began).toBe(2);
  });
});
