import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '../../../platform/jobs/job-queue.js';
import { EvaluateUnits } from '../application/evaluate-units.js';
import { evaluateUnitsJob, type UnitsPayload } from './alerts.jobs.js';

@Injectable()
export class EvaluateUnitsHandler implements JobHandler<UnitsPayload> {
  readonly definition = evaluateUnitsJob;

  constructor(private readonly evaluate: EvaluateUnits) {}

  async handle({ payload: { roundId, organisationIds } }: JobContext<UnitsPayload>): Promise<void> {
    await this.evaluate.run(roundId, organisationIds);
  }
}
