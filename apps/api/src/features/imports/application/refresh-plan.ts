import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { ImportProject } from '../persistence/import-project.entity.js';
import { ImportBatchRepository } from '../persistence/import-batch.repository.js';
import type { ImportUnit } from '../persistence/import-unit.entity.js';
import type { ImportUpload } from '../persistence/import-upload.entity.js';
import { StagedRepository } from '../persistence/staged.repository.js';
import { BatchSummary } from './batch-summary.js';
import { projectKeys, stateOf } from './plan-project.js';
import { isAsShown, PlanStaged, type StagedPlan } from './plan-staged.js';
import { ResolveUnit } from './resolve-unit.js';
import { identityColumns } from './stage-chunk.js';
import type { StagedContent } from './staged-content.js';

const CHUNK = 200;

/** Compares an upload anew with what is stored now, after it has changed under a preview. */
@Injectable()
export class RefreshPlan {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly batches: ImportBatchRepository,
    private readonly staged: StagedRepository,
    private readonly plan: PlanStaged,
    private readonly units: ResolveUnit,
    private readonly summary: BatchSummary,
  ) {}

  /** The upload is `ready` again, and said to be outdated. */
  async run(uploadId: string): Promise<void> {
    await this.uow.run(async (manager) => {
      const upload = await this.batches.holdUpload(manager, uploadId);
      if (upload?.status !== 'saving') return;
      const taken = new Set<string>();
      for (const batch of await this.batches.batchesOf(manager, uploadId)) {
        if (batch.status !== 'saving') continue;
        await this.compare(manager, upload, batch.id, taken);
        await this.batches.updateBatch(manager, batch.id, { status: 'ready' });
      }
      await this.summary.refresh(manager, upload, await this.batches.batchesOf(manager, uploadId));
      await this.batches.updateUpload(manager, uploadId, { status: 'ready', outdated: true });
    });
  }

  private async compare(
    manager: EntityManager,
    upload: ImportUpload,
    batchId: string,
    taken: Set<string>,
  ): Promise<void> {
    const units = await this.unitsOf(manager, upload, batchId);
    let after = -1;
    for (;;) {
      const wanted = ['new', 'changed', 'unchanged', 'refused'] as const;
      const rows = await this.staged.chunk(manager, batchId, after, CHUNK, wanted);
      const last = rows.at(-1);
      if (last === undefined) return;
      const isTwice = (content: StagedContent, unit: ImportUnit): boolean => {
        const keys = projectKeys(content, unit.organisationId ?? unit.code);
        const isTaken = keys.some((key) => taken.has(key));
        for (const key of keys) taken.add(key);
        return isTaken;
      };
      for (const plan of await this.plan.run(manager, upload, rows, units, isTwice)) {
        if (!isAsShown(plan)) await this.staged.update(manager, plan.row.id, plannedColumns(plan));
      }
      after = last.ordinal;
      await turn();
    }
  }

  /** A unit that was to be added may have been added by somebody else. */
  private async unitsOf(
    manager: EntityManager,
    upload: ImportUpload,
    batchId: string,
  ): Promise<ReadonlyMap<string, ImportUnit>> {
    const units = await this.batches.unitsOf(manager, [batchId]);
    for (const unit of units.filter(({ state }) => state === 'new')) {
      const added = await this.units.added(upload.reach, unit.code);
      if (added === null) continue;
      await this.batches.updateUnit(manager, unit.id, { organisationId: added, state: 'known' });
      Object.assign(unit, { organisationId: added, state: 'known' });
    }
    return new Map(units.map((unit) => [unit.id, unit]));
  }
}

/** What comparing anew changes in a staged project. */
export const plannedColumns = ({ planned }: StagedPlan): Partial<ImportProject> => ({
  ...identityColumns(planned.content, planned.stored),
  outcome: planned.outcome,
  refusal: planned.refusal,
  storedProjectId: planned.stored?.project.id ?? null,
  storedState: stateOf(planned.stored),
  content: planned.content,
  differences: planned.differences,
});
