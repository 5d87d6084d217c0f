import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '../../../platform/jobs/job-queue.js';
import { AnalyseUnit } from '../application/analyse-unit.js';
import { analyseUnitsJob, type UnitsPayload } from './analysis.jobs.js';

@Injectable()
export class AnalyseUnitsHandler implements JobHandler<UnitsPayload> {
  readonly definition = analyseUnitsJob;

  constructor(private readonly analyse: AnalyseUnit) {}

  async handle({ payload: { roundId, organisationIds, asPart }, progress }: JobContext<UnitsPayload>): Promise<void> {
    let projects = 0;
    for (const organisationId of organisationIds) {
      projects += await this.analyse.run(roundId, organisationId, asPart);
      await progress(projects, projects);
    }
  }
}
