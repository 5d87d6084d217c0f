import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, EVERYWHERE, type CurrentUser } from '../../../platform/http/access.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { RoundRepository } from '../../reporting/index.js';
import type { RoundPath } from '../http/seals.dto.js';
import { sealCheckJob, sealCheckKey } from '../jobs/seal-check.jobs.js';
import { requireSealReader, SEAL_READERS } from './require-seal-reader.js';

/** Has a round verified against its seals, in the background: thousands of lights take longer than a request may. */
@Injectable()
export class RequestSealCheck {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * A check of the same person that has not begun yet is joined.
   * @throws DomainError `round-not-found`, `forbidden`
   */
  async run(user: CurrentUser, { year, month }: RoundPath, remoteAddress: string): Promise<{ jobId: string }> {
    requireSealReader(user);
    return this.uow.run(async (manager) => {
      const { id: roundId } = await this.rounds.require(manager, year, month);
      const by = actorAt(user, SEAL_READERS, EVERYWHERE);
      const payload = { roundId, ...by, remoteAddress };
      const requester = { requestedBy: by.actor, requestedFor: by.onBehalfOf };
      const options = { key: sealCheckKey(roundId, user.username), ...requester };
      return { jobId: await this.jobs.enqueue(manager, sealCheckJob, payload, options) };
    });
  }
}
