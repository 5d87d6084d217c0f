import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../../platform/http/access.js';
import { DomainError } from '../../../../platform/runtime/domain-error.js';
import { ProjectAccess, SuccessionRepository, type Project } from '../../../targets/index.js';

/** The projects of earlier years that a project continues, as far as the reader may see them. */
@Injectable()
export class PredecessorsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly succession: SuccessionRepository,
  ) {}

  /** A project that has moved to another unit shows its past only to those who see that one as well; else null. */
  async before(user: CurrentUser, project: Project): Promise<Project | null> {
    const before = await this.succession.predecessor(this.uow.reader, project);
    if (before === null) return null;
    const place = await this.access.require(user, before.id, 'lights.read').catch((error: unknown) => {
      if (error instanceof DomainError) return null;
      throw error;
    });
    return place && before;
  }

  /** Newest first, without a year left out, at most `limit` of them. */
  async chain(user: CurrentUser, project: Project, limit: number): Promise<readonly Project[]> {
    const chain: Project[] = [];
    let before = await this.before(user, project);
    while (before !== null && chain.length < limit) {
      chain.push(before);
      before = await this.before(user, before);
    }
    return chain;
  }
}
