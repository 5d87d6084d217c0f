import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

interface Repeated {
  readonly name: string;
  readonly everyMs: number;
  readonly work: () => Promise<unknown>;
}

/**
 * What the slices want done again and again: at the start and then at intervals, in the processes that run jobs. Any number
 * of processes may do it at the same time, so the work itself must bear that.
 */
export class RepeatedWork implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('RepeatedWork');
  private readonly repeated: Repeated[] = [];
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly underWay = new Map<string, Promise<unknown>>();

  constructor(private readonly runs: boolean) {}

  /**
   * Call while modules are made. One time after the other; a database that is away now is asked again at the next.
   * @param name what a failure is logged as
   */
  every(everyMs: number, name: string, work: () => Promise<unknown>): void {
    this.repeated.push({ name, everyMs, work });
  }

  onApplicationBootstrap(): void {
    if (!this.runs) return;
    for (const each of this.repeated) {
      const timer = setInterval(() => this.begin(each), each.everyMs);
      timer.unref();
      this.timers.push(timer);
      this.begin(each);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all(this.underWay.values());
  }

  private begin({ name, work }: Repeated): void {
    const last = this.underWay.get(name) ?? Promise.resolve();
    const next = last.then(work).catch((error: unknown) => this.logger.error(`${name} failed`, error));
    this.underWay.set(name, next);
  }
}
