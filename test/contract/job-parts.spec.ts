import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { In } from 'typeorm';
import { JobRun } from '../../apps/api/src/platform/jobs/job-run.entity.js';
import { CONCURRENCY, Gate, JobRig, testJob, until, type Work } from '../support/job-rig.js';
import { describeBackends } from '../support/services.js';

describeBackends('Jobs with parts', (backend) => {
  let rig: JobRig;
  beforeAll(async () => {
    rig = await JobRig.open(backend);
  });
  afterEach(() => rig.stopAll());
  afterAll(() => rig.close());

  const parts = (parentId: string): Promise<JobRun[]> =>
    rig.database.unitOfWork.reader.find(JobRun, { where: { parentId }, order: { jobKey: 'ASC' } });

  /** A job that splits into `count` parts of ten units, done by `work`. */
  const family = (name: string, count: number, work: Work, givesWay = false) => {
    const [parent, part] = [testJob(name), { ...testJob(`${name}-part`, 2, 10), givesWay }];
    const split: Work = ({ fanOut }) =>
      fanOut(
        Array.from({ length: count }, (_, payload) => ({
          definition: part,
          payload,
          key: `part ${payload}`,
          units: 10,
        })),
      );
    return { parent, jobs: [[parent, split] as const, [part, work] as const] };
  };

  it('waits for its parts, sums their progress, and succeeds when all have', async () => {
    const gate = new Gate();
    const { parent, jobs } = family('sum', 3, async ({ payload, progress }) => {
      await progress(1, 2);
      if (payload > 0) await gate.passed;
    });
    const system = await rig.start(jobs);
    const id = await rig.enqueue(system, parent, 1, 'k');
    await until(async () => (await rig.row(id)).done === 20, 'one part is done, two are half done');
    expect(await rig.row(id)).toMatchObject({ status: 'waiting', total: 30 });
    gate.open();
    expect(await system.queue.settled(id)).toBe('succeeded');
    expect(await rig.row(id)).toMatchObject({ done: 30, total: 30, slot: null });
  });

  it('ends together with the last of many parts, whoever finishes them', async () => {
    const { parent, jobs } = family('many', 24, async () => undefined);
    const withoutSweeper = { sweepMs: 3_600_000 };
    const system = await rig.start(jobs, true, withoutSweeper);
    await rig.start(jobs, true, withoutSweeper);
    const id = await rig.enqueue(system, parent, 1, 'k');
    expect(await system.queue.settled(id, 10_000)).toBe('succeeded');
    expect((await parts(id)).map(({ status, attempts }) => `${status} ${attempts}`)).toEqual(
      Array.from({ length: 24 }, () => 'succeeded 1'),
    );
  });

  it('is dead where a part is, and a retry runs only the dead parts', async () => {
    let broken = true;
    const runs: number[] = [];
    const { parent, jobs } = family('partly', 3, async ({ payload }) => {
      runs.push(payload);
      if (payload === 1 && broken) throw new Error('part 1 is broken');
    });
    const system = await rig.start(jobs);
    const id = await rig.enqueue(system, parent, 1, 'k');
    expect(await system.queue.settled(id)).toBe('dead');
    expect((await rig.row(id)).error).toContain('1 part(s) failed, the first with: Error: part 1 is broken');
    expect((await parts(id)).map(({ status }) => status)).toEqual(['succeeded', 'dead', 'succeeded']);
    broken = false;
    runs.length = 0;
    await system.queue.retry(id);
    expect(await system.queue.settled(id)).toBe('succeeded');
    expect(runs).toEqual([1]);
  });

  it('takes its parts with it when it is cancelled', async () => {
    const gate = new Gate();
    const { parent, jobs } = family('given-up', 8, async ({ progress }) => {
      await progress(1, 10);
      await gate.passed;
      await progress(2, 10);
    });
    const system = await rig.start(jobs);
    const id = await rig.enqueue(system, parent, 1, 'k');
    await until(async () => (await rig.row(id)).done === 4, 'four parts run');
    await system.queue.cancel(id);
    expect((await parts(id)).filter(({ status }) => status === 'cancelled')).toHaveLength(4);
    gate.open();
    expect(await system.queue.settled(id)).toBe('cancelled');
    expect((await parts(id)).every(({ status }) => status === 'cancelled')).toBe(true);
  });

  it('keeps its key while its parts run: the next request waits for all of them', async () => {
    const gate = new Gate();
    const { parent, jobs } = family('held', 2, () => gate.passed);
    const system = await rig.start(jobs);
    const first = await rig.enqueue(system, parent, 1, 'k');
    await until(async () => (await rig.row(first)).status === 'waiting', 'the first waits for its parts');
    const second = await rig.enqueue(system, parent, 2, 'k');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect((await rig.row(second)).status).toBe('queued');
    gate.open();
    expect(await system.queue.settled(second)).toBe('succeeded');
    expect((await rig.row(first)).status).toBe('succeeded');
  });

  it('succeeds where there is nothing to split into', async () => {
    const { parent, jobs } = family('empty', 0, async () => undefined);
    const system = await rig.start(jobs);
    expect(await system.queue.settled(await rig.enqueue(system, parent, 1, 'k'))).toBe('succeeded');
  });

  it('does the parts of other large jobs before those of one that only follows from other work', async () => {
    const [one, rest] = [new Gate(), new Gate()];
    let begun = 0;
    let done = 0;
    const follower = family(
      'follower',
      40,
      async () => {
        begun += 1;
        if (begun <= CONCURRENCY) await (begun === 1 ? one : rest).passed;
        await sleep(30);
        done += 1;
      },
      true,
    );
    const other = family('other', 6, async () => undefined);
    const system = await rig.start([...follower.jobs, ...other.jobs]);
    const first = await rig.enqueue(system, follower.parent, 1, 'k');
    await until(() => begun === CONCURRENCY, 'parts of the follower hold every place');
    const second = await rig.enqueue(system, other.parent, 1, 'k');
    one.open(); // one place for all: 36 parts of the follower would take a second of it
    expect(await system.queue.settled(second)).toBe('succeeded');
    expect(done).toBeLessThan(36);
    rest.open();
    expect(await system.queue.settled(first)).toBe('succeeded');
    expect(done).toBe(40);
  });

  it('does what a person waits for before the parts of a large job', async () => {
    const urgent = testJob('urgent');
    const gate = new Gate();
    let begun = 0;
    const order: string[] = [];
    const { parent, jobs } = family('large', 40, async () => {
      begun += 1;
      await gate.passed;
      order.push('part');
      await sleep(30);
    });
    const system = await rig.start([...jobs, [urgent, async () => void order.push('urgent')]]);
    const id = await rig.enqueue(system, parent, 1, 'k');
    await until(() => begun > 0, 'parts run');
    const asked = await rig.enqueue(system, urgent, 1, 'k');
    gate.open();
    expect(await system.queue.settled(asked)).toBe('succeeded');
    expect(await system.queue.settled(id)).toBe('succeeded');
    expect(order.indexOf('urgent')).toBeLessThan(30);
    const left = { parentId: id, status: In(['queued', 'running']) };
    expect(await rig.database.unitOfWork.reader.countBy(JobRun, left)).toBe(0);
  });
});
