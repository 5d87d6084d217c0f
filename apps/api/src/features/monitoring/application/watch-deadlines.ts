import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { RoundExceptionRepository, RoundRepository, type RoundException } from '../../reporting/index.js';
import { RecomputeJobRepository } from '../persistence/recompute-job.repository.js';
import { RecomputeRequests } from './recompute-requests.js';

/**
 * Has every open round judged once after its last reporting day, and the units that were given more time once after
 * theirs: from then on what is blank is not reported (R28).
 */
@Injectable()
export class WatchDeadlines {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly exceptions: RoundExceptionRepository,
    private readonly jobs: RecomputeJobRepository,
    private readonly requests: RecomputeRequests,
    private readonly clock: Clock,
  ) {}

  /** Any number of processes may run it at once: the round's row decides who asks. @returns ids of the jobs */
  async run(): Promise<readonly string[]> {
    const today = this.clock.today();
    const asked: string[] = [];
    for (const roundId of await this.jobs.pastDeadline(this.uow.reader, today))
      asked.push(...(await this.ask(roundId)));
    for (const exception of await this.exceptions.passedUnassessed(this.uow.reader, today)) {
      asked.push(...(await this.askFor(exception, today)));
    }
    return asked;
  }

  private ask(roundId: string): Promise<readonly string[]> {
    return this.uow.run(async (manager) => {
      const round = await this.rounds.holdById(manager, roundId, 'exclusive');
      if (round.status !== 'open' || round.deadlineAssessed) return [];
      await this.rounds.update(manager, roundId, { deadlineAssessed: true });
      return [await this.requests.round(manager, roundId, null)];
    });
  }

  private askFor({ id, roundId, organisationId }: RoundException, today: string): Promise<readonly string[]> {
    return this.uow.run(async (manager) => {
      await this.rounds.holdById(manager, roundId, 'exclusive');
      const due = await this.exceptions.passedUnassessed(manager, today, roundId);
      if (!due.some((exception) => exception.id === id)) return [];
      await this.exceptions.update(manager, id, { assessed: true });
      return this.requests.below(manager, roundId, organisationId, null);
    });
  }
}
