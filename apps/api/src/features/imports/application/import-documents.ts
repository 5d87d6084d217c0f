import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { FiscalYearRepository } from '../../targets/index.js';
import { ImportBatchRepository } from '../persistence/import-batch.repository.js';
import { AcceptUpload, type ImportRequest } from './accept-upload.js';
import { DecideUpload } from './decide-upload.js';
import type { TargetFile } from './parse-documents.js';
import { SaveUpload } from './save-upload.js';
import { StageImport } from './stage-import.js';

export interface ImportNow extends ImportRequest {
  readonly files: readonly TargetFile[];
  /** Everything is done, and nothing of it kept. */
  readonly dryRun?: boolean;
}

/** Reads and saves documents at once, in one transaction: all files or none, and whatever stops it leaves nothing behind. */
@Injectable()
export class ImportDocuments {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accept: AcceptUpload,
    private readonly stage: StageImport,
    private readonly decide: DecideUpload,
    private readonly save: SaveUpload,
    private readonly batches: ImportBatchRepository,
    private readonly years: FiscalYearRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param describe looks at the upload before the transaction ends, where a dry run loses it
   * @throws DomainError why a file cannot be read; `nothing-to-save` where all its projects are refused
   */
  async run<T>(
    user: CurrentUser,
    { files, dryRun = false, ...request }: ImportNow,
    describe: (manager: EntityManager, uploadId: string) => Promise<T>,
  ): Promise<T> {
    try {
      return await this.uow.run(async (manager) => {
        await this.years.hold(manager, request.year, this.clock.now());
        const uploadId = await this.accept.take(user, files, request);
        await this.stage.run(uploadId);
        await this.requireRead(manager, uploadId);
        if (!dryRun) {
          await this.decide.confirmNow(manager, user, uploadId);
          await this.save.run(uploadId);
        }
        const result = await describe(manager, uploadId);
        if (dryRun) throw new DryRun(result);
        return result;
      });
    } catch (error) {
      if (error instanceof DryRun) return error.result as T;
      throw error;
    }
  }

  private async requireRead(manager: EntityManager, uploadId: string): Promise<void> {
    for (const { failure } of await this.batches.batchesOf(manager, uploadId)) {
      if (failure !== null) throw new DomainError(failure.code, failure.params, failure.issues);
    }
  }
}

/** Undoes the transaction of a dry run, and carries its result out of it. */
class DryRun extends Error {
  constructor(readonly result: unknown) {
    super('dry run');
  }
}
