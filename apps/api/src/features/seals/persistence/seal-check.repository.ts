import { Injectable } from '@nestjs/common';
import { In, Like, type EntityManager } from 'typeorm';
import { upsertRows } from '../../../platform/database/bulk-write.js';
import { JobRun } from '../../../platform/jobs/job-run.entity.js';
import { UNENDED } from '../../../platform/jobs/job-rows.repository.js';
import { sealCheckJob, sealCheckPrefix } from '../jobs/seal-check.jobs.js';
import { SealCheck } from './seal-check.entity.js';

@Injectable()
export class SealCheckRepository {
  ofRound(manager: EntityManager, roundId: string): Promise<SealCheck | null> {
    return manager.findOneBy(SealCheck, { roundId });
  }

  /** In place of the round's last one. */
  async put(manager: EntityManager, check: SealCheck): Promise<void> {
    await upsertRows(manager, SealCheck, [check], ['roundId']);
  }

  /** The job of a check of the round that goes on or waits, of several the newest. */
  underWay(manager: EntityManager, roundId: string): Promise<JobRun | null> {
    return manager.findOne(JobRun, {
      where: { ...jobsOf(roundId), status: In([...UNENDED]) },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
  }

  /** The job of the check that ended last, as far as the ledger remembers. */
  lastEnded(manager: EntityManager, roundId: string): Promise<JobRun | null> {
    return manager.findOne(JobRun, {
      where: { ...jobsOf(roundId), status: In(['succeeded', 'dead', 'cancelled']) },
      order: { finishedAt: 'DESC', id: 'DESC' },
    });
  }
}

const jobsOf = (roundId: string) => ({ name: sealCheckJob.name, jobKey: Like(`${sealCheckPrefix(roundId)}%`) });
