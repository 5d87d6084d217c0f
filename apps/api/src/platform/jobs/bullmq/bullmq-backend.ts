import type { JobsOptions, Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { JobBackend, type Delivery, type Turn } from '../job-backend.js';
import type { JobLog } from '../job-runner.js';
import { connectRedis, SENDING, WAITING } from './redis-connection.js';

const QUEUE = 'jobs';
/** The higher, the later; what has none goes before all that have one. */
const PRIORITY: Readonly<Record<Turn, number | null>> = { first: null, part: 10, afterwards: 20 };
const FINISH_MS = 1000;

export interface BullMqOptions {
  readonly url: string;
  readonly prefix: string;
  readonly concurrency: number;
  readonly log: JobLog;
}

/**
 * Carries ids through Redis to any number of processes. Tries, back-off and results are the ledger's business: a
 * delivery is never repeated by BullMQ and leaves nothing behind in Redis. The library is loaded on opening, so that a
 * start without Redis does not wait for it.
 */
export class BullMqBackend extends JobBackend {
  readonly name = 'redis';
  private readonly connections: Redis[] = [];
  private queue: Queue | null = null;
  private worker: Worker | null = null;

  constructor(private readonly options: BullMqOptions) {
    super();
  }

  async open(): Promise<void> {
    const bullmq = await import('bullmq');
    const connection = await this.connect(SENDING);
    this.queue = new bullmq.Queue(QUEUE, { connection, prefix: this.options.prefix });
    this.queue.on('error', (error) => this.complain(error));
    await this.queue.waitUntilReady();
  }

  send(deliveries: readonly Delivery[]): void {
    if (this.queue === null || deliveries.length === 0) return;
    const jobs = deliveries.map((delivery) => ({
      name: 'run',
      data: { jobId: delivery.jobId },
      opts: optionsOf(delivery),
    }));
    this.queue.addBulk(jobs).catch((error: Error) => this.complain(error));
  }

  async consume(run: (jobId: string) => Promise<void>): Promise<void> {
    const bullmq = await import('bullmq');
    const connection = await this.connect(WAITING);
    const { prefix, concurrency } = this.options;
    // A stalled delivery is given up: the lease in the ledger says whether the job must run again.
    const worker = new bullmq.Worker<{ jobId: string }>(QUEUE, (job) => run(job.data.jobId), {
      connection,
      prefix,
      concurrency,
      maxStalledCount: 0,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    });
    worker.on('error', (error) => this.complain(error));
    await worker.waitUntilReady();
    this.worker = worker;
  }

  async pause(): Promise<void> {
    await this.worker?.pause(true);
  }

  async close(): Promise<void> {
    await this.worker?.close(true);
    await this.queue?.close();
    for (const connection of this.connections) connection.disconnect();
    this.queue = null;
    this.worker = null;
  }

  async ping(): Promise<void> {
    const [connection] = this.connections;
    if (connection === undefined) throw new Error('not connected');
    await withinSeconds(connection.ping());
  }

  private async connect(options: typeof SENDING): Promise<Redis> {
    const connection = await connectRedis(this.options.url, options, (error) => this.complain(error));
    this.connections.push(connection);
    return connection;
  }

  private complain(error: Error): void {
    this.options.log.warn(`Redis: ${error.message}`);
  }
}

/** An id of its own for each occasion: BullMQ drops a second job with an id that it still has. */
const optionsOf = ({ jobId, tag, delayMs, turn }: Delivery): JobsOptions => ({
  jobId: `${jobId}.${tag}`,
  attempts: 1,
  removeOnComplete: true,
  removeOnFail: true,
  ...(delayMs > 0 ? { delay: delayMs } : {}),
  ...(PRIORITY[turn] === null ? {} : { priority: PRIORITY[turn] }),
});

const withinSeconds = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('no answer in time')), FINISH_MS).unref();
    }),
  ]);
