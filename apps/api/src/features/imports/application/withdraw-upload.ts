import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FileStore } from '../../../platform/files/file-store.js';
import type { ImportBatch } from '../persistence/import-batch.entity.js';
import { ImportBatchRepository } from '../persistence/import-batch.repository.js';
import { settledStatus } from './import-status.js';

const NOT_SAVED = new Set<ImportBatch['status']>(['reading', 'ready', 'saving', 'failed']);

/** Gives up what was not saved: files, and what was understood of them. That there was an upload is kept. */
@Injectable()
export class WithdrawUpload {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileStore,
    private readonly batches: ImportBatchRepository,
  ) {}

  /** Discards the whole upload, in the transaction of the caller, who holds it. */
  async discard(manager: EntityManager, uploadId: string): Promise<void> {
    for (const batch of await this.batches.batchesOf(manager, uploadId)) await this.discardBatch(manager, batch);
    await this.batches.updateUpload(manager, uploadId, { status: 'discarded' });
  }

  async discardBatch(manager: EntityManager, batch: ImportBatch): Promise<void> {
    if (!NOT_SAVED.has(batch.status)) return;
    await this.batches.clear(manager, batch.id);
    if (batch.fileKept) await this.files.release(manager, batch.sha256);
    await this.batches.updateBatch(manager, batch.id, { status: 'discarded', fileKept: false, departmentGoals: null });
  }

  /** Leaves no trace of an upload that was not received whole. */
  async remove(uploadId: string): Promise<void> {
    await this.uow.run(async (manager) => {
      if ((await this.batches.holdUpload(manager, uploadId)) === null) return;
      for (const batch of await this.batches.batchesOf(manager, uploadId)) {
        if (batch.fileKept) await this.files.release(manager, batch.sha256);
      }
      await this.batches.remove(manager, uploadId);
    });
  }

  /** The upload, held, in the state that its job has left it in; null where there is none. */
  async settled(manager: EntityManager, uploadId: string) {
    const upload = await this.batches.holdUpload(manager, uploadId);
    if (upload === null) return null;
    const job = upload.jobId === null ? null : await this.batches.jobStatus(manager, upload.jobId);
    const status = settledStatus(upload.status, job);
    if (status === upload.status) return upload;
    if (status === 'discarded') await this.discard(manager, uploadId);
    else await this.reopen(manager, uploadId);
    return { ...upload, status };
  }

  /** Saving was not done: everything is again as it was before it. */
  async reopen(manager: EntityManager, uploadId: string): Promise<void> {
    for (const { id, status } of await this.batches.batchesOf(manager, uploadId)) {
      if (status === 'saving') await this.batches.updateBatch(manager, id, { status: 'ready' });
    }
    await this.batches.updateUpload(manager, uploadId, { status: 'ready' });
  }
}
