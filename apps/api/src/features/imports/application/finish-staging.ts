import type { DocumentWarning, RecognisedHead } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FileStore } from '../../../platform/files/file-store.js';
import type { BatchFailure, ImportBatch } from '../persistence/import-batch.entity.js';
import { ImportBatchRepository } from '../persistence/import-batch.repository.js';
import { BatchSummary } from './batch-summary.js';
import type { PlacedUnit } from './place-units.js';
import type { StagingState } from './stage-chunk.js';

interface UnderstoodBatch {
  readonly batch: ImportBatch;
  readonly head: RecognisedHead;
  readonly state: StagingState;
  readonly warnings: readonly DocumentWarning[];
}

/** What reading one file came to. */
export type ReadBatch = UnderstoodBatch | { readonly batch: ImportBatch; readonly failure: BatchFailure };

/** Ends the reading of an upload: what only the whole of it tells, and the state in which it can be confirmed. */
@Injectable()
export class FinishStaging {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileStore,
    private readonly batches: ImportBatchRepository,
    private readonly summary: BatchSummary,
  ) {}

  async run(uploadId: string, read: readonly ReadBatch[]): Promise<void> {
    await this.uow.run(async (manager) => {
      const upload = await this.batches.holdUpload(manager, uploadId);
      if (upload?.status !== 'reading') return;
      for (const each of read) {
        const failure = 'failure' in each ? each.failure : refusalOfAll(each);
        if (failure !== null) await this.fail(manager, each.batch, failure);
        else if (!('failure' in each)) await this.describe(manager, each);
      }
      await this.summary.refresh(manager, upload, await this.batches.batchesOf(manager, uploadId));
      await this.batches.updateUpload(manager, uploadId, { status: 'ready', outdated: false });
    });
  }

  private async fail(manager: EntityManager, { id }: ImportBatch, failure: BatchFailure): Promise<void> {
    await this.batches.clear(manager, id);
    await this.batches.updateBatch(manager, id, { status: 'failed', failure });
  }

  private async describe(manager: EntityManager, { batch, head, state, warnings }: UnderstoodBatch): Promise<void> {
    const owner = head.departmentGoals.length === 0 ? null : await state.units.ownUnit(manager);
    const isOwned = owner !== null && owner.refusal === null;
    const isKept = batch.fileKept && !state.hasClassified;
    if (batch.fileKept && !isKept) await this.files.release(manager, batch.sha256);
    await this.batches.updateBatch(manager, batch.id, {
      status: 'ready',
      fileKept: isKept,
      yearInferred: head.yearInferred,
      warnings: [...warnings, ...state.units.units.flatMap(unitRemarks)],
      departmentGoals: isOwned ? { unitId: owner.row.id, goals: head.departmentGoals } : null,
    });
  }
}

/** A file none of whose projects has a unit to go to is refused as a whole. */
function refusalOfAll({ head, state, batch }: UnderstoodBatch): BatchFailure | null {
  const { units } = state.units;
  const [first] = units;
  if (first === undefined || units.some(({ refusal }) => refusal === null)) return null;
  const unit = `${first.row.code} ${first.row.name}`.trim() || `${head.unitCode ?? ''}${head.unitName ?? ''}`;
  return { code: first.refusal ?? 'unit-unknown', params: { file: batch.file, unit }, issues: [] };
}

/** What only the tree of units shows: a unit that is new, assumed, or another than the printed one. */
function unitRemarks({ row: { name, code, state, assumed, printed } }: PlacedUnit): DocumentWarning[] {
  const remark = (warning: string, params: NonNullable<DocumentWarning['params']>): DocumentWarning => ({
    code: warning,
    message: warning,
    params,
    at: 'document',
    project: null,
  });
  // A document that prints no code has the unit's name in its place.
  const toAdd =
    code === name
      ? remark('named-unit-will-be-added', { unit: name })
      : remark('unit-will-be-added', { unit: name, unitCode: code });
  return [
    ...(state === 'new' ? [toAdd] : []),
    ...(assumed ? [remark('unit-assumed', { unit: name })] : []),
    ...(printed !== null ? [remark('unit-differs', { printed, unit: name })] : []),
    ...(state === 'unknown' ? [remark('unit-left-out', { unit: `${code} ${name}`.trim() })] : []),
  ];
}
