import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { JobCancelled } from '../../../platform/jobs/job-errors.js';
import type { JobContext, JobHandler } from '../../../platform/jobs/job-queue.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { RefreshPlan } from '../application/refresh-plan.js';
import { SaveUpload } from '../application/save-upload.js';
import { WithdrawUpload } from '../application/withdraw-upload.js';
import { saveImportJob, type UploadPayload } from './import.jobs.js';

/** Saves an upload; where what is stored has changed since, it is shown anew instead; cancelled, it can be confirmed again. */
@Injectable()
export class SaveImportHandler implements JobHandler<UploadPayload> {
  readonly definition = saveImportJob;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly save: SaveUpload,
    private readonly refresh: RefreshPlan,
    private readonly withdraw: WithdrawUpload,
  ) {}

  async handle({ payload: { uploadId }, progress }: JobContext<UploadPayload>): Promise<void> {
    try {
      await this.save.run(uploadId, progress);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'import-outdated') return this.refresh.run(uploadId);
      if (error instanceof JobCancelled) await this.reopen(uploadId);
      throw error;
    }
  }

  private async reopen(uploadId: string): Promise<void> {
    await this.uow.run(async (manager) => {
      const upload = await this.withdraw.settled(manager, uploadId);
      if (upload?.status === 'saving') await this.withdraw.reopen(manager, uploadId);
    });
  }
}
