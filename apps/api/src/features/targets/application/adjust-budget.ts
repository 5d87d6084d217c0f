import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { actorAt, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import type { BudgetAdjustmentInput, ProjectDetail } from '../http/targets.dto.js';
import type { BudgetAdjustment } from '../persistence/budget-adjustment.entity.js';
import { TargetRepository } from '../persistence/target.repository.js';
import { ProjectAccess } from './project-access.query.js';
import { ProjectDocuments } from './project-documents.js';
import { ProjectDetailQuery } from './project-detail.query.js';
import { RecordAdjustment } from './record-adjustment.js';
import { targetsChanged } from './targets-changed.event.js';

/**
 * Records a dated change of a project's budget (R6). Adjustments are only ever added: a mistake is undone by its opposite.
 * Rounds whose last day is on or after the effective day, and that are not locked, are judged anew.
 */
@Injectable()
export class AdjustBudget {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly targets: TargetRepository,
    private readonly documents: ProjectDocuments,
    private readonly record: RecordAdjustment,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
    private readonly detail: ProjectDetailQuery,
  ) {}

  /**
   * @throws DomainError `adjustment-year` where the day is not in the project's year, `document-unknown`, and as
   *   `RecordAdjustment` does
   */
  async run(
    user: CurrentUser,
    projectId: string,
    input: BudgetAdjustmentInput,
    remoteAddress: string,
  ): Promise<ProjectDetail> {
    await this.uow.run(async (manager) => {
      await this.targets.lockProjects(manager, [projectId]);
      const { project, organisation } = await this.access.require(user, projectId, 'budgets.adjust', manager);
      if (!input.effectiveOn.startsWith(`${project.year}-`)) {
        throw new DomainError('adjustment-year', { effectiveOn: input.effectiveOn, year: project.year });
      }
      await this.documents.require(manager, projectId, input.documentId ? [input.documentId] : []);
      const adjustment = this.row(user, projectId, input);
      const by = actorAt(user, 'budgets.adjust', organisation.path);
      await this.record.run(manager, project, adjustment, { ...by, after: input, remoteAddress });
      const actor = user.username;
      await this.events.publish(manager, targetsChanged({ projectIds: [projectId], actor }));
    });
    return this.detail.run(user, projectId);
  }

  private row(user: CurrentUser, projectId: string, input: BudgetAdjustmentInput): BudgetAdjustment {
    return {
      id: newId(),
      projectId,
      effectiveOn: input.effectiveOn,
      kind: input.kind,
      amountFen: input.amountFen,
      fundSource: input.fundSource,
      reason: input.reason,
      documentNumber: input.documentNumber ?? null,
      level: input.level ?? null,
      documentId: input.documentId ?? null,
      recordedBy: user.username,
      recordedAt: this.clock.now(),
    };
  }
}
