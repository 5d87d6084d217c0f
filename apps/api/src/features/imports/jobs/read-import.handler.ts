import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { JobCancelled } from '../../../platform/jobs/job-errors.js';
import type { JobContext, JobHandler } from '../../../platform/jobs/job-queue.js';
import { StageImport, StagingUnwanted } from '../application/stage-import.js';
import { WithdrawUpload } from '../application/withdraw-upload.js';
import { readImportJob, type UploadPayload } from './import.jobs.js';

/** How often the progress of reading is told, and a wish to stop is heard. */
const PULSE_MS = 400;

/** Reads an upload; cancelled by a person, it is discarded. */
@Injectable()
export class ReadImportHandler implements JobHandler<UploadPayload> {
  readonly definition = readImportJob;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly stage: StageImport,
    private readonly withdraw: WithdrawUpload,
  ) {}

  async handle({ payload: { uploadId }, progress }: JobContext<UploadPayload>): Promise<void> {
    const pulse = new Pulse(progress);
    try {
      await this.stage.run(uploadId, {
        signal: pulse.signal,
        onProgress: (done, total) => pulse.set(done, total),
      });
    } catch (error) {
      const reason = pulse.failure ?? error;
      if (reason instanceof StagingUnwanted) return;
      if (reason instanceof JobCancelled) await this.discard(uploadId);
      throw reason;
    } finally {
      await pulse.stop();
    }
  }

  private async discard(uploadId: string): Promise<void> {
    await this.uow.run(async (manager) => {
      const upload = await this.withdraw.settled(manager, uploadId);
      if (upload?.status === 'reading') await this.withdraw.discard(manager, uploadId);
    });
  }
}

/** Tells the newest progress at intervals, beside the work, and ends the work where telling it is refused. */
class Pulse {
  /** Why the work is to end. */
  failure: unknown = null;
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private telling: Promise<void> = Promise.resolve();
  private news: readonly [done: number, total: number] = [0, 0];
  private isBusy = false;

  constructor(private readonly progress: (done: number, total: number) => Promise<void>) {
    this.timer = setInterval(() => this.tell(), PULSE_MS);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  set(done: number, total: number): void {
    this.news = [done, total];
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.telling;
  }

  private tell(): void {
    if (this.isBusy || this.failure !== null) return;
    this.isBusy = true;
    this.telling = this.progress(...this.news).then(
      () => {
        this.isBusy = false;
      },
      (error: unknown) => {
        this.failure = error;
        this.controller.abort(error);
      },
    );
  }
}
