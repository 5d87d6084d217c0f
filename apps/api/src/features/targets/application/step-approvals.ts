import { permissionsForApproval, takeApprovalStep, type Problem } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { actorAt, holdsAt, type Actor, type CurrentUser } from '../../../platform/http/access.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import type { ApprovalStepInput, ApprovalStepResult } from '../http/target-approvals.dto.js';
import type { TargetApproval } from '../persistence/target-approval.entity.js';
import { approvalState, approvedVersion, TargetApprovalRepository } from '../persistence/target-approval.repository.js';
import { TargetRepository } from '../persistence/target.repository.js';
import { ProjectAccess } from './project-access.query.js';
import type { StoredTarget } from './stored-target.js';
import { approvalsMoved, type ProjectOfYear } from './target-work.events.js';

/**
 * Reviews, approves or returns the targets of many projects before the year's first round (审核, 批复, 退回), each project on
 * its own: one that is refused keeps none of the others. Finance may approve what it imported itself, for the targets are
 * the unit's and the import is clerk's work.
 */
@Injectable()
export class StepApprovals {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly targets: TargetRepository,
    private readonly approvals: TargetApprovalRepository,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
    private readonly catalogue: MessageCatalogue,
  ) {}

  /** @throws DomainError `approval-message-needed` where targets are returned without one */
  async run(
    user: CurrentUser,
    input: ApprovalStepInput,
    locale: Locale,
    remoteAddress: string,
  ): Promise<ApprovalStepResult> {
    if (input.step === 'return' && !input.message) throw new DomainError('approval-message-needed');
    const versions = new Map(input.projects.map(({ projectId, version }) => [projectId, version]));
    return this.uow.run(async (manager) => {
      const ids = [...versions.keys()];
      await this.targets.lockProjects(manager, ids);
      const targets = await this.targets.ofProjects(manager, ids);
      const targetOf = new Map(targets.map((target) => [target.project.id, target]));
      const decided = await this.approvals.ofTargets(manager, targets);
      const decisions: Decision[] = [];
      const refused: ApprovalStepResult['refused'] = [];
      for (const [projectId, version] of versions) {
        const next = await this.decide(manager, user, input, {
          projectId,
          version,
          target: targetOf.get(projectId),
          last: decided.get(projectId),
        });
        if ('code' in next) {
          refused.push({ projectId, code: next.code, message: this.catalogue.sentence(next, locale) });
        } else decisions.push(next);
      }
      await this.approvals.insert(
        manager,
        decisions.map(({ row }) => row),
      );
      await this.record(manager, input, decisions, remoteAddress);
      await this.publish(manager, user, input, decisions);
      return { done: decisions.map(({ row: { projectId, state } }) => ({ projectId, state })), refused };
    });
  }

  /** The row of the decision, or why there is none. */
  private async decide(
    manager: EntityManager,
    user: CurrentUser,
    input: ApprovalStepInput,
    { projectId, version, target, last }: ProjectToDecide,
  ): Promise<Decision | Problem> {
    const place = await this.access.require(user, projectId, 'lights.read', manager).catch(refusalOf);
    if ('code' in place) return place;
    if (target === undefined) return { code: 'not-found' };
    if (target.version.version !== version) return { code: 'approval-outdated' };
    const state = approvalState(last);
    const next = takeApprovalStep(state, input.step);
    if (!next.ok) return next.error;
    const anyOf = permissionsForApproval(state, input.step);
    if (!anyOf.some((permission) => holdsAt(user, permission, place.organisation.path))) return { code: 'forbidden' };
    const row = {
      id: newId(),
      projectId,
      version: approvedVersion(target.version),
      state: next.value,
      documentNumber: input.documentNumber ?? null,
      documentDate: input.documentDate ?? null,
      message: input.message ?? null,
      decidedBy: user.username,
      decidedAt: this.clock.now(),
    };
    return { row, project: target.project, by: actorAt(user, anyOf, place.organisation.path) };
  }

  private async publish(
    manager: EntityManager,
    { username: actor }: CurrentUser,
    { step: by, message = null }: ApprovalStepInput,
    decisions: readonly Decision[],
  ): Promise<void> {
    if (decisions.length === 0) return;
    const projects = decisions.map(({ project }) => project);
    await this.events.publish(manager, approvalsMoved({ projects, by, actor, message }));
  }

  private async record(
    manager: EntityManager,
    { step }: ApprovalStepInput,
    decisions: readonly Decision[],
    remoteAddress: string,
  ): Promise<void> {
    await this.audit.recordMany(
      manager,
      decisions.map(({ by, row: { projectId, version, state, documentNumber, documentDate, message } }) => ({
        ...by,
        action: `targets.${step}-targets`,
        subject: `project/${projectId}`,
        after: { version, state, documentNumber, documentDate, message },
        remoteAddress,
      })),
    );
  }
}

/** What is decided of one project, and by whom. */
interface Decision {
  readonly row: TargetApproval;
  readonly project: ProjectOfYear;
  readonly by: Actor;
}

interface ProjectToDecide {
  readonly projectId: string;
  readonly version: number;
  readonly target: StoredTarget | undefined;
  readonly last: TargetApproval | undefined;
}

function refusalOf(error: unknown): Problem {
  if (error instanceof DomainError) return { code: error.code, params: error.params };
  throw error;
}
