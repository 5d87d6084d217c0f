import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { ImportUploadView } from '../http/uploads.dto.js';
import { ImportBatchRepository } from '../persistence/import-batch.repository.js';
import { AccessImports } from './access-imports.js';
import { BatchViewsQuery } from './batch-views.query.js';
import { sumOfCounts } from './counts.js';
import { settledStatus, type BatchStatus, type UploadStatus } from './import-status.js';

/** An upload with all its files, as it stands now. */
@Injectable()
export class UploadViewQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: AccessImports,
    private readonly batches: ImportBatchRepository,
    private readonly views: BatchViewsQuery,
  ) {}

  /** @throws DomainError `not-found` */
  async run(user: CurrentUser, uploadId: string, locale: Locale): Promise<ImportUploadView> {
    const manager = this.uow.reader;
    const batches = await this.access.batchesOf(manager, user, uploadId);
    const upload = await this.batches.upload(manager, uploadId);
    if (upload === null) throw new DomainError('not-found');
    const { year, jobId, outdated } = upload;
    const job = jobId === null ? null : await this.batches.jobStatus(manager, jobId);
    const settled = settledStatus(upload.status, job);
    const views = await this.views.run(manager, user, batches, locale);
    const shown = settled === upload.status ? views : views.map((view) => ({ ...view, status: settled }));
    const counted = shown.filter(({ status }) => status !== 'discarded');
    return {
      uploadId,
      year,
      status: statusOf(
        settled,
        shown.map(({ status }) => status),
      ),
      jobId,
      outdated,
      counts: sumOfCounts(counted.map(({ counts }) => counts)),
      batches: shown,
    };
  }
}

/** A file that cannot be read keeps the others from being confirmed; batches are undone one by one. */
function statusOf(upload: UploadStatus, batches: readonly BatchStatus[]): BatchStatus {
  if (upload === 'ready' && batches.includes('failed')) return 'failed';
  if (upload !== 'saved') return upload;
  if (batches.includes('undoing')) return 'undoing';
  return batches.every((status) => status === 'undone' || status === 'discarded') ? 'undone' : 'saved';
}
