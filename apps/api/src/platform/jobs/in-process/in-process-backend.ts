import { JobBackend, TURNS, type Delivery, type Turn } from '../job-backend.js';

const MAX_DELAY_MS = 24 * 60 * 60 * 1000;

/** Jobs run in this very process, `concurrency` at a time; what a person waits for goes before parts of large jobs. */
export class InProcessBackend extends JobBackend {
  readonly name = 'in-process';
  private readonly lines: Readonly<Record<Turn, Set<string>>> = {
    first: new Set(),
    part: new Set(),
    afterwards: new Set(),
  };
  private readonly timers = new Set<NodeJS.Timeout>();
  private run: ((jobId: string) => Promise<void>) | null = null;
  private active = 0;

  constructor(private readonly concurrency: number) {
    super();
  }

  async open(): Promise<void> {}

  /** Without a consumer the ids are dropped: the ledger keeps them for the process that runs jobs. */
  send(deliveries: readonly Delivery[]): void {
    if (this.run === null) return;
    for (const delivery of deliveries) {
      if (delivery.delayMs > 0) this.later(delivery);
      else this.lines[delivery.turn].add(delivery.jobId);
    }
    this.pump();
  }

  async consume(run: (jobId: string) => Promise<void>): Promise<void> {
    this.run = run;
  }

  async pause(): Promise<void> {
    this.run = null;
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    for (const turn of TURNS) this.lines[turn].clear();
  }

  async close(): Promise<void> {
    await this.pause();
  }

  async ping(): Promise<void> {}

  private later(delivery: Delivery): void {
    const timer = setTimeout(
      () => {
        this.timers.delete(timer);
        this.send([{ ...delivery, delayMs: 0 }]);
      },
      Math.min(delivery.delayMs, MAX_DELAY_MS),
    );
    timer.unref();
    this.timers.add(timer);
  }

  private pump(): void {
    while (this.run !== null && this.active < this.concurrency) {
      const jobId = this.takeNext();
      if (jobId === undefined) return;
      this.active += 1;
      // The embedded database answers without waiting, so jobs that follow each other directly would keep requests and
      // timers from their turn.
      setImmediate(() => void this.take(jobId));
    }
  }

  private async take(jobId: string): Promise<void> {
    await this.run?.(jobId);
    this.active -= 1;
    this.pump();
  }

  private takeNext(): string | undefined {
    for (const line of TURNS.map((turn) => this.lines[turn])) {
      for (const jobId of line) {
        line.delete(jobId);
        return jobId;
      }
    }
    return undefined;
  }
}
