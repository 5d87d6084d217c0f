import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { FiscalYear } from '../../apps/api/src/features/targets/persistence/fiscal-year.entity.js';
import { DatabaseConflict } from '../../apps/api/src/platform/database/database-conflict.js';
import type { JobContext, JobEvent } from '../../apps/api/src/platform/jobs/job-queue.js';
import { DomainError } from '../../apps/api/src/platform/runtime/domain-error.js';
import { Gate, JobRig, testJob, until } from '../support/job-rig.js';
import { backends, type TestBackend } from '../support/services.js';

interface Installation {
  readonly name: string;
  readonly backend: TestBackend;
  readonly queue?: 'in-process';
}

const installations = (): Installation[] =>
  backends().flatMap((backend): Installation[] => [
    { name: backend.name, backend },
    ...(backend.database === 'mysql' ? [{ name: 'MariaDB + in-process', backend, queue: 'in-process' as const }] : []),
  ]);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const newYear = (year: number): FiscalYear =>
  Object.assign(new FiscalYear(), { year, status: 'open', createdAt: '2026-01-01T00:00:00.000Z' });

for (const { name, backend, queue } of installations()) {
  (backend.skipped ? describe.skip : describe)(`Jobs that save in one transaction on ${name}`, () => {
    let rig: JobRig;
    let first = 2000;
    const { database } = backend;
    beforeAll(async () => {
      rig = await JobRig.open(backend, queue);
    });
    afterEach(async () => {
      await rig.stopAll();
      first += 200;
    });
    afterAll(() => rig.close());

    const years = async (): Promise<number> =>
      (await rig.database.unitOfWork.reader.find(FiscalYear)).filter(({ year }) => year >= first).length;
    /** Saves `count` rows in one transaction, reporting each; `after` is done before the commit. */
    const saving =
      (count: number, after: () => Promise<void>) =>
      ({ progress }: JobContext<number>): Promise<void> =>
        rig.database.unitOfWork.run(async (manager) => {
          for (let done = 1; done <= count; done += 1) {
            await manager.insert(FiscalYear, newYear(first + done));
            await progress(done, count);
            await pause(60);
          }
          await after();
        });

    it('report progress that others see before the commit, and none of it is in the transaction', async () => {
      const job = testJob('long', 1);
      const gate = new Gate();
      const events: JobEvent[] = [];
      const system = await rig.start([[job, saving(8, () => gate.passed)]]);
      system.queue.subscribe((event) => events.push(event));
      const id = await rig.enqueue(system, job, 1, 'k');
      await until(() => events.some(({ done }) => done > 0), 'progress is heard of');
      expect(await years()).toBe(0);
      expect(system.queue.liveProgress(id)).toMatchObject({ total: 8 });
      if (database === 'mysql') await until(async () => (await rig.row(id)).done > 0, 'progress is stored');
      expect((await rig.row(id)).status).toBe('running');
      expect(await years()).toBe(0);
      gate.open();
      expect(await system.queue.settled(id)).toBe('succeeded');
      expect(await years()).toBe(8);
      expect(await rig.row(id)).toMatchObject({ done: 8, total: 8 });
      expect(system.queue.liveProgress(id)).toBeNull();
      const reported = events.filter(({ status }) => status === 'running').map(({ done }) => done);
      expect(reported).toEqual([...reported].sort((a, b) => a - b));
    });

    it('are cancelled in the middle, and nothing of them is stored', async () => {
      const job = testJob('stopped', 3);
      const events: JobEvent[] = [];
      let committed = false;
      const system = await rig.start([[job, saving(200, async () => void (committed = true))]]);
      system.queue.subscribe((event) => events.push(event));
      const id = await rig.enqueue(system, job, 1, 'k');
      await until(() => events.some(({ done }) => done > 2), 'it is under way');
      let alongside = 0;
      await system.queue.cancel(id, async () => void (alongside += 1));
      expect(await system.queue.settled(id)).toBe('cancelled');
      expect([await years(), committed, alongside]).toEqual([0, false, 1]);
      const ended = await rig.row(id);
      expect(ended).toMatchObject({ attempts: 1, error: null, failure: null });
      expect(ended.done).toBeLessThan(200);
    });

    it('undo what they have done where they fail, keep the place of the failure, and can be tried again', async () => {
      const job = testJob('refused-late', 3, 10);
      let refuse = true;
      const after = async (): Promise<void> => {
        if (refuse) throw new DomainError('row-refused', { row: 4 }, [{ path: 'rows.4', code: 'required' }]);
      };
      const system = await rig.start([[job, saving(4, after)]]);
      const id = await rig.enqueue(system, job, 1, 'k');
      expect(await system.queue.settled(id)).toBe('dead');
      expect(await years()).toBe(0);
      expect(await rig.row(id)).toMatchObject({
        attempts: 1,
        error: 'row-refused row=4',
        failure: { code: 'row-refused', params: { row: 4 }, issues: [{ path: 'rows.4', code: 'required' }] },
      });
      refuse = false;
      await system.queue.retry(id);
      expect(await system.queue.settled(id)).toBe('succeeded');
      expect(await rig.row(id)).toMatchObject({ error: null, failure: null, done: 4, total: 4 });
      expect(await years()).toBe(4);
    });

    it('keep their lease beyond its time, though another worker looks for abandoned jobs', async () => {
      const job = testJob('slow', 3);
      let runs = 0;
      const work = async (context: JobContext<number>): Promise<void> => {
        runs += 1;
        await saving(1, () => pause(2500))(context);
      };
      const timings = { leaseMs: 600 };
      const system = await rig.start([[job, work]], true, timings);
      const id = await rig.enqueue(system, job, 1, 'k');
      await until(() => runs === 1, 'it runs');
      const other = await rig.start([[job, work]], true, timings);
      for (let look = 0; look < 12; look += 1) {
        await pause(200);
        // On SQLite a look that finds something to do waits for the transaction to end.
        if (database === 'mysql') await other.sweeper.sweep();
      }
      expect(await system.queue.settled(id)).toBe('succeeded');
      expect(await rig.row(id)).toMatchObject({ attempts: 1 });
      expect([runs, await years()]).toEqual([1, 1]);
    });

    it('are given back whole where the process stops, and the try is not counted', async () => {
      const job = testJob('interrupted', 1);
      const events: JobEvent[] = [];
      const stopping = await rig.start([[job, saving(500, async () => undefined)]]);
      stopping.queue.subscribe((event) => events.push(event));
      const id = await rig.enqueue(stopping, job, 1, 'k');
      await until(() => events.some(({ done }) => done > 1), 'it is under way');
      await stopping.stop();
      expect(await rig.row(id)).toMatchObject({ status: 'queued', attempts: 0 });
      expect(await years()).toBe(0);
      const next = await rig.start([[job, saving(2, async () => undefined)]]);
      expect(await next.queue.settled(id)).toBe('succeeded');
      expect(await years()).toBe(2);
    });

    it('need no second connection each: as many at once as there are connections come to their ends', async () => {
      const job = testJob('many', 1);
      const timesTen = (context: JobContext<number>): Promise<void> =>
        rig.database.unitOfWork.run(async (manager) => {
          for (let done = 1; done <= 10; done += 1) {
            await manager.insert(FiscalYear, newYear(first + context.payload * 10 + done));
            await context.progress(done, 10);
            await pause(20);
          }
        });
      const systems = await Promise.all(Array.from({ length: 4 }, () => rig.start([[job, timesTen]])));
      const ids = [];
      for (let place = 0; place < 14; place += 1) {
        const system = systems[place % systems.length];
        if (system) ids.push(await rig.enqueue(system, job, place, `k${place}`));
      }
      for (const id of ids) expect(await systems[0]?.queue.settled(id, 20_000)).toBe('succeeded');
      expect(await years()).toBe(140);
    });
  });

  (backend.skipped ? describe.skip : describe)(`Failures of jobs on ${name}`, () => {
    let rig: JobRig;
    beforeAll(async () => {
      rig = await JobRig.open(backend, queue);
    });
    afterEach(() => rig.stopAll());
    afterAll(() => rig.close());

    it('are final where a rule refuses, and tried again where the database or the program fails', async () => {
      const errors = [new DomainError('refused'), new DatabaseConflict('busy', null), new Error('boom')];
      const job = testJob('failing', 2, 10);
      const system = await rig.start([[job, ({ payload }) => Promise.reject(errors[payload] ?? new Error())]]);
      const ids = await Promise.all(errors.map((_, payload) => rig.enqueue(system, job, payload, `k${payload}`)));
      const rows = [];
      for (const id of ids) {
        expect(await system.queue.settled(id)).toBe('dead');
        const { attempts, error, failure } = await rig.row(id);
        rows.push([attempts, error, failure?.code]);
      }
      expect(rows).toEqual([
        [1, 'refused', 'refused'],
        [2, 'busy', 'busy'],
        [2, 'Error: boom', undefined],
      ]);
    });

    it('of a part are those of the whole', async () => {
      const [whole, part] = [testJob('whole', 1), testJob('part', 3)];
      const system = await rig.start([
        [whole, ({ fanOut }) => fanOut([{ definition: part, payload: 1, key: 'p', units: 5 }])],
        [part, () => Promise.reject(new DomainError('refused', { month: 6 }))],
      ]);
      const id = await rig.enqueue(system, whole, 1, 'k');
      expect(await system.queue.settled(id)).toBe('dead');
      expect(await rig.row(id)).toMatchObject({ failure: { code: 'refused', params: { month: 6 } } });
    });
  });
}
