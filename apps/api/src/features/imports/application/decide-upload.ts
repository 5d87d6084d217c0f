import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { saveImportJob, uploadKey } from '../jobs/import.jobs.js';
import type { ImportBatch } from '../persistence/import-batch.entity.js';
import { ImportBatchRepository } from '../persistence/import-batch.repository.js';
import type { ImportUpload } from '../persistence/import-upload.entity.js';
import { StagedRepository } from '../persistence/staged.repository.js';
import { AccessImports } from './access-imports.js';
import { importSubject } from './import-subject.js';
import { reachOf } from './reach.js';
import { WithdrawUpload } from './withdraw-upload.js';

/** Refused projects that a refusal of the whole names one by one. */
const MOST_NAMED = 100;

/** What a person decides about an upload that was read: to save it, to give it up, or to go on without one of its files. */
@Injectable()
export class DecideUpload {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: AccessImports,
    private readonly batches: ImportBatchRepository,
    private readonly staged: StagedRepository,
    private readonly withdraw: WithdrawUpload,
    private readonly queue: JobQueue,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Has the upload saved, as a job. Confirming twice is one confirmation, also where the first is carried out meanwhile.
   * @returns the job's id
   * @throws DomainError `not-found`, `forbidden`, `import-not-ready`, `import-over`, `import-file-failed`,
   *   `nothing-to-save`
   */
  async confirm(user: CurrentUser, uploadId: string, remoteAddress: string): Promise<string> {
    return this.uow.run(async (manager) => {
      const { upload, batches } = await this.held(manager, user, uploadId);
      const isOwn = upload.confirmedBy === user.username;
      if (upload.jobId !== null && (upload.status === 'saving' || (upload.status === 'saved' && isOwn))) {
        return upload.jobId;
      }
      requireReady(upload);
      await this.requireSomething(manager, batches);
      await this.access.requireImport(
        manager,
        user,
        batches.map(({ id }) => id),
      );
      const requestedFor = await this.begin(manager, user, upload, batches);
      const options = { key: uploadKey(uploadId), requestedBy: user.username, requestedFor };
      const jobId = await this.queue.enqueue(manager, saveImportJob, { uploadId }, options);
      await this.batches.updateUpload(manager, uploadId, { jobId, remoteAddress });
      return jobId;
    });
  }

  /** The same in the transaction of the caller, who then saves it himself. */
  async confirmNow(manager: EntityManager, user: CurrentUser, uploadId: string): Promise<void> {
    const upload = await this.batches.holdUpload(manager, uploadId);
    if (upload === null) throw new DomainError('not-found');
    const batches = await this.batches.batchesOf(manager, uploadId);
    await this.requireSomething(manager, batches);
    await this.begin(manager, user, upload, batches);
  }

  /** @throws DomainError `not-found`, `forbidden`, `import-over` */
  async discard(user: CurrentUser, uploadId: string, remoteAddress: string): Promise<void> {
    await this.uow.run(async (manager) => {
      const { upload, batches } = await this.held(manager, user, uploadId);
      if (upload.status === 'discarded') return;
      if (upload.status === 'saving') throw new DomainError('import-not-ready');
      if (upload.status === 'saved') throw new DomainError('import-over');
      await this.requireOwn(manager, user, upload, batches);
      await this.recordDiscard(manager, user, upload, batches, remoteAddress);
      await this.withdraw.discard(manager, uploadId);
      if (upload.status === 'reading' && upload.jobId !== null) await this.queue.cancel(upload.jobId);
    });
  }

