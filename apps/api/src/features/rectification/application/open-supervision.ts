import { SUPERVISING } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { CommentRepository } from '../../comments/index.js';
import { OrganisationAccess } from '../../organisations/index.js';
import { ProjectAccess, TargetRepository } from '../../targets/index.js';
import type { SupervisionInput } from '../http/supervisions.dto.js';
import type { PlacedOrganisation } from '../persistence/follow-up-places.query.js';
import { FollowUpRepository } from '../persistence/follow-up.repository.js';
import { ONE_PER_COMMENT, Supervision } from '../persistence/supervision.entity.js';
import { FollowUpAccess } from './follow-up-access.js';
import { KeepStep } from './keep-step.js';
import { OwnersQuery } from './owners.query.js';
import { supervisionStepped } from './rectification.events.js';
import { requirePlace } from './require-place.js';

/** Puts a matter under supervision (督办): from a leader's comment on a project, or directly. */
@Injectable()
export class OpenSupervision {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly projects: ProjectAccess,
    private readonly organisations: OrganisationAccess,
    private readonly targets: TargetRepository,
    private readonly comments: CommentRepository,
    private readonly access: FollowUpAccess,
    private readonly owners: OwnersQuery,
    private readonly rows: FollowUpRepository,
    private readonly keep: KeepStep,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns its id
   * @throws DomainError `project-or-unit`, `not-found` for a project, unit or comment that is not there, `forbidden`, `comment-withdrawn`,
   *   `comment-supervised`, `owner-not-of-unit`
   */
  async run(user: CurrentUser, input: SupervisionInput, remoteAddress?: string): Promise<string> {
    requirePlace(input);
    const id = newId();
    await this.uow.run(async (manager) => {
      const unit = await this.unitOf(manager, user, input);
      const by = this.access.require(user, unit, SUPERVISING);
      if (input.owner) await this.owners.require(manager, unit.path, input.owner);
      const { matter, deadline } = input;
      const supervision: Supervision = {
        ...NOTHING_DONE,
        id,
        projectId: input.projectId ?? null,
        organisationId: unit.id,
        commentId: input.commentId ?? null,
        matter,
        owner: input.owner ?? null,
        deadline,
        openedBy: by.actor,
        openedAt: this.clock.now(),
      };
      await this.insert(manager, supervision);
      const { projectId, organisationId, commentId, owner } = supervision;
      await this.keep.run(manager, id, by, {
        step: 'open',
        text: matter,
        action: 'supervisions.open',
        subject: `supervision/${id}`,
        after: { projectId, organisationId, commentId, matter, owner, deadline },
        remoteAddress,
      });
      const { actor } = by;
      await this.events.publish(manager, supervisionStepped({ supervision, step: 'open', actor, text: matter }));
    });
    return id;
  }

  private async insert(manager: EntityManager, supervision: Supervision): Promise<void> {
    try {
      await this.rows.insert(manager, Supervision, supervision);
    } catch (error) {
      if (!isUniqueViolation(error, ONE_PER_COMMENT)) throw error;
      throw new DomainError('comment-supervised', {}, [], { cause: error });
    }
  }

  /** The project is held, so that its comment is not taken back meanwhile. */
  private async unitOf(
    manager: EntityManager,
    user: CurrentUser,
    { projectId, organisationId, commentId }: SupervisionInput,
  ): Promise<PlacedOrganisation> {
    if (!projectId && commentId) throw new DomainError('not-found');
    if (!projectId) return this.organisations.require(user, organisationId ?? '', 'lights.read');
    await this.targets.lockProjects(manager, [projectId]);
    const { organisation } = await this.projects.require(user, projectId, 'lights.read', manager);
    if (commentId) await this.requireComment(manager, projectId, commentId);
    return organisation;
  }

  private async requireComment(manager: EntityManager, projectId: string, commentId: string): Promise<void> {
    const all = await this.comments.ofProject(manager, projectId);
    if (!all.some(({ id, withdrawsId }) => id === commentId && withdrawsId === null))
      throw new DomainError('not-found');
    if (all.some(({ withdrawsId }) => withdrawsId === commentId)) throw new DomainError('comment-withdrawn');
  }
}

const NOTHING_DONE = {
  state: 'open',
  report: null,
  reportedBy: null,
  reportedAt: null,
  closedBy: null,
  closedAt: null,
  message: null,
  version: 0,
} as const satisfies Partial<Supervision>;
