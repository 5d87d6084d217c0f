import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { FiscalYear } from '../../apps/api/src/features/targets/persistence/fiscal-year.entity.js';
import { JobMustWait } from '../../apps/api/src/platform/jobs/job-errors.js';
import type { JobEvent } from '../../apps/api/src/platform/jobs/job-queue.js';
import { Gate, JobRig, testJob, until } from '../support/job-rig.js';
import { describeBackends } from '../support/services.js';

describeBackends('Background jobs', (backend) => {
  let rig: JobRig;
  beforeAll(async () => {
    rig = await JobRig.open(backend);
  });
  afterEach(() => rig.stopAll());
  afterAll(() => rig.close());

  const years = (): Promise<number> => rig.database.unitOfWork.reader.count(FiscalYear);
  const newYear = (year: number): FiscalYear =>
    Object.assign(new FiscalYear(), { year, status: 'open', createdAt: '2026-01-01T00:00:00.000Z' });

  it('runs a job once, after the commit and without the help of the sweeper, with its payload', async () => {
    const job = testJob('once');
    const seen: number[] = [];
    const work = async ({ payload }: { payload: number }): Promise<void> => void seen.push(payload);
    const system = await rig.start([[job, work]], true, { sweepMs: 3_600_000 });
    const id = await rig.enqueue(system, job, 42, 'k');
    expect(await system.queue.settled(id)).toBe('succeeded');
    expect(seen).toEqual([42]);
    expect(await rig.row(id)).toMatchObject({ attempts: 1, slot: null, leaseOwner: null, error: null });
  });

  it('never runs what was enqueued in a transaction that failed', async () => {
    const job = testJob('rolled-back');
    let runs = 0;
    const system = await rig.start([[job, async () => void (runs += 1)]]);
    const work = rig.database.unitOfWork.run(async (manager) => {
      await system.queue.enqueue(manager, job, 1, { key: 'k' });
      throw new Error('refused');
    });
    await expect(work).rejects.toThrow('refused');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(runs).toBe(0);
    expect(await rig.rows('rolled-back')).toEqual([]);
  });

  it('tries again after a back-off that doubles, then succeeds', async () => {
    const job = testJob('flaky', 3, 200);
    const times: number[] = [];
    const system = await rig.start([
      [
        job,
        async ({ attempt }) => {
          times.push(Date.now());
          if (attempt < 3) throw new Error('not yet');
        },
      ],
    ]);
    const id = await rig.enqueue(system, job, 1, 'k');
    expect(await system.queue.settled(id)).toBe('succeeded');
    const [first = 0, second = 0, third = 0] = times;
    expect(second - first).toBeGreaterThanOrEqual(190);
    expect(third - second).toBeGreaterThanOrEqual(390);
    expect(times).toHaveLength(3);
  });

  it('uses up no try while it has to wait for other work', async () => {
    const job = testJob('patient', 2, 20);
    let runs = 0;
    const work = async (): Promise<void> => {
      runs += 1;
      if (runs < 5) throw new JobMustWait('others are at it');
    };
    const system = await rig.start([[job, work]]);
    const id = await rig.enqueue(system, job, 1, 'k');
    expect(await system.queue.settled(id)).toBe('succeeded');
    expect(await rig.row(id)).toMatchObject({ attempts: 1, error: null });
    expect(runs).toBe(5);
  });

  it('is dead after the last try with its error in the ledger, and lives again when retried', async () => {
    const job = testJob('doomed', 2, 10);
    let broken = true;
    const fail = async (): Promise<void> => {
      if (broken) throw new Error('the disk is full\n    at secret.ts');
    };
    const system = await rig.start([[job, fail]]);
    const id = await rig.enqueue(system, job, 1, 'k');
    expect(await system.queue.settled(id)).toBe('dead');
    expect(await rig.row(id)).toMatchObject({ attempts: 2, error: 'Error: the disk is full', slot: null });
    broken = false;
    await system.queue.retry(id);
    expect(await system.queue.settled(id)).toBe('succeeded');
    expect(await rig.row(id)).toMatchObject({ attempts: 1, error: null });
    await expect(system.queue.retry(id)).rejects.toMatchObject({ code: 'job-not-dead' });
  });

  it('lets one wait beside one that runs, and the one that waits reads the newest data', async () => {
    const job = testJob('pair');
    const gate = new Gate();
    const counts: number[] = [];
    let running = 0;
    let most = 0;
    const system = await rig.start([
      [
        job,
        async () => {
          running += 1;
          most = Math.max(most, running);
          counts.push(await years());
          await gate.passed;
          running -= 1;
        },
      ],
    ]);
    const before = await years();
    const first = await rig.enqueue(system, job, 1, 'k');
    await until(() => counts.length === 1, 'the first runs');
    const followers: string[] = [];
    for (const year of [2001, 2002, 2003]) {
      await rig.database.unitOfWork.run(async (manager) => {
        await manager.insert(FiscalYear, newYear(year));
        followers.push(await system.queue.enqueue(manager, job, year, { key: 'k' }));
      });
    }
    expect(new Set(followers).size).toBe(1);
    expect(followers[0]).not.toBe(first);
    gate.open();
    expect(await system.queue.settled(followers[0] ?? '')).toBe('succeeded');
    expect(counts).toEqual([before, before + 3]);
    expect(most).toBe(1);
  });

  it('starts what waited, and what waits for its back-off, without the help of the sweeper', async () => {
    const job = testJob('relay', 2, 50);
    const gate = new Gate();
    let runs = 0;
    const work = async ({ payload, attempt }: { payload: number; attempt: number }): Promise<void> => {
      runs += 1;
      await gate.passed;
      if (payload === 2 && attempt === 1) throw new Error('once');
    };
    const system = await rig.start([[job, work]], true, { sweepMs: 3_600_000 });
    await rig.enqueue(system, job, 1, 'k');
    await until(() => runs === 1, 'the first runs');
    const second = await rig.enqueue(system, job, 2, 'k');
    await new Promise((resolve) => setTimeout(resolve, 300));
    gate.open();
    expect(await system.queue.settled(second)).toBe('succeeded');
    expect(runs).toBe(3);
  });

  it('does not start a waiting job while a transaction that joined it is open', async () => {
    const job = testJob('joined');
    const gate = new Gate();
    const counts: number[] = [];
    const system = await rig.start([
      [
        job,
        async () => {
          counts.push(await years());
          await gate.passed;
        },
      ],
    ]);
    await rig.enqueue(system, job, 1, 'k');
    await until(() => counts.length === 1, 'the first runs');
    const waiting = await rig.enqueue(system, job, 2, 'k');
    const before = await years();
    await rig.database.unitOfWork.run(async (manager) => {
      await manager.insert(FiscalYear, newYear(2004));
      expect(await system.queue.enqueue(manager, job, 3, { key: 'k' })).toBe(waiting);
      gate.open();
      await new Promise((resolve) => setTimeout(resolve, 500));
    });
    expect(await system.queue.settled(waiting)).toBe('succeeded');
    expect(counts.at(-1)).toBe(before + 1);
  });

  it('starts a job that waits for its back-off at once when newer data ask for it', async () => {
    const job = testJob('hurried', 3, 60_000);
    let broken = true;
    const fail = async (): Promise<void> => {
      if (broken) throw new Error('no');
    };
    const system = await rig.start([[job, fail]]);
    const id = await rig.enqueue(system, job, 1, 'k');
    await until(async () => (await rig.row(id)).error !== null, 'the first try fails');
    broken = false;
    expect(await rig.enqueue(system, job, 2, 'k')).toBe(id);
    expect(await system.queue.settled(id, 30_000)).toBe('succeeded');
  });

  it('keeps a retry and a newer request of one key apart', async () => {
    const job = testJob('apart', 3, 100);
    const gate = new Gate();
    let running = 0;
    let most = 0;
    const system = await rig.start([
      [
        job,
        async ({ attempt, payload }) => {
          running += 1;
          most = Math.max(most, running);
          await gate.passed;
          await new Promise((resolve) => setTimeout(resolve, 100));
          running -= 1;
          if (payload === 1 && attempt === 1) throw new Error('once');
        },
      ],
    ]);
    const first = await rig.enqueue(system, job, 1, 'k');
    await until(() => running === 1, 'the first runs');
    const second = await rig.enqueue(system, job, 2, 'k');
    gate.open();
    expect(await system.queue.settled(first)).toBe('succeeded');
    expect(await system.queue.settled(second)).toBe('succeeded');
    expect(most).toBe(1);
  });

  it('cancels a queued job before it starts and a running one at its next progress', async () => {
    const [blocked, job] = [testJob('blocked'), testJob('stoppable')];
    const gate = new Gate();
    const beyond: number[] = [];
    let started = false;
    const system = await rig.start([
      [blocked, async () => gate.passed],
      [
        job,
        async ({ progress }) => {
          started = true;
          await progress(1, 2);
          await gate.passed;
          await progress(2, 2);
          beyond.push(1);
        },
      ],
    ]);
    const runs = await rig.enqueue(system, job, 1, 'k');
    await until(async () => started && (await rig.row(runs)).done === 1, 'it is half done');
    const waits = await rig.enqueue(system, job, 2, 'k');
    await system.queue.cancel(waits);
    expect((await rig.row(waits)).status).toBe('cancelled');
    await system.queue.cancel(runs);
    gate.open();
    expect(await system.queue.settled(runs)).toBe('cancelled');
    expect(beyond).toEqual([]);
    await expect(system.queue.cancel(runs)).rejects.toMatchObject({ code: 'job-ended' });
    await expect(system.queue.cancel('no-such-job')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('records who cancels a running job, however often the job asks whether to go on', async () => {
    const job = testJob('restless');
    const system = await rig.start([
      [
        job,
        async ({ progress }) => {
          for (let done = 1; ; done += 1) {
            await progress(done, done + 1);
            await sleep(1);
          }
        },
      ],
    ]);
    let recorded = 0;
    for (let turn = 1; turn <= 10; turn += 1) {
      const id = await rig.enqueue(system, job, turn, `k${turn}`);
      await until(async () => (await rig.row(id)).done > 0, 'it runs');
      await system.queue.cancel(id, async () => {
        await sleep(20);
        recorded += 1;
      });
      expect(await system.queue.settled(id)).toBe('cancelled');
    }
    expect(recorded).toBe(10);
  });

  it('tells of every change to whoever subscribes, also in another process', async () => {
    const job = testJob('heard');
    const system = await rig.start([[job, async ({ progress }) => progress(3, 4)]]);
    const listener = backend.database === 'mysql' ? await rig.start([[job, async () => undefined]], false) : system;
    const events: JobEvent[] = [];
    const unsubscribe = listener.queue.subscribe((event) => events.push(event));
    const id = await rig.enqueue(system, job, 1, 'k');
    await until(() => events.some(({ status }) => status === 'succeeded'), 'the end is heard of');
    unsubscribe();
    expect(events.map(({ status, done }) => `${status} ${done}`)).toEqual([
      'queued 0',
      'running 0',
      'running 3',
      'succeeded 4',
    ]);
    expect(events[0]).toMatchObject({ jobId: id, name: 'heard', key: 'k' });
  });

  it('refuses a job that was not declared', async () => {
    const system = await rig.start([]);
    await expect(rig.enqueue(system, testJob('unknown'), 1, 'k')).rejects.toThrow('was not declared');
  });
});
