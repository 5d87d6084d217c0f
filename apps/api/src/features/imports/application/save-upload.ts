import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { FiscalYearRepository, SaveTargets, type TargetToSave } from '../../targets/index.js';
import type { ImportBatch } from '../persistence/import-batch.entity.js';
import { ImportBatchRepository } from '../persistence/import-batch.repository.js';
import type { ImportUnit } from '../persistence/import-unit.entity.js';
import type { ImportUpload } from '../persistence/import-upload.entity.js';
import { StagedRepository } from '../persistence/staged.repository.js';
import { AddMissingUnit } from './add-missing-unit.js';
import { FinishBatch } from './finish-batch.js';
import { codeToStore, isSaved } from './plan-project.js';
import { isAsShown, PlanStaged, type StagedPlan } from './plan-staged.js';
import { saverOf } from './reach.js';
import { targetsToStore } from './staged-content.js';

/** Projects that are in memory at a time. */
const CHUNK = 200;

export type ReportProgress = (done: number, total: number) => Promise<void>;

/**
 * Saves a confirmed upload, all its files in one transaction: whatever stops it leaves nothing behind. A refused project
 * (涉密, for example) is left out; the rest is saved exactly as it was shown, or not at all.
 */
@Injectable()
export class SaveUpload {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly batches: ImportBatchRepository,
    private readonly staged: StagedRepository,
    private readonly plan: PlanStaged,
    private readonly units: AddMissingUnit,
    private readonly years: FiscalYearRepository,
    private readonly targets: SaveTargets,
    private readonly finish: FinishBatch,
    private readonly clock: Clock,
  ) {}

  /**
   * Without effect where the upload is not (or no longer) to be saved.
   * @throws DomainError `import-outdated` where what is stored has changed since it was shown; nothing is saved then
   */
  async run(uploadId: string, report: ReportProgress = async () => undefined): Promise<void> {
    await this.uow.run(async (manager) => {
      const seen = await this.batches.upload(manager, uploadId);
      if (seen?.status !== 'saving') return;
      // Before anything is compared: of two imports at once the second is compared with what the first has stored.
      await this.years.hold(manager, seen.year, this.clock.now());
      const upload = await this.batches.holdUpload(manager, uploadId);
      if (upload?.status !== 'saving') return;
      const batches = (await this.batches.batchesOf(manager, uploadId)).filter(({ status }) => status === 'saving');
      const total = batches.reduce((sum, { newProjects, changedProjects, unchangedProjects }) => {
        return sum + newProjects + changedProjects + unchangedProjects;
      }, 0);
      let done = 0;
      const advance = async (projects: number): Promise<void> => report((done += projects), total);
      for (const batch of batches) await this.saveBatch(manager, upload, batch, advance);
      await this.batches.updateUpload(manager, uploadId, { status: 'saved', outdated: false });
    });
  }

  private async saveBatch(
    manager: EntityManager,
    upload: ImportUpload,
    batch: ImportBatch,
    advance: (projects: number) => Promise<void>,
  ): Promise<void> {
    const units = await this.unitsOf(manager, upload, batch);
    let after = -1;
    for (;;) {
      const rows = await this.staged.chunk(manager, batch.id, after, CHUNK, ['new', 'changed', 'unchanged']);
      const last = rows.at(-1);
      if (last === undefined) break;
      const plans = await this.plan.run(manager, upload, rows, units, () => false);
      if (plans.length < rows.length || !plans.every(isAsShown)) throw new DomainError('import-outdated');
      await this.saveProjects(manager, upload, batch, plans);
      await advance(rows.length);
      after = last.ordinal;
      await turn();
    }
    await this.finish.run(manager, upload, batch, [...units.values()]);
  }

  /** The units of a batch, of which those that are missing in the tree are added. */
  private async unitsOf(
    manager: EntityManager,
    upload: ImportUpload,
    batch: ImportBatch,
  ): Promise<ReadonlyMap<string, ImportUnit>> {
    const units = new Map<string, ImportUnit>();
    for (const unit of await this.batches.unitsOf(manager, [batch.id])) {
      if (unit.state !== 'new') {
        units.set(unit.id, unit);
        continue;
      }
      const organisationId = await this.units.run(manager, upload, saverOf(upload, batch), unit);
      await this.batches.updateUnit(manager, unit.id, { organisationId, state: 'known' });
      units.set(unit.id, { ...unit, organisationId, state: 'known' });
    }
    return units;
  }

  private async saveProjects(
    manager: EntityManager,
    upload: ImportUpload,
    batch: ImportBatch,
    plans: readonly StagedPlan[],
  ): Promise<void> {
    const toSave = plans.filter(({ planned }) => isSaved(planned)).map((plan) => targetToSave(plan, upload.year));
    if (toSave.length === 0) return;
    await this.targets.run(manager, toSave, { ...saverOf(upload, batch), importBatchId: batch.id });
  }
}

function targetToSave({ unit, planned: { content, stored } }: StagedPlan, year: number): TargetToSave {
  if (unit.organisationId === null) throw new Error(`The unit ${unit.code} was not added`);
  return {
    year,
    organisationId: unit.organisationId,
    code: codeToStore(content, stored),
    name: content.name,
    content: targetsToStore(content),
    stored,
  };
}