  /** @throws DomainError `not-found`, `forbidden`, `import-not-ready`, `import-over` */
  async drop(user: CurrentUser, batchId: string, remoteAddress: string): Promise<void> {
    await this.uow.run(async (manager) => {
      const { uploadId } = await this.access.batch(manager, user, batchId);
      const { upload, batches } = await this.held(manager, user, uploadId);
      requireReady(upload);
      await this.requireOwn(manager, user, upload, batches);
      const batch = batches.find(({ id }) => id === batchId);
      if (batch === undefined) return;
      await this.recordDiscard(manager, user, upload, [batch], remoteAddress);
      await this.withdraw.discardBatch(manager, batch);
      const others = batches.filter(({ id, status }) => id !== batchId && status !== 'discarded');
      if (others.length === 0) await this.batches.updateUpload(manager, uploadId, { status: 'discarded' });
    });
  }

  private async held(manager: EntityManager, user: CurrentUser, uploadId: string) {
    await this.access.batchesOf(manager, user, uploadId);
    const upload = await this.withdraw.settled(manager, uploadId);
    if (upload === null) throw new DomainError('not-found');
    return { upload, batches: await this.batches.batchesOf(manager, uploadId) };
  }

  /** Who uploaded it may take it back, and so may who could confirm it. */
  private async requireOwn(
    manager: EntityManager,
    user: CurrentUser,
    upload: ImportUpload,
    batches: readonly ImportBatch[],
  ): Promise<void> {
    if (upload.uploadedBy === user.username) return;
    await this.access.requireImport(
      manager,
      user,
      batches.map(({ id }) => id),
    );
  }

  /**
   * Who confirms, and for whom, is kept with it: it is saved later.
   * @returns whose deputy confirms; of several files the first that he could not have confirmed in his own name
   */
  private async begin(
    manager: EntityManager,
    user: CurrentUser,
    { id }: ImportUpload,
    batches: readonly ImportBatch[],
  ): Promise<string | null> {
    const principals: (string | null)[] = [];
    for (const batch of batches) {
      if (batch.status !== 'ready') continue;
      const units = await this.batches.unitsOf(manager, [batch.id]);
      const { onBehalfOf: confirmedFor } = await this.access.actor(manager, user, units);
      await this.batches.updateBatch(manager, batch.id, { status: 'saving', confirmedFor });
      principals.push(confirmedFor);
    }
    const change = { status: 'saving', confirmedBy: user.username, reach: reachOf(user), outdated: false } as const;
    await this.batches.updateUpload(manager, id, change);
    return principals.find((principal) => principal !== null) ?? null;
  }

  private async recordDiscard(
    manager: EntityManager,
    user: CurrentUser,
    { organisationId }: ImportUpload,
    batches: readonly ImportBatch[],
    remoteAddress: string,
  ): Promise<void> {
    for (const { id, file, sha256, status } of batches) {
      if (status === 'discarded') continue;
      const units = await this.batches.unitsOf(manager, [id]);
      const by = await this.access.actor(manager, user, units, organisationId);
      await this.audit.record(manager, {
        ...by,
        action: 'imports.discard',
        subject: importSubject({ id }),
        before: { file, sha256 },
        remoteAddress,
      });
    }
  }

  private async requireSomething(manager: EntityManager, batches: readonly ImportBatch[]): Promise<void> {
    const failed = batches.find(({ status }) => status === 'failed');
    if (failed !== undefined) throw new DomainError('import-file-failed', { file: failed.file });
    const ready = batches.filter(({ status }) => status === 'ready');
    const isSomething = ({ newProjects, changedProjects, unchangedProjects, departmentGoals }: ImportBatch): boolean =>
      newProjects + changedProjects + unchangedProjects > 0 || departmentGoals !== null;
    if (ready.some(isSomething)) return;
    const refused = ready.reduce((sum, { refusedProjects }) => sum + refusedProjects, 0);
    const issues = [];
    for (const { id } of ready) issues.push(...(await this.staged.refusals(manager, id, MOST_NAMED)));
    throw new DomainError('nothing-to-save', { refused }, issues.slice(0, MOST_NAMED));
  }
}

function requireReady({ status }: ImportUpload): void {
  if (status === 'reading' || status === 'saving') throw new DomainError('import-not-ready');
  if (status !== 'ready') throw new DomainError('import-over');
}
