import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { holds, type CurrentUser } from '../../../platform/http/access.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { StagedProject, StagedProjectPage, StagedProjectQuery, StagedProjectRow } from '../http/uploads.dto.js';
import type { ImportProject } from '../persistence/import-project.entity.js';
import { ImportBatchRepository } from '../persistence/import-batch.repository.js';
import type { ImportUnit } from '../persistence/import-unit.entity.js';
import { StagedRepository } from '../persistence/staged.repository.js';
import { AccessImports } from './access-imports.js';
import { CorrectStaged } from './correct-staged.js';
import { stagedProjectView } from './staged-project-view.js';

/** What was understood of a batch, project by project: what needs a look first, then in the order of the document. */
@Injectable()
export class StagedProjectsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: AccessImports,
    private readonly batches: ImportBatchRepository,
    private readonly staged: StagedRepository,
    private readonly correct: CorrectStaged,
    private readonly catalogue: MessageCatalogue,
  ) {}

  /** @throws DomainError `not-found` */
  async page(
    user: CurrentUser,
    batchId: string,
    query: z.output<typeof StagedProjectQuery>,
  ): Promise<StagedProjectPage> {
    const manager = this.uow.reader;
    await this.access.batch(manager, user, batchId);
    const { rows, total } = await this.staged.page(manager, batchId, query);
    const units = await this.unitsOf(manager, batchId);
    const projects = await this.staged.projectsOf(
      manager,
      rows.map(({ id }) => id),
    );
    return { items: rows.map((row) => rowView(row, units.get(row.unitId), projects.get(row.id))), total };
  }

  /** @throws DomainError `not-found` */
  async one(user: CurrentUser, batchId: string, id: string, locale: Locale): Promise<StagedProject> {
    const manager = this.uow.reader;
    await this.access.batch(manager, user, batchId);
    const row = await this.staged.one(manager, batchId, id);
    const unit = row === null ? undefined : (await this.unitsOf(manager, batchId)).get(row.unitId);
    if (row === null || unit === undefined) throw new DomainError('not-found');
    const mayCorrectJudgement = holds(user, 'targets.import') && (await this.correct.mayJudge(manager, user, unit));
    return {
      ...rowView(row, unit, (await this.staged.projectsOf(manager, [id])).get(id)),
      ...stagedProjectView(row, locale, this.catalogue),
      batchId,
      mayCorrectJudgement,
    };
  }

  private async unitsOf(manager: EntityManager, batchId: string): Promise<ReadonlyMap<string, ImportUnit>> {
    const units = await this.batches.unitsOf(manager, [batchId]);
    return new Map(units.map((unit) => [unit.id, unit]));
  }
}

type ListedProject = Pick<
  ImportProject,
  | 'id'
  | 'ordinal'
  | 'code'
  | 'name'
  | 'outcome'
  | 'refusal'
  | 'budgetFen'
  | 'indicators'
  | 'warningCount'
  | 'corrected'
  | 'place'
>;

const rowView = (
  row: ListedProject,
  unit: ImportUnit | undefined,
  projectId: string | undefined,
): StagedProjectRow => ({
  id: row.id,
  ordinal: row.ordinal,
  code: row.code,
  name: row.name,
  organisationName: unit?.name ?? '',
  change: row.outcome,
  refusal: row.refusal,
  budgetFen: row.budgetFen,
  indicators: row.indicators,
  warnings: row.warningCount,
  corrected: row.corrected,
  at: row.place,
  projectId: projectId ?? null,
});
