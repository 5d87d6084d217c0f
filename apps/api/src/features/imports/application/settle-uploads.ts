import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { ImportBatchRepository } from '../persistence/import-batch.repository.js';
import { isOver } from './import-status.js';
import { UndoImport } from './undo-import.js';
import { WithdrawUpload } from './withdraw-upload.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** What nobody confirms within a week is given up. */
export const KEEP_UNCONFIRMED_MS = 7 * DAY_MS;
/** An upload without a job is still being received, at most for so long. */
const RECEIVING_MS = 60 * 60 * 1000;

/** Brings uploads whose job has ended without them to an end as well, and gives up those that nobody confirms. */
@Injectable()
export class SettleUploads {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly batches: ImportBatchRepository,
    private readonly withdraw: WithdrawUpload,
    private readonly undo: UndoImport,
    private readonly clock: Clock,
  ) {}

  /** Any number of processes may run it at once: each upload is held while it is looked at. */
  async run(): Promise<void> {
    const tooOld = this.clock.later(-KEEP_UNCONFIRMED_MS);
    const received = this.clock.later(-RECEIVING_MS);
    for (const { id, status, jobId, createdAt } of await this.batches.unsettled(this.uow.reader, tooOld)) {
      if (status === 'reading' && jobId === null && createdAt > received) continue;
      await this.uow.run(async (manager) => {
        const upload = await this.withdraw.settled(manager, id);
        if (upload?.status === 'ready' && upload.createdAt < tooOld) await this.withdraw.discard(manager, id);
      });
    }
    for (const { id, undoJobId } of await this.batches.undoing(this.uow.reader)) {
      const job = undoJobId === null ? null : await this.batches.jobStatus(this.uow.reader, undoJobId);
      if (isOver(job)) await this.undo.giveUp(id, null);
    }
  }
}
