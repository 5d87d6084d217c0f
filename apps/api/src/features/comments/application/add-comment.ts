import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import { RoundRepository } from '../../reporting/index.js';
import { ProjectAccess, TargetRepository } from '../../targets/index.js';
import type { CommentInput } from '../http/comments.dto.js';
import { CommentRepository } from '../persistence/comment.repository.js';

/** Writes to a project (批示), or takes back what one wrote. Nothing is ever changed or deleted. */
@Injectable()
export class AddComment {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly rounds: RoundRepository,
    private readonly targets: TargetRepository,
    private readonly comments: CommentRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `not-found` for a project, one of its indicators, or a comment to take back, that is not there; `round-not-found`;
   *   `comment-not-yours`, `comment-withdrawn`
   */
  async run(user: CurrentUser, projectId: string, input: CommentInput, remoteAddress?: string): Promise<void> {
    await this.uow.run(async (manager) => {
      const { project, organisation } = await this.access.require(user, projectId, 'comments.write', manager);
      // Held, so that two do not take the same comment back.
      await this.targets.lockProjects(manager, [projectId]);
      const roundId = input.month ? (await this.rounds.require(manager, project.year, input.month)).id : null;
      const withdrawsId = input.withdraws ?? null;
      if (withdrawsId !== null) await this.requireOwn(manager, user, projectId, withdrawsId);
      const indicator = input.indicatorId
        ? await this.requireIndicator(manager, projectId, input.indicatorId, roundId ?? undefined)
        : null;
      const id = newId();
      const [author, authorName, at] = [user.username, user.displayName, this.clock.now()];
      const { text } = input;
      const [indicatorId, indicatorName] = [indicator?.lineageId ?? null, indicator?.name ?? null];
      await this.comments.add(manager, {
        ...{ id, projectId, roundId, indicatorId, indicatorName, withdrawsId, text, author, authorName, at },
      });
      await this.audit.record(manager, {
        ...actorAt(user, 'comments.write', organisation.path),
        action: withdrawsId === null ? 'comments.add' : 'comments.withdraw',
        subject: `project/${projectId}`,
        after: { id, text, month: input.month ?? null, indicator: indicatorName, withdraws: withdrawsId },
        remoteAddress,
      });
    });
  }

  /** @param roundId of the round that the comment is about, whose targets count (R27); left out: those in force */
  private async requireIndicator(manager: EntityManager, projectId: string, indicatorId: string, roundId?: string) {
    const [target] = await this.targets.ofProjects(manager, [projectId], roundId);
    const indicator = target?.content.indicators.find(({ lineageId }) => lineageId === indicatorId);
    if (indicator === undefined) throw new DomainError('not-found');
    return indicator;
  }

  private async requireOwn(manager: EntityManager, user: CurrentUser, projectId: string, id: string): Promise<void> {
    const all = await this.comments.ofProject(manager, projectId);
    const comment = all.find((each) => each.id === id && each.withdrawsId === null);
    if (comment === undefined) throw new DomainError('not-found');
    if (comment.author !== user.username) throw new DomainError('comment-not-yours');
    if (all.some(({ withdrawsId }) => withdrawsId === id)) throw new DomainError('comment-withdrawn');
  }
}
