import { ENTITIES } from '../../apps/api/src/entities.js';
import { openDatabase } from '../../apps/api/src/platform/database/open-database.js';
import type { Database } from '../../apps/api/src/platform/database/database.js';
import { LocalLiveEvents } from '../../apps/api/src/platform/events/local-live-events.js';
import { BullMqBackend } from '../../apps/api/src/platform/jobs/bullmq/bullmq-backend.js';
import { RedisLiveEvents } from '../../apps/api/src/platform/jobs/bullmq/redis-live-events.js';
import { InProcessBackend } from '../../apps/api/src/platform/jobs/in-process/in-process-backend.js';
import { defineJob, type JobContext, type JobDefinition } from '../../apps/api/src/platform/jobs/job-queue.js';
import { JobRegistry } from '../../apps/api/src/platform/jobs/job-registry.js';
import { JobRun } from '../../apps/api/src/platform/jobs/job-run.entity.js';
import { JobSystem } from '../../apps/api/src/platform/jobs/job-system.js';
import { DEFAULT_JOB_TIMINGS, type JobTimings } from '../../apps/api/src/platform/jobs/job-timings.js';
import { Clock } from '../../apps/api/src/platform/runtime/clock.js';
import { migratedConfig, type FreshConfig, type TestBackend } from './services.js';

export type Work = (context: JobContext<number>) => Promise<void>;

/** A kind of job for a test, with a number as its payload. */
export const testJob = (name: string, maxAttempts = 3, backoffMs = 50): JobDefinition<number> =>
  defineJob({ name, maxAttempts, backoffMs, parse: (payload) => Number(payload) });

/** Impatient, so that tests need not wait; the order of magnitude between the figures is that of the program. */
const TIMINGS: JobTimings = { ...DEFAULT_JOB_TIMINGS, leaseMs: 1500, sweepMs: 150, stopGraceMs: 300 };
const silent = { warn: () => undefined, error: () => undefined };
/** Jobs that a process runs at a time. */
export const CONCURRENCY = 4;

/** One database with any number of job systems on it, each standing for a process of the installation. */
export class JobRig {
  private readonly systems: { readonly system: JobSystem; readonly close: () => void }[] = [];

  private constructor(
    private readonly fresh: FreshConfig,
    readonly database: Database,
  ) {}

  /** @param queue the backend's own where left out */
  static async open(backend: TestBackend, queue?: 'in-process'): Promise<JobRig> {
    const prepared = await migratedConfig(backend);
    const fresh = queue ? { ...prepared, config: { ...prepared.config, queue: { backend: queue } } } : prepared;
    const report = (error: unknown): void => {
      throw error;
    };
    return new JobRig(fresh, await openDatabase(fresh.config.database, ENTITIES, report));
  }

  /** Starts a process that knows these jobs, and runs them unless told only to send. */
  async start(
    jobs: readonly (readonly [JobDefinition<number>, Work])[],
    runJobs = true,
    timings: Partial<JobTimings> = {},
  ): Promise<JobSystem> {
    const registry = new JobRegistry();
    for (const [definition, work] of jobs) {
      registry.declare(definition).register({ definition, handle: work });
    }
    const { queue } = this.fresh.config;
    const liveEvents =
      queue.backend === 'redis' ? new RedisLiveEvents(queue.url, queue.prefix, silent) : new LocalLiveEvents();
    if (liveEvents instanceof RedisLiveEvents) await liveEvents.open();
    const backend =
      queue.backend === 'redis'
        ? new BullMqBackend({ url: queue.url, prefix: queue.prefix, concurrency: CONCURRENCY, log: silent })
        : new InProcessBackend(CONCURRENCY);
    const uow = this.database.unitOfWork;
    const clock = new Clock();
    const parts = { uow, clock, backend, liveEvents, registry, log: silent };
    const system = new JobSystem({ ...parts, timings: { ...TIMINGS, ...timings } });
    const close = (): void => {
      if (liveEvents instanceof RedisLiveEvents) liveEvents.close();
    };
    this.systems.push({ system, close });
    await system.start(runJobs);
    return system;
  }

  enqueue(system: JobSystem, definition: JobDefinition<number>, payload: number, key: string): Promise<string> {
    return this.database.unitOfWork.run((manager) => system.queue.enqueue(manager, definition, payload, { key }));
  }

  row(id: string): Promise<JobRun> {
    return this.database.unitOfWork.reader.findOneByOrFail(JobRun, { id });
  }

  rows(name: string): Promise<JobRun[]> {
    return this.database.unitOfWork.reader.find(JobRun, { where: { name }, order: { createdAt: 'ASC' } });
  }

  /** Called after each test: no process of one test takes part in the next. */
  async stopAll(): Promise<void> {
    for (const { system, close } of this.systems.splice(0)) {
      await system.stop();
      close();
    }
  }

  async close(): Promise<void> {
    await this.stopAll();
    await this.database.close();
    await this.fresh.cleanup();
  }

  /** Everything that Redis knows of this installation is gone; without Redis there is nothing to lose. */
  async loseQueue(): Promise<void> {
    const { queue } = this.fresh.config;
    if (queue.backend !== 'redis') return;
    const { Redis } = await import('ioredis');
    const redis = new Redis(queue.url);
    const keys = await redis.keys(`${queue.prefix}:*`);
    if (keys.length > 0) await redis.del(...keys);
    redis.disconnect();
  }
}

/** A place where handlers wait until the test lets them go. */
export class Gate {
  private opened!: () => void;
  readonly passed = new Promise<void>((resolve) => (this.opened = resolve));

  open(): void {
    this.opened();
  }
}

export const until = async (holds: () => boolean | Promise<boolean>, what: string, ms = 10_000): Promise<void> => {
  const deadline = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
