import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { RoundRepository } from '../../reporting/index.js';
import { RecomputeJobRepository } from '../persistence/recompute-job.repository.js';
import { RecomputeRequests } from './recompute-requests.js';

/** Has every open round judged once after its last reporting day: from then on what is blank is not reported (R28). */
@Injectable()
export class WatchDeadlines {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly jobs: RecomputeJobRepository,
    private readonly requests: RecomputeRequests,
    private readonly clock: Clock,
  ) {}

  /** Any number of processes may run it at once: the round's row decides who asks. @returns ids of the jobs */
  async run(): Promise<readonly string[]> {
    const due = await this.jobs.pastDeadline(this.uow.reader, this.clock.today());
    const asked: string[] = [];
    for (const roundId of due) {
      const jobId = await this.ask(roundId);
      if (jobId !== null) asked.push(jobId);
    }
    return asked;
  }

  private ask(roundId: string): Promise<string | null> {
    return this.uow.run(async (manager) => {
      const round = await this.rounds.holdById(manager, roundId, 'exclusive');
      if (round.status !== 'open' || round.deadlineAssessed) return null;
      await this.rounds.update(manager, roundId, { deadlineAssessed: true });
      return this.requests.round(manager, roundId, null);
    });
  }
}
