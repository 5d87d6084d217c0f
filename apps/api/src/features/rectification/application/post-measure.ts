import { takesMoney } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import type { ActorFrom } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { RecordAdjustment, TargetRepository, targetsChanged, type BudgetAdjustment } from '../../targets/index.js';
import type { MeasureStepInput } from '../http/budget-measures.dto.js';
import type { BudgetMeasure } from '../persistence/budget-measure.entity.js';

/** Carries out an approved measure: what it takes is a dated reduction of the budget (R6), a suspension takes nothing. */
@Injectable()
export class PostMeasure {
  constructor(
    private readonly targets: TargetRepository,
    private readonly record: RecordAdjustment,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns what changes of the measure, which the caller holds
   * @throws DomainError `effective-day-needed`, `adjustment-year`, and what `RecordAdjustment` refuses
   */
  async run(
    manager: EntityManager,
    measure: BudgetMeasure,
    { effectiveOn, fundSource = 'fiscal', documentNumber }: MeasureStepInput,
    by: ActorFrom,
  ): Promise<Partial<BudgetMeasure>> {
    if (!effectiveOn) throw new DomainError('effective-day-needed');
    const posted = { postedBy: by.actor, postedAt: this.clock.now(), effectiveOn };
    await this.targets.lockProjects(manager, [measure.projectId]);
    const [target] = await this.targets.ofProjects(manager, [measure.projectId]);
    if (target === undefined) throw new DomainError('not-found');
    const { project } = target;
    if (!effectiveOn.startsWith(`${project.year}-`)) {
      throw new DomainError('adjustment-year', { effectiveOn, year: project.year });
    }
    if (!takesMoney(measure.kind) || measure.amountFen === null) return posted;
    const adjustment: BudgetAdjustment = {
      id: newId(),
      projectId: measure.projectId,
      effectiveOn,
      kind: 'reduction',
      amountFen: measure.amountFen,
      fundSource,
      reason: measure.reason,
      documentNumber: documentNumber ?? null,
      level: null,
      documentId: null,
      recordedBy: by.actor,
      recordedAt: posted.postedAt,
    };
    const { amountFen, reason } = measure;
    const after = { measureId: measure.id, kind: measure.kind, effectiveOn, amountFen, fundSource, reason };
    await this.record.run(manager, project, adjustment, { ...by, after });
    await this.events.publish(manager, targetsChanged({ projectIds: [project.id], actor: by.actor }));
    return { ...posted, adjustmentId: adjustment.id };
  }
}
