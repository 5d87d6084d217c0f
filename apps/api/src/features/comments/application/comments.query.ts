import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { RoundRepository } from '../../reporting/index.js';
import { ProjectAccess } from '../../targets/index.js';
import type { CommentList } from '../http/comments.dto.js';
import { CommentRepository } from '../persistence/comment.repository.js';

/** What leaders wrote to a project, newest first; what was taken back is still there, and says so. */
@Injectable()
export class CommentsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly rounds: RoundRepository,
    private readonly comments: CommentRepository,
  ) {}

  /** @throws DomainError `not-found` */
  async run(user: CurrentUser, projectId: string): Promise<CommentList> {
    const { project } = await this.access.require(user, projectId, 'lights.read');
    const manager = this.uow.reader;
    const all = await this.comments.ofProject(manager, projectId);
    const rounds = await this.rounds.list(manager, project.year);
    const monthOf = new Map(rounds.map(({ id, month }) => [id, month]));
    const withdrawals = new Map(all.flatMap((each) => (each.withdrawsId === null ? [] : [[each.withdrawsId, each]])));
    const items = all
      .filter(({ withdrawsId }) => withdrawsId === null)
      .reverse()
      .map(({ id, roundId, indicatorId, indicatorName, text, author, authorName, at }) => {
        const withdrawal = withdrawals.get(id);
        return {
          id,
          month: roundId === null ? null : (monthOf.get(roundId) ?? null),
          indicator: indicatorId === null ? null : { id: indicatorId, name: indicatorName ?? '' },
          text,
          author,
          authorName,
          at,
          withdrawn: withdrawal ? { at: withdrawal.at, text: withdrawal.text || null } : null,
        };
      });
    return { items };
  }
}
