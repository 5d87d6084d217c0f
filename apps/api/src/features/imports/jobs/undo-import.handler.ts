import { Injectable } from '@nestjs/common';
import { DatabaseConflict } from '../../../platform/database/database-conflict.js';
import { JobCancelled } from '../../../platform/jobs/job-errors.js';
import type { JobContext, JobHandler } from '../../../platform/jobs/job-queue.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { UndoImport } from '../application/undo-import.js';
import { undoImportJob, type BatchPayload } from './import.jobs.js';

/** Undoes a batch; what stands in the way is told with the batch, which stays as it is saved. */
@Injectable()
export class UndoImportHandler implements JobHandler<BatchPayload> {
  readonly definition = undoImportJob;

  constructor(private readonly undo: UndoImport) {}

  async handle({ payload: { batchId }, progress }: JobContext<BatchPayload>): Promise<void> {
    try {
      await this.undo.run(batchId, progress);
    } catch (error) {
      if (error instanceof JobCancelled) await this.undo.giveUp(batchId, null);
      if (!(error instanceof DomainError) || error instanceof DatabaseConflict) throw error;
      const { code, params, issues } = error;
      await this.undo.giveUp(batchId, { code, params, issues });
    }
  }
}
