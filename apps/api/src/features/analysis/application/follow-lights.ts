import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { lightsJudged } from '../../monitoring/index.js';
import { projectsRemoved } from '../../targets/index.js';
import { analyseRoundJob, analyseUnitsJob, roundKey, unitsKey } from '../jobs/analysis.jobs.js';
import { AnalysisRepository } from '../persistence/analysis.repository.js';
import { UnitsToAnalyse } from '../persistence/units-to-analyse.query.js';

/** Up to this many units have a job each; lights of more are those of a round that is judged anew. */
const SINGLE = 3;

/** Keeps the analysis up with the lights: each subscriber stores its job in the transaction that stores the lights. */
@Injectable()
export class FollowLights implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly queue: JobQueue,
    private readonly units: UnitsToAnalyse,
    private readonly analysis: AnalysisRepository,
    private readonly uow: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(lightsJudged, async (manager, { roundId, projects }) => {
      const organisationIds = [...new Set(projects.map((project) => project.organisationId))];
      if (organisationIds.length > SINGLE) {
        await this.queue.enqueue(manager, analyseRoundJob, { roundId }, { key: roundKey(roundId) });
        return;
      }
      for (const id of organisationIds) {
        const payload = { roundId, organisationIds: [id] };
        await this.queue.enqueue(manager, analyseUnitsJob, payload, { key: unitsKey(roundId, [id]) });
      }
    });

    this.events.subscribe(projectsRemoved, async (manager, { projectIds }) => {
      for (const { roundId, organisationId } of await this.analysis.removeProjects(manager, projectIds)) {
        const payload = { roundId, organisationIds: [organisationId] };
        await this.queue.enqueue(manager, analyseUnitsJob, payload, { key: unitsKey(roundId, [organisationId]) });
      }
    });
  }

  /** Asks for the rounds that nobody has analysed. Any number of processes may run it at once. */
  async catchUp(): Promise<void> {
    for (const roundId of await this.units.roundsWithout(this.uow.reader)) {
      await this.uow.run((manager) =>
        this.queue.enqueue(manager, analyseRoundJob, { roundId }, { key: roundKey(roundId) }),
      );
    }
  }
}
