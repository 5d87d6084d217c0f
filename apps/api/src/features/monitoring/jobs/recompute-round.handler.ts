import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { JobContext, JobHandler } from '../../../platform/jobs/job-queue.js';
import { RoundRepository } from '../../reporting/index.js';
import { JudgementInputs } from '../application/judgement-inputs.js';
import { chunkKey, inChunks, recomputeChunkJob, recomputeRoundJob, type RoundPayload } from './recompute.jobs.js';

/** Splits a round into chunks. A project that is added meanwhile has a job of its own. */
@Injectable()
export class RecomputeRoundHandler implements JobHandler<RoundPayload> {
  readonly definition = recomputeRoundJob;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly inputs: JudgementInputs,
  ) {}

  async handle({ payload: { roundId }, fanOut }: JobContext<RoundPayload>): Promise<void> {
    const round = await this.rounds.byId(this.uow.reader, roundId);
    if (round === null) return;
    const projectIds = await this.inputs.projectIds(this.uow.reader, round);
    if (projectIds.length === 0) return;
    await fanOut(
      inChunks(projectIds).map((ids) => ({
        definition: recomputeChunkJob,
        payload: { roundId, projectIds: [...ids] },
        key: chunkKey(roundId, ids),
        units: ids.length,
      })),
    );
  }
}
