import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../../../platform/events/domain-events.js';
import { JobQueue } from '../../../../platform/jobs/job-queue.js';
import { roundLocked, RoundRepository } from '../../../reporting/index.js';
import { BACK_TEST_KEY, backTestJob } from '../../jobs/back-test.jobs.js';

const DECEMBER = 12;

/**
 * Tests the forecasts anew when a round is locked, or locked again, whose year is over by that: the rounds of a year under
 * way say nothing yet of how right a forecast was.
 */
@Injectable()
export class FollowYearEnds implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly rounds: RoundRepository,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(roundLocked, async (manager, { roundId, actor }) => {
      const round = await this.rounds.byId(manager, roundId);
      const december = round && (await this.rounds.find(manager, round.year, DECEMBER));
      if (december?.status !== 'locked') return;
      await this.jobs.enqueue(manager, backTestJob, {}, { key: BACK_TEST_KEY, requestedBy: actor });
    });
  }
}
