import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { roundLocked } from '../../reporting/index.js';
import { correctEvaluationsJob, evaluationYearKey } from '../jobs/evaluation-year.jobs.js';
import { EvaluationYearRepository } from '../persistence/evaluation-year.repository.js';

/** Once the December by which a year is evaluated is locked again, its self-evaluations are looked through. */
@Injectable()
export class FollowDecember implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly years: EvaluationYearRepository,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(roundLocked, async (manager, { roundId, actor }) => {
      const opened = await this.years.ofRound(manager, roundId);
      if (opened === null) return;
      const { year } = opened;
      await this.jobs.enqueue(
        manager,
        correctEvaluationsJob,
        { year },
        { key: evaluationYearKey(year), requestedBy: actor },
      );
    });
  }
}
