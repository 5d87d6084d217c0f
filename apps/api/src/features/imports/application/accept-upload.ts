import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { actorAmong, type Actor, type ActorFrom, type CurrentUser } from '../../../platform/http/access.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import { OrganisationAccess } from '../../organisations/index.js';
import type { UploadAccepted } from '../http/uploads.dto.js';
import { readImportJob, uploadKey } from '../jobs/import.jobs.js';
import type { ImportBatch } from '../persistence/import-batch.entity.js';
import { ImportBatchRepository } from '../persistence/import-batch.repository.js';
import type { ImportUpload } from '../persistence/import-upload.entity.js';
import { importSubject } from './import-subject.js';
import type { TargetFile } from './parse-documents.js';
import { reachOf } from './reach.js';
import type { UnitChoice } from './resolve-unit.js';
import { WithdrawUpload } from './withdraw-upload.js';

/** What the uploader says beside the files. */
export interface ImportRequest extends Partial<UnitChoice> {
  readonly year: number;
}

/** Longest file name that is stored, its end with the extension. */
const MAX_FILE_NAME = 255;

/** Takes the files of an upload into the store, one after the other, and has them read. */
@Injectable()
export class AcceptUpload {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileStore,
    private readonly batches: ImportBatchRepository,
    private readonly access: OrganisationAccess,
    private readonly withdraw: WithdrawUpload,
    private readonly queue: JobQueue,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @param receive gives each file to `take` and returns what was said beside them
   * @throws DomainError `no-files`, `not-found` for an organisation out of reach, and what `receive` throws; then nothing
   *   of the upload is kept
   */
  async run(
    user: CurrentUser,
    receive: (take: (file: TargetFile) => Promise<void>) => Promise<ImportRequest>,
    remoteAddress: string | null,
  ): Promise<UploadAccepted> {
    const uploadId = newId();
    const batchIds: string[] = [];
    try {
      const request = await receive(async (file) => {
        const batchId = await this.keep(user, uploadId, batchIds.length, file, remoteAddress);
        batchIds.push(batchId);
      });
      return await this.accept(user, uploadId, batchIds, request, remoteAddress);
    } catch (error) {
      await this.withdraw.remove(uploadId);
      throw error;
    }
  }

  /** The same for files that are at hand, without a job that reads them. */
  async take(user: CurrentUser, files: readonly TargetFile[], request: ImportRequest): Promise<string> {
    if (files.length === 0) throw new DomainError('no-files');
    const uploadId = newId();
    for (const [ordinal, file] of files.entries()) await this.keep(user, uploadId, ordinal, file, null);
    await this.uow.run((manager) => this.describe(manager, user, uploadId, request));
    return uploadId;
  }

  private async accept(
    user: CurrentUser,
    uploadId: string,
    batchIds: string[],
    request: ImportRequest,
    remoteAddress: string | null,
  ): Promise<UploadAccepted> {
    if (batchIds.length === 0) throw new DomainError('no-files');
    const jobId = await this.uow.run(async (manager) => {
      const by = await this.describe(manager, user, uploadId, request);
      await this.record(manager, uploadId, request.year, { ...by, remoteAddress });
      const options = { key: uploadKey(uploadId), requestedBy: by.actor, requestedFor: by.onBehalfOf };
      const job = await this.queue.enqueue(manager, readImportJob, { uploadId }, options);
      await this.batches.updateUpload(manager, uploadId, { jobId: job });
      return job;
    });
    return { uploadId, jobId, batchIds };
  }

  /** @returns who uploads, and for whom */
  private async describe(
    manager: EntityManager,
    user: CurrentUser,
    uploadId: string,
    { year, organisationId = null, unitCode = null, rootIfUnnamed = false }: ImportRequest,
  ): Promise<Actor> {
    const chosen = organisationId && (await this.access.require(user, organisationId, 'targets.import'));
    await this.batches.updateUpload(manager, uploadId, { year, organisationId, unitCode, rootIfUnnamed });
    return actorAmong(user, 'targets.import', chosen ? [chosen.path] : []);
  }

  private async record(manager: EntityManager, uploadId: string, year: number, by: ActorFrom): Promise<void> {
    const batches = await this.batches.batchesOf(manager, uploadId);
    await this.audit.recordMany(
      manager,
      batches.map(({ id, file, sha256 }) => ({
        ...by,
        action: 'imports.upload',
        subject: importSubject({ id }),
        after: { file, sha256, year },
      })),
    );
  }

  private async keep(
    user: CurrentUser,
    uploadId: string,
    ordinal: number,
    { name, bytes }: TargetFile,
    remoteAddress: string | null,
  ): Promise<string> {
    const now = this.clock.now();
    return this.uow.run(async (manager) => {
      if (ordinal === 0) await this.batches.insertUpload(manager, newUpload(uploadId, user, remoteAddress, now));
      const stored = await this.files.put(manager, bytes);
      const batch = { ...EMPTY_BATCH, ...stored, id: newId(), uploadId, ordinal, file: name.slice(-MAX_FILE_NAME) };
      await this.batches.insertBatch(manager, { ...batch, importedBy: user.username, importedAt: now });
      return batch.id;
    });
  }
}

const newUpload = (id: string, user: CurrentUser, remoteAddress: string | null, now: string): ImportUpload => ({
  id,
  year: 0,
  status: 'reading',
  organisationId: null,
  unitCode: null,
  rootIfUnnamed: false,
  uploadedBy: user.username,
  reach: reachOf(user),
  remoteAddress,
  jobId: null,
  outdated: false,
  confirmedBy: null,
  createdAt: now,
});

const EMPTY_BATCH = {
  status: 'reading',
  fileKept: true,
  year: null,
  yearInferred: null,
  organisationId: null,
  newProjects: 0,
  changedProjects: 0,
  unchangedProjects: 0,
  missingProjects: 0,
  refusedProjects: 0,
  indicators: 0,
  warningCount: 0,
  warnings: [],
  departmentGoals: null,
  failure: null,
  confirmedFor: null,
  savedAt: null,
  savedBy: null,
  undoJobId: null,
  undoneAt: null,
  undoneBy: null,
  undoneFor: null,
  undoAddress: null,
} as const satisfies Partial<ImportBatch>;
