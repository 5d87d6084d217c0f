import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor, CurrentUser } from '../../../platform/http/access.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { FiscalYearRepository, ReplaceDepartmentGoals, UndoTargets, type UndoneTargets } from '../../targets/index.js';
import { batchKey, undoImportJob } from '../jobs/import.jobs.js';
import { DepartmentGoalsBefore } from '../persistence/department-goals-before.repository.js';
import type { BatchFailure, ImportBatch } from '../persistence/import-batch.entity.js';
import { ImportBatchRepository } from '../persistence/import-batch.repository.js';
import { AccessImports } from './access-imports.js';
import { isOver } from './import-status.js';
import { importSubject } from './import-subject.js';
import { undoerOf } from './reach.js';
import type { ReportProgress } from './save-upload.js';

const NOT_UNDONE = { undoneBy: null, undoneFor: null, undoAddress: null } as const;

/** Takes back what a saved batch has done to projects and department goals. Units that it added stay. */
@Injectable()
export class UndoImport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: AccessImports,
    private readonly batches: ImportBatchRepository,
    private readonly targets: UndoTargets,
    private readonly goals: ReplaceDepartmentGoals,
    private readonly goalsBefore: DepartmentGoalsBefore,
    private readonly years: FiscalYearRepository,
    private readonly queue: JobQueue,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Has the batch undone, as a job; asking twice is asking once.
   * @returns the job's id
   * @throws DomainError `not-found`, `forbidden`, `import-not-undoable`
   */
  async request(user: CurrentUser, batchId: string, remoteAddress: string): Promise<string> {
    return this.uow.run(async (manager) => {
      const batch = await this.held(manager, user, batchId);
      if (batch.status === 'undoing' && batch.undoJobId !== null) return batch.undoJobId;
      const { actor, onBehalfOf } = await this.begin(manager, user, batch, remoteAddress);
      const options = { key: batchKey(batchId), requestedBy: actor, requestedFor: onBehalfOf };
      const undoJobId = await this.queue.enqueue(manager, undoImportJob, { batchId }, options);
      await this.batches.updateBatch(manager, batchId, { undoJobId });
      return undoJobId;
    });
  }

  /** The same at once. @throws DomainError what `request` refuses, and `undo-refused` */
  async now(user: CurrentUser, batchId: string): Promise<UndoneTargets & { readonly year: number }> {
    return this.uow.run(async (manager) => {
      const batch = await this.held(manager, user, batchId);
      await this.begin(manager, user, batch, null);
      const undone = await this.run(batchId);
      if (undone === null || batch.year === null) throw new DomainError('import-not-undoable');
      return { ...undone, year: batch.year };
    });
  }

  /**
   * Undoes a batch for which that was requested; without effect (null) for any other.
   * @throws DomainError `undo-refused` with what stands in the way; nothing is undone then
   */
  async run(batchId: string, progress?: ReportProgress): Promise<UndoneTargets | null> {
    return this.uow.run(async (manager) => {
      const seen = await this.batches.batch(manager, batchId);
      if (seen?.status !== 'undoing' || seen.year === null || seen.savedAt === null) return null;
      await this.years.hold(manager, seen.year, this.clock.now());
      await this.batches.holdUpload(manager, seen.uploadId);
      const batch = await this.batches.batch(manager, batchId);
      if (batch?.status !== 'undoing') return null;
      const by = undoerOf(batch);
      const options = { ...by, ...(progress === undefined ? {} : { progress }) };
      const undone = await this.targets.run(manager, batchId, seen.savedAt, options);
      await this.restoreGoals(manager, seen.year, batch);
      await this.batches.updateBatch(manager, batchId, {
        status: 'undone',
        undoneAt: this.clock.now(),
        failure: null,
      });
      const { file, sha256 } = batch;
      const before = { file, sha256, year: seen.year, savedAt: seen.savedAt };
      await this.audit.record(manager, {
        ...by,
        action: 'imports.undo',
        subject: importSubject(batch),
        before,
        after: undone,
      });
      return undone;
    });
  }

  /** The batch stays as it is saved. @param failure what stood in the way; null where it was given up */
  async giveUp(batchId: string, failure: BatchFailure | null): Promise<void> {
    await this.uow.run(async (manager) => {
      const batch = await this.batches.batch(manager, batchId);
      if (batch === null) return;
      await this.batches.holdUpload(manager, batch.uploadId);
      await this.batches.endUndoing(manager, batchId, { ...NOT_UNDONE, status: 'saved', failure });
    });
  }

  private async held(manager: EntityManager, user: CurrentUser, batchId: string): Promise<ImportBatch> {
    const { uploadId } = await this.access.batch(manager, user, batchId);
    await this.batches.holdUpload(manager, uploadId);
    const batch = await this.access.batch(manager, user, batchId);
    if (batch.status !== 'undoing' || batch.undoJobId === null) return batch;
    const job = await this.batches.jobStatus(manager, batch.undoJobId);
    return isOver(job) ? { ...batch, status: 'saved' } : batch;
  }

  /** Who has it undone is kept with it: the job comes later. */
  private async begin(
    manager: EntityManager,
    user: CurrentUser,
    { id, status }: ImportBatch,
    undoAddress: string | null,
  ): Promise<Actor> {
    if (status !== 'saved') throw new DomainError('import-not-undoable');
    await this.access.requireImport(manager, user, [id]);
    const by = await this.access.actor(manager, user, await this.batches.unitsOf(manager, [id]));
    const signature = { undoneBy: by.actor, undoneFor: by.onBehalfOf, undoAddress };
    await this.batches.updateBatch(manager, id, { ...signature, status: 'undoing', undoJobId: null, failure: null });
    return by;
  }

  /** Goals that another document has replaced since then stay as that one has them. */
  private async restoreGoals(manager: EntityManager, year: number, batch: ImportBatch): Promise<void> {
    for (const { organisationId, goalsBefore } of await this.batches.unitsOf(manager, [batch.id])) {
      if (goalsBefore === null || organisationId === null) continue;
      const present = await this.goalsBefore.of(manager, year, organisationId);
      if (JSON.stringify(present) !== JSON.stringify(batch.departmentGoals?.goals)) continue;
      if (goalsBefore.length === 0) await this.goalsBefore.remove(manager, year, organisationId);
      else await this.goals.run(manager, year, organisationId, goalsBefore);
    }
  }
}
