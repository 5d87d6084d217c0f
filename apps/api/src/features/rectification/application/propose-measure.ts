import { takesMoney } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import { RoundRepository } from '../../reporting/index.js';
import { ProjectAccess, TargetRepository } from '../../targets/index.js';
import type { MeasureInput } from '../http/budget-measures.dto.js';
import { BudgetMeasure } from '../persistence/budget-measure.entity.js';
import { FollowUpRepository } from '../persistence/follow-up.repository.js';
import { FollowUpAccess } from './follow-up-access.js';
import { measureStepped } from './rectification.events.js';

/** Proposes what finance is to do with a project's money because of a round (结果应用). */
@Injectable()
export class ProposeMeasure {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly projects: ProjectAccess,
    private readonly targets: TargetRepository,
    private readonly rounds: RoundRepository,
    private readonly access: FollowUpAccess,
    private readonly rows: FollowUpRepository,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** @returns its id @throws DomainError `measure-amount`, `not-found`, `forbidden`, `round-not-found` */
  async run(user: CurrentUser, input: MeasureInput, remoteAddress?: string): Promise<string> {
    requireAmount(input);
    const id = newId();
    await this.uow.run(async (manager) => {
      // Held, so that the undo of an import does not take it away meanwhile.
      await this.targets.lockProjects(manager, [input.projectId]);
      const { project, organisation } = await this.projects.require(user, input.projectId, 'lights.read', manager);
      const by = this.access.require(user, organisation, ['measures.propose']);
      const round = input.month ? await this.rounds.require(manager, project.year, input.month) : null;
      const measure: BudgetMeasure = {
        ...NOTHING_DECIDED,
        id,
        projectId: project.id,
        organisationId: organisation.id,
        roundId: round?.id ?? null,
        kind: input.kind,
        amountFen: input.amountFen ?? null,
        reason: input.reason,
        nextYearNote: input.nextYearNote ?? null,
        proposedBy: by.actor,
        proposedFor: by.onBehalfOf,
        proposedAt: this.clock.now(),
      };
      await this.rows.insert(manager, BudgetMeasure, measure);
      const { kind, amountFen, reason, nextYearNote } = measure;
      const after = { projectId: project.id, month: input.month ?? null, kind, amountFen, reason, nextYearNote };
      const subject = `measure/${id}`;
      await this.audit.record(manager, { ...by, action: 'measures.propose', subject, after, remoteAddress });
      const { actor } = by;
      await this.events.publish(manager, measureStepped({ measure, step: 'propose', actor, text: reason }));
    });
    return id;
  }
}

/** A suspension takes nothing, every other measure takes something. */
function requireAmount({ kind, amountFen }: MeasureInput): void {
  if (takesMoney(kind) === (typeof amountFen === 'number')) return;
  throw new DomainError('measure-amount', {}, [{ path: 'amountFen', code: 'measure-amount' }]);
}

const NOTHING_DECIDED = {
  state: 'proposed',
  decidedBy: null,
  decidedAt: null,
  message: null,
  postedBy: null,
  postedAt: null,
  effectiveOn: null,
  adjustmentId: null,
  liftedBy: null,
  liftedAt: null,
  version: 0,
} as const satisfies Partial<BudgetMeasure>;
