import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { lightsJudged } from '../../monitoring/index.js';
import { projectsRemoved } from '../../targets/index.js';
import { treasuryFiguresChanged } from '../../treasury/index.js';
import { analyseRoundJob, analyseUnitsJob, roundKey, unitsKey } from '../jobs/analysis.jobs.js';
import { AnalysisRepository } from '../persistence/analysis.repository.js';
import { UnitsToAnalyse } from '../persistence/units-to-analyse.query.js';

/** Up to this many units have a job each; lights of more are those of a round that is judged anew. */
const SINGLE = 3;

/** From this many projects on, whole rounds are analysed without asking whose they are. */
const WHOLE_ROUND_FROM = 500;

/**
 * Keeps the analysis up with the lights and with the spending between the rounds: each subscriber stores its job in the
 * transaction of the change. What changes in a month also counts in the later rounds of its year.
 */
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
      for (const id of [roundId, ...(await this.units.roundsAfter(manager, roundId))]) {
        await this.ask(manager, id, organisationIds);
      }
    });

    this.events.subscribe(treasuryFiguresChanged, async (manager, { year, months }) => {
      const first = Math.min(...months.map(({ month }) => month));
      const projectIds = [...new Set(months.flatMap((one) => one.projectIds))];
      const rounds = await this.units.roundsFrom(manager, year, first);
      if (rounds.length === 0 || projectIds.length === 0) return;
      const organisationIds =
        projectIds.length < WHOLE_ROUND_FROM ? await this.units.ofProjects(manager, projectIds) : null;
      for (const id of rounds) await this.ask(manager, id, organisationIds);
    });

    this.events.subscribe(projectsRemoved, async (manager, { projectIds }) => {
      for (const { roundId, organisationId } of await this.analysis.removeProjects(manager, projectIds)) {
        await this.ask(manager, roundId, [organisationId]);
      }
    });
  }

  /** @param organisationIds null for all units of the round */
  private async ask(manager: EntityManager, roundId: string, organisationIds: readonly string[] | null): Promise<void> {
    if (organisationIds === null || organisationIds.length > SINGLE) {
      await this.queue.enqueue(manager, analyseRoundJob, { roundId }, { key: roundKey(roundId) });
      return;
    }
    for (const id of organisationIds) {
      const payload = { roundId, organisationIds: [id], asPart: false };
      await this.queue.enqueue(manager, analyseUnitsJob, payload, { key: unitsKey(roundId, [id]) });
    }
  }

  /** Asks for the rounds that nobody has analysed. Any number of processes may run it at once. */
  async catchUp(): Promise<void> {
    for (const roundId of await this.units.roundsWithout(this.uow.reader)) {
      await this.uow.run((manager) => this.ask(manager, roundId, null));
    }
  }
}
