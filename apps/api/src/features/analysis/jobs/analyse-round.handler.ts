import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { JobMustWait } from '../../../platform/jobs/job-errors.js';
import type { JobContext, JobHandler } from '../../../platform/jobs/job-queue.js';
import { RecomputeJobRepository } from '../../monitoring/index.js';
import { roundToAnalyse } from '../application/analysis.events.js';
import { UnitsToAnalyse } from '../persistence/units-to-analyse.query.js';
import { analyseRoundJob, analyseUnitsJob, unitsKey, type RoundPayload } from './analysis.jobs.js';

/** Projects per group of units: some seconds of work. A unit is never divided. */
const GROUP_SIZE = 500;

interface Group {
  readonly organisationIds: string[];
  projects: number;
}

/**
 * Divides a round into groups of units. While lights of the round are still being computed it waits, as it would have to be
 * done again for each part of them.
 */
@Injectable()
export class AnalyseRoundHandler implements JobHandler<RoundPayload> {
  readonly definition = analyseRoundJob;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly recomputing: RecomputeJobRepository,
    private readonly units: UnitsToAnalyse,
    private readonly events: DomainEvents,
  ) {}

  async handle({ payload: { roundId }, fanOut }: JobContext<RoundPayload>): Promise<void> {
    const manager = this.uow.reader;
    if ((await this.recomputing.underWay(manager, roundId)) > 0) throw new JobMustWait('lights are being computed');
    const groups: Group[] = [];
    for (const { organisationId, projects } of await this.units.ofRound(manager, roundId)) {
      const last = groups.at(-1);
      if (last === undefined || last.projects + projects > GROUP_SIZE)
        groups.push({ organisationIds: [organisationId], projects });
      else {
        last.organisationIds.push(organisationId);
        last.projects += projects;
      }
    }
    await this.uow.run((own) => this.events.publish(own, roundToAnalyse({ roundId })));
    await fanOut(
      groups.map(({ organisationIds, projects }) => ({
        definition: analyseUnitsJob,
        payload: { roundId, organisationIds, asPart: true },
        key: unitsKey(roundId, organisationIds),
        units: Math.max(1, projects),
      })),
    );
  }
}
