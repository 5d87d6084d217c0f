import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { UNENDED } from '../../../platform/jobs/job-rows.repository.js';
import { JobRun } from '../../../platform/jobs/job-run.entity.js';
import { draftReportJob } from '../jobs/draft-report.jobs.js';

/** The jobs by which reports are being drafted. */
@Injectable()
export class DraftingJobs {
  /** The one of a report that has not ended; of several the newest. */
  async of(manager: EntityManager, reportId: string): Promise<string | null> {
    const [job] = await manager.find(JobRun, {
      where: { name: draftReportJob.name, jobKey: reportId, status: In([...UNENDED]) },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: 1,
    });
    return job?.id ?? null;
  }
}
