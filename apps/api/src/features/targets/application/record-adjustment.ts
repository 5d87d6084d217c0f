import { checkAdjustments, MAX_FEN } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog, type AuditRecord } from '../../audit/index.js';
import type { BudgetAdjustment } from '../persistence/budget-adjustment.entity.js';
import { TargetRepository } from '../persistence/target.repository.js';
import { budgetAdjusted, type ProjectOfYear } from './target-work.events.js';

/** Who records it, and what the audit trail keeps of it. */
export type AdjustmentRecord = Pick<AuditRecord, 'actor' | 'onBehalfOf' | 'before' | 'after' | 'remoteAddress'>;

/**
 * Stores a dated change of a project's budget (R6) with its audit record, and tells of it. The caller holds the project,
 * and publishes `targetsChanged` for all that it changes.
 */
@Injectable()
export class RecordAdjustment {
  constructor(
    private readonly targets: TargetRepository,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
  ) {}

  /**
   * @throws DomainError `budget-unknown` where there is no initial budget to adjust, `budget-below-zero` where the
   *   reductions take more than there is on any day, `amount-too-large`
   */
  async run(
    manager: EntityManager,
    project: ProjectOfYear,
    adjustment: BudgetAdjustment,
    record: AdjustmentRecord,
  ): Promise<void> {
    await this.refuseImpossible(manager, adjustment);
    await this.targets.insertAdjustment(manager, adjustment);
    await this.targets.updateProject(manager, project.id, { updatedAt: adjustment.recordedAt });
    const subject = `project/${project.id}`;
    await this.audit.record(manager, { ...record, action: 'targets.adjust-budget', subject });
    await this.events.publish(manager, budgetAdjusted({ project, adjustment }));
  }

  private async refuseImpossible(manager: EntityManager, added: BudgetAdjustment): Promise<void> {
    const { projectId } = added;
    const [target] = await this.targets.ofProjects(manager, [projectId]);
    const initial = target?.version.initialBudgetFen ?? null;
    if (initial === null) throw new DomainError('budget-unknown');
    const stored = (await this.targets.adjustmentsOf(manager, [projectId])).get(projectId) ?? [];
    const problem = checkAdjustments(initial, [...stored, added]);
    if (problem !== null) throw DomainError.of(problem);
    const additions = [...stored, added].filter(({ kind }) => kind === 'addition');
    const most = additions.reduce((sum, { amountFen }) => sum + amountFen, initial);
    if (most > MAX_FEN) throw new DomainError('amount-too-large', { totalFen: most });
  }
}
