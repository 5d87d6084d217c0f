import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, EVERYWHERE, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { AuditLog } from '../../audit/index.js';
import { requireOpen, requireWholeCounty, RoundRepository } from '../../reporting/index.js';
import { RecomputeRequests } from './recompute-requests.js';

/** Has every light of an open round computed anew. */
@Injectable()
export class RequestRecompute {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly requests: RecomputeRequests,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `round-not-found`, `round-locked`, `round-not-open`, `forbidden` */
  async run(
    user: CurrentUser,
    { year, month }: { readonly year: number; readonly month: number },
    remoteAddress?: string,
  ): Promise<{ jobId: string }> {
    requireWholeCounty(user, 'rounds.manage');
    return this.uow.run(async (manager) => {
      const round = await this.rounds.hold(manager, year, month, 'shared');
      requireOpen(round, this.clock.today());
      const actor = user.username;
      const jobId = await this.requests.round(manager, round.id, actor);
      const subject = `round/${year}-${month}`;
      const by = actorAt(user, 'rounds.manage', EVERYWHERE);
      await this.audit.record(manager, { ...by, action: 'monitoring.recompute', subject, remoteAddress });
      return { jobId };
    });
  }
}
