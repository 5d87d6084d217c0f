import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { JobRun } from '../../apps/api/src/platform/jobs/job-run.entity.js';
import { WorkerIdentity } from '../../apps/api/src/platform/jobs/worker-identity.js';
import { Gate, JobRig, testJob, until } from '../support/job-rig.js';
import { describeBackends } from '../support/services.js';

describeBackends('Recovery of jobs', (backend) => {
  let rig: JobRig;
  beforeAll(async () => {
    rig = await JobRig.open(backend);
  });
  afterEach(() => rig.stopAll());
  afterAll(() => rig.close());

  /** Leaves the row as a process leaves it that was killed while it ran the job. */
  const abandon = (id: string, leaseOwner: string, leaseUntil: string, attempts = 1): Promise<unknown> =>
    rig.database.unitOfWork.run((manager) =>
      manager.update(JobRun, { id }, { status: 'running', slot: `running|${id}`, leaseOwner, leaseUntil, attempts }),
    );
  const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();

  it('takes over from a worker of another host when its lease has lapsed, not before', async () => {
    const job = testJob('lapsed');
    const runs: number[] = [];
    const sender = await rig.start([[job, async () => undefined]], false);
    const id = await rig.enqueue(sender, job, 1, 'k');
    const lapses = Date.now() + 1000;
    await abandon(id, 'another-host:1:x', new Date(lapses).toISOString());
    const system = await rig.start([[job, async () => void runs.push(Date.now())]]);
    expect(await system.queue.settled(id)).toBe('succeeded');
    expect(await rig.row(id)).toMatchObject({ attempts: 2 });
    expect(runs).toHaveLength(1);
    expect(runs[0]).toBeGreaterThanOrEqual(lapses);
  });

  it('takes over at its start from a process of this host that is no more', async () => {
    const job = testJob('killed');
    const sender = await rig.start([[job, async () => undefined]], false);
    const id = await rig.enqueue(sender, job, 1, 'k');
    const gone = new WorkerIdentity();
    gone.retire();
    await abandon(id, gone.token, inSeconds(3600));
    const system = await rig.start([[job, async () => undefined]]);
    expect(await system.queue.settled(id)).toBe('succeeded');
  });

  it('waits longer for a process of this host that lives, which a long transaction keeps from renewing', async () => {
    const job = testJob('busy');
    const livingPatienceMs = 2500;
    const runs: number[] = [];
    const sender = await rig.start([[job, async () => undefined]], false);
    const id = await rig.enqueue(sender, job, 1, 'k');
    const [host = ''] = new WorkerIdentity().token.split(':');
    const lapsed = Date.now() - 1000;
    await abandon(id, `${host}:${process.ppid}:x`, new Date(lapsed).toISOString());
    const system = await rig.start([[job, async () => void runs.push(Date.now())]], true, { livingPatienceMs });
    expect(await system.queue.settled(id)).toBe('succeeded');
    expect(runs).toHaveLength(1);
    expect(runs[0]).toBeGreaterThanOrEqual(lapsed + livingPatienceMs);
  });

  it('leaves alone what a living process runs, however many others start', async () => {
    const job = testJob('alive');
    const gate = new Gate();
    let runs = 0;
    const work = async (): Promise<void> => {
      runs += 1;
      await gate.passed;
    };
    const system = await rig.start([[job, work]]);
    const id = await rig.enqueue(system, job, 1, 'k');
    await until(() => runs === 1, 'it runs');
    await rig.start([[job, work]]);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(runs).toBe(1);
    gate.open();
    expect(await system.queue.settled(id)).toBe('succeeded');
  });

  it('buries a job that ended its process with its last try', async () => {
    const job = testJob('deadly', 3);
    const sender = await rig.start([[job, async () => undefined]], false);
    const id = await rig.enqueue(sender, job, 1, 'k');
    await abandon(id, 'another-host:1:x', inSeconds(-1), 3);
    const system = await rig.start([[job, async () => undefined]]);
    expect(await system.queue.settled(id)).toBe('dead');
    expect((await rig.row(id)).error).toContain('the process that ran it ended');
  });

  it('does not count what a worker does after its job was given to another', async () => {
    const job = testJob('fenced');
    const gate = new Gate();
    let outcome = '';
    const system = await rig.start([
      [
        job,
        async ({ progress }) => {
          await gate.passed;
          await progress(1, 1).catch((error: Error) => {
            outcome = error.name;
            throw error;
          });
        },
      ],
    ]);
    const id = await rig.enqueue(system, job, 1, 'k');
    await until(async () => (await rig.row(id)).status === 'running', 'it runs');
    await abandon(id, 'another-host:1:x', inSeconds(3600), 2);
    gate.open();
    await until(() => outcome !== '', 'the first worker notices');
    expect(outcome).toBe('JobLeaseLost');
    expect(await rig.row(id)).toMatchObject({ status: 'running', leaseOwner: 'another-host:1:x' });
  });

  it('runs each of many jobs once, though two processes are told of each several times', async () => {
    const job = testJob('shared');
    const runs = new Map<number, number>();
    const work = async ({ payload }: { payload: number }): Promise<void> => {
      runs.set(payload, (runs.get(payload) ?? 0) + 1);
      await new Promise((resolve) => setTimeout(resolve, 5));
    };
    // Nobody is to be taken for dead here, however slow the machine.
    const patient = { leaseMs: 15_000 };
    const [one, two] = [await rig.start([[job, work]], true, patient), await rig.start([[job, work]], true, patient)];
    const ids = await rig.database.unitOfWork.run((manager) =>
      Promise.all(
        Array.from({ length: 40 }, (_, payload) => one.queue.enqueue(manager, job, payload, { key: `k${payload}` })),
      ),
    );
    await Promise.all([one.sweeper.sweep(), two.sweeper.sweep()]);
    for (const id of ids) expect(await two.queue.settled(id)).toBe('succeeded');
    expect([...runs.values()]).toEqual(Array.from({ length: 40 }, () => 1));
  });

  it('finds in the ledger what the queue has lost', async () => {
    const job = testJob('lost');
    let runs = 0;
    const sender = await rig.start([[job, async () => undefined]], false);
    const ids = await Promise.all([1, 2, 3].map((payload) => rig.enqueue(sender, job, payload, `k${payload}`)));
    await rig.loseQueue();
    const system = await rig.start([[job, async () => void (runs += 1)]]);
    for (const id of ids) expect(await system.queue.settled(id)).toBe('succeeded');
    expect(runs).toBe(3);
  });

  it('gives back what does not end while the process stops, and the try is not counted', async () => {
    const job = testJob('interrupted', 1);
    const gate = new Gate();
    let started = false;
    const stopping = await rig.start([
      [
        job,
        async () => {
          started = true;
          await gate.passed;
        },
      ],
    ]);
    const id = await rig.enqueue(stopping, job, 1, 'k');
    await until(() => started, 'it runs');
    await stopping.stop();
    expect(await rig.row(id)).toMatchObject({ status: 'queued', attempts: 0, leaseOwner: null });
    const system = await rig.start([[job, async () => undefined]]);
    expect(await system.queue.settled(id)).toBe('succeeded');
    gate.open();
  });

  it('waits while stopping for what ends soon', async () => {
    const job = testJob('soon', 1);
    let started = false;
    const system = await rig.start([
      [
        job,
        async () => {
          started = true;
          await new Promise((resolve) => setTimeout(resolve, 150));
        },
      ],
    ]);
    const id = await rig.enqueue(system, job, 1, 'k');
    await until(() => started, 'it runs');
    await system.stop();
    expect((await rig.row(id)).status).toBe('succeeded');
  });

  it('removes ended jobs after the time that they are kept', async () => {
    const job = testJob('old');
    const system = await rig.start([[job, async () => undefined]]);
    const [old, recent] = [await rig.enqueue(system, job, 1, 'k1'), await rig.enqueue(system, job, 2, 'k2')];
    await system.queue.settled(old);
    await system.queue.settled(recent);
    await rig.database.unitOfWork.run((manager) =>
      manager.update(JobRun, { id: old }, { finishedAt: '2020-01-01T00:00:00.000Z' }),
    );
    await rig.stopAll();
    await rig.start([[job, async () => undefined]]);
    expect((await rig.rows('old')).map(({ id }) => id)).toEqual([recent]);
  });
});
