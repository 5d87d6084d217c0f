import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import { FiscalYearRepository, ReplaceDepartmentGoals, SaveTargets, type TargetToSave } from '../../targets/index.js';
import type { ImportResult } from '../http/imports.dto.js';
import { ImportBatchRepository } from '../persistence/import-batch.repository.js';
import { AddMissingUnit } from './add-missing-unit.js';
import { importResult } from './import-result.js';
import { PlanImport, type ImportRequest } from './plan-import.js';
import { codeToStore, isSaved } from './plan-projects.js';
import type { PlannedDocument, PlannedProject } from './planned-import.js';

/**
 * Saves target documents, all files of a request in one transaction: one file that cannot be read leaves nothing of the
 * others. A refused project (涉密, for example) is left out with its reason; the rest is saved.
 */
@Injectable()
export class SaveImport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly plan: PlanImport,
    private readonly units: AddMissingUnit,
    private readonly years: FiscalYearRepository,
    private readonly batches: ImportBatchRepository,
    private readonly targets: SaveTargets,
    private readonly goals: ReplaceDepartmentGoals,
    private readonly audit: AuditLog,
    private readonly catalogue: MessageCatalogue,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError what `PlanImport` refuses, and `nothing-to-save` where every project of the request is refused */
  async run(user: CurrentUser, request: ImportRequest, locale: Locale, remoteAddress?: string): Promise<ImportResult> {
    return this.uow.run(async (manager) => {
      // Before anything is compared: of two imports at once the second is planned on what the first has stored.
      await this.years.hold(manager, request.year, this.clock.now());
      const planned = await this.plan.run(manager, user, request);
      refuseNothing(planned);
      const batchIds: string[] = [];
      const placed: PlannedDocument[] = [];
      for (const document of planned) {
        const unit = await this.units.run(manager, user, document.unit);
        placed.push({ ...document, unit });
        batchIds.push(await this.saveDocument(manager, user, document, unit.id, remoteAddress));
      }
      return importResult(placed, { saved: true, batchIds }, locale, this.catalogue);
    });
  }

  private async saveDocument(
    manager: EntityManager,
    user: CurrentUser,
    planned: PlannedDocument,
    organisationId: string,
    remoteAddress: string | undefined,
  ): Promise<string> {
    const { year, file, sha256, projects, document, warnings } = planned;
    const actor = user.username;
    const batch = {
      id: newId(),
      file,
      sha256,
      year,
      organisationId,
      importedBy: actor,
      importedAt: this.clock.now(),
      newProjects: projects.filter(({ change }) => change === 'new').length,
      changedProjects: projects.filter(({ change }) => change === 'changed').length,
      warnings,
    };
    await this.batches.insert(manager, batch);
    const toSave = projects.filter(isSaved).map((project) => targetToSave(project, year, organisationId));
    await this.targets.run(manager, toSave, { actor, importBatchId: batch.id });
    await this.goals.run(manager, year, organisationId, document.departmentGoals);
    const { newProjects, changedProjects } = batch;
    const after = { file, sha256, year, organisationId, newProjects, changedProjects };
    const subject = `import/${batch.id}`;
    await this.audit.record(manager, { actor, action: 'imports.save', subject, after, remoteAddress });
    return batch.id;
  }
}

const targetToSave = (planned: PlannedProject, year: number, organisationId: string): TargetToSave => ({
  year,
  organisationId,
  code: codeToStore(planned),
  name: planned.recognised.name,
  content: planned.content,
  stored: planned.stored,
});

function refuseNothing(documents: readonly PlannedDocument[]): void {
  const projects = documents.flatMap(({ projects: each }) => each);
  const refused = projects.filter(({ change }) => change === 'refused');
  const hasGoals = documents.some(({ document }) => document.departmentGoals.length > 0);
  if (refused.length < projects.length || hasGoals) return;
  throw new DomainError(
    'nothing-to-save',
    { refused: refused.length },
    refused.map(({ recognised, refusal }) => ({
      path: recognised.at,
      code: refusal ?? 'nothing-to-save',
      params: { project: recognised.name.slice(0, 100) },
    })),
  );
}
