import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/runtime/clock.js';
import { AuditLog } from '../../audit/index.js';
import { ReplaceDepartmentGoals } from '../../targets/index.js';
import type { ImportBatch } from '../persistence/import-batch.entity.js';
import { ImportBatchRepository } from '../persistence/import-batch.repository.js';
import type { ImportUnit } from '../persistence/import-unit.entity.js';
import type { ImportUpload } from '../persistence/import-upload.entity.js';
import { DepartmentGoalsBefore } from '../persistence/department-goals-before.repository.js';
import { StagedRepository } from '../persistence/staged.repository.js';
import { importSubject } from './import-subject.js';
import { saverOf } from './reach.js';

/** What follows the projects of a batch: its department goals, its own row and the trail of it. */
@Injectable()
export class FinishBatch {
  constructor(
    private readonly batches: ImportBatchRepository,
    private readonly staged: StagedRepository,
    private readonly goals: ReplaceDepartmentGoals,
    private readonly stored: DepartmentGoalsBefore,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(
    manager: EntityManager,
    upload: ImportUpload,
    batch: ImportBatch,
    units: readonly ImportUnit[],
  ): Promise<void> {
    await this.saveGoals(manager, upload.year, batch, units);
    const organisations = new Set(units.flatMap(({ organisationId }) => organisationId ?? []));
    const [only = null] = organisations.size === 1 ? organisations : [];
    const by = saverOf(upload, batch);
    const { year } = upload;
    await this.batches.updateBatch(manager, batch.id, {
      status: 'saved',
      year,
      organisationId: only,
      failure: null,
      savedAt: this.clock.now(),
      savedBy: by.actor,
    });
    const { file, sha256, newProjects, changedProjects } = batch;
    const corrections = [...(await this.staged.corrections(manager, batch.id)).values()];
    const after = {
      ...{ file, sha256, year, organisationId: only, units: organisations.size, newProjects, changedProjects },
      ...(corrections.length > 0 ? { corrections } : {}),
    };
    await this.audit.record(manager, { ...by, action: 'imports.save', subject: importSubject(batch), after });
  }

  /** Goals that are stored as they are leave nothing to undo. */
  private async saveGoals(
    manager: EntityManager,
    year: number,
    { departmentGoals }: ImportBatch,
    units: readonly ImportUnit[],
  ): Promise<void> {
    const unit = units.find(({ id }) => id === departmentGoals?.unitId);
    if (departmentGoals === null || unit === undefined || unit.organisationId === null) return;
    const before = await this.stored.of(manager, year, unit.organisationId);
    if (JSON.stringify(before) === JSON.stringify(departmentGoals.goals)) return;
    await this.batches.updateUnit(manager, unit.id, { goalsBefore: before });
    await this.goals.run(manager, year, unit.organisationId, departmentGoals.goals);
  }
}
