import {
  Injectable,
  Logger,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { AppConfig } from '../../config/app-config.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { DomainEvents } from '../events/domain-events.js';
import { LiveEvents } from '../events/live-events.js';
import { LocalLiveEvents } from '../events/local-live-events.js';
import { Clock } from '../runtime/clock.js';
import { BullMqBackend } from './bullmq/bullmq-backend.js';
import { RedisLiveEvents } from './bullmq/redis-live-events.js';
import { InProcessBackend } from './in-process/in-process-backend.js';
import { JobBackend } from './job-backend.js';
import { JobQueue } from './job-queue.js';
import { JobRegistry } from './job-registry.js';
import { JobSystem } from './job-system.js';
import { QueueStatus } from './queue-status.js';
import { RepeatedWork } from './repeated-work.js';

const log = new Logger('Jobs');

const backendOf = ({ queue, jobs }: AppConfig): JobBackend =>
  queue.backend === 'in-process'
    ? new InProcessBackend(jobs.concurrency)
    : new BullMqBackend({ url: queue.url, prefix: queue.prefix, concurrency: jobs.concurrency, log });

const liveEventsOf = ({ queue }: AppConfig): LiveEvents =>
  queue.backend === 'in-process' ? new LocalLiveEvents() : new RedisLiveEvents(queue.url, queue.prefix, log);

/** Starts background work after all modules have registered their jobs, and stops it before the server closes. */
@Injectable()
class JobLifecycle implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private started = false;

  constructor(
    private readonly system: JobSystem,
    private readonly liveEvents: LiveEvents,
    private readonly runJobs: boolean,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.liveEvents instanceof RedisLiveEvents) await this.liveEvents.open();
    await this.system.start(this.runJobs);
    this.started = true;
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.started) await this.system.stop();
    if (this.liveEvents instanceof RedisLiveEvents) this.liveEvents.close();
  }
}

/** Background work and events for all features, on the configured backend. */
@Module({})
export class QueueModule {
  /** @param runJobs false: this process only sends jobs */
  static of(config: AppConfig, runJobs: boolean): DynamicModule {
    return {
      module: QueueModule,
      global: true,
      providers: [
        DomainEvents,
        JobRegistry,
        { provide: JobBackend, useFactory: () => backendOf(config) },
        { provide: LiveEvents, useFactory: () => liveEventsOf(config) },
        {
          provide: JobSystem,
          useFactory: (
            uow: UnitOfWork,
            clock: Clock,
            backend: JobBackend,
            liveEvents: LiveEvents,
            registry: JobRegistry,
          ) => new JobSystem({ uow, clock, backend, liveEvents, registry, log }),
          inject: [UnitOfWork, Clock, JobBackend, LiveEvents, JobRegistry],
        },
        { provide: RepeatedWork, useValue: new RepeatedWork(runJobs) },
        { provide: JobQueue, useFactory: (system: JobSystem) => system.queue, inject: [JobSystem] },
        { provide: QueueStatus, useFactory: (backend: JobBackend) => new QueueStatus(backend), inject: [JobBackend] },
        {
          provide: JobLifecycle,
          useFactory: (system: JobSystem, liveEvents: LiveEvents) => new JobLifecycle(system, liveEvents, runJobs),
          inject: [JobSystem, LiveEvents],
        },
      ],
      exports: [DomainEvents, JobQueue, JobRegistry, LiveEvents, QueueStatus, RepeatedWork],
    };
  }
}
