import { describeFailure } from './job-errors.js';
import type { JobRun } from './job-run.entity.js';
import type { JobLog, JobRunner } from './job-runner.js';
import type { JobTimings } from './job-timings.js';
import type { JobUpkeep } from './job-upkeep.repository.js';

const PRUNE_EVERY_MS = 60 * 60 * 1000;

/**
 * Looks through the ledger at intervals: sends due jobs that no queue carries, takes back those of dead workers,
 * renews the leases of what runs here, and removes what ended long ago.
 */
export class Sweeper {
  private timers: NodeJS.Timeout[] = [];
  private sweeping: Promise<void> | null = null;
  private lastPrune = 0;

  constructor(
    private readonly upkeep: JobUpkeep,
    private readonly runner: JobRunner,
    private readonly ownToken: string,
    private readonly send: (runs: readonly JobRun[]) => void,
    private readonly timings: JobTimings,
    private readonly log: JobLog,
  ) {}

  /** The first look is taken at once, so that a restart goes on where the last process was cut off. */
  async start(): Promise<void> {
    await this.sweep();
    this.timers = [
      setInterval(() => void this.sweep(), this.timings.sweepMs),
      setInterval(() => void this.guarded(() => this.runner.renewLeases()), this.timings.leaseMs / 3),
    ];
    for (const timer of this.timers) timer.unref();
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    this.timers = [];
    await this.sweeping;
  }

  /** One look through; a look that begins while another is under way is that one. */
  sweep(): Promise<void> {
    this.sweeping ??= this.guarded(() => this.look()).finally(() => {
      this.sweeping = null;
    });
    return this.sweeping;
  }

  private async look(): Promise<void> {
    await this.upkeep.takeBackAbandoned(this.ownToken);
    await this.upkeep.settleParents();
    this.send(await this.upkeep.due());
    if (Date.now() - this.lastPrune < PRUNE_EVERY_MS) return;
    this.lastPrune = Date.now();
    await this.upkeep.prune(this.timings.keepEndedMs);
  }

  private async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.log.warn(`Looking through the jobs failed, tried again soon: ${describeFailure(error)}`);
    }
  }
}
