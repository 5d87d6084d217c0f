import { isDeepStrictEqual } from 'node:util';
import { rulePackRef } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { plain } from '../../../platform/runtime/plain.js';
import { RoundRepository, type LockPace, type MonitoringRound } from '../../reporting/index.js';
import { inChunks } from '../jobs/recompute.jobs.js';
import { LightRepository, type LightBasis } from '../persistence/light.repository.js';
import { RecomputeJobRepository } from '../persistence/recompute-job.repository.js';
import { JudgementInputs } from './judgement-inputs.js';
import type { ProjectToJudge } from './light-rows.js';
import { RecomputeRequests } from './recompute-requests.js';

/**
 * Finds the lights that were judged by something else than what is stored now. Every change asks for its lights, but a job
 * may have died or been cancelled: what is locked is looked at itself, and no job is believed.
 */
@Injectable()
export class StaleLights {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly inputs: JudgementInputs,
    private readonly lights: LightRepository,
    private readonly jobs: RecomputeJobRepository,
    private readonly requests: RecomputeRequests,
  ) {}

  /** @returns ids of the projects whose lights are missing or were judged by something else */
  async of(manager: EntityManager, round: MonitoringRound, pace?: LockPace): Promise<readonly string[]> {
    const stale: string[] = [];
    const projectIds = await this.inputs.projectIds(manager, round);
    let compared = 0;
    for (const ids of inChunks(projectIds)) {
      const stored = await this.lights.basesOf(manager, round.id, ids);
      const judgeable = await this.inputs.of(manager, round, ids);
      stale.push(
        ...judgeable.filter((each) => isStale(stored.get(each.project.id), each)).map(({ project }) => project.id),
      );
      compared += ids.length;
      await pace?.at('compared', compared, projectIds.length);
    }
    return stale;
  }

  /** Has such lights judged again. @returns false where judging is under way, so that nothing was looked at */
  async judgeAgain(roundId: string, requestedBy: string | null): Promise<boolean> {
    return this.uow.run(async (manager) => {
      const round = await this.rounds.holdById(manager, roundId, 'shared');
      if ((await this.jobs.underWay(manager, roundId)) > 0) return false;
      const stale = await this.of(manager, round);
      await this.requests.projects(manager, roundId, stale, requestedBy);
      return true;
    });
  }
}

function isStale(stored: LightBasis | undefined, { project, targetVersion, input }: ProjectToJudge): boolean {
  const { rulePack, indicators, ...inputs } = input;
  const { organisationId } = project;
  const fresh: LightBasis = { organisationId, targetVersion, rulePackRef: rulePackRef(rulePack), inputs, indicators };
  return !isDeepStrictEqual(plain(fresh), stored);
}
