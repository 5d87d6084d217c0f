import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { ActorFrom } from '../../../platform/http/access.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import type { Organisation } from '../../organisations/index.js';
import { draftReportJob } from '../jobs/draft-report.jobs.js';
import type { OfficialReport } from '../persistence/official-report.entity.js';
import { ReportedProjects } from '../persistence/reported-projects.query.js';
import { FillDraft } from './fill-draft.js';

/** From so many projects on drafting takes longer than a request should. */
const MANY_PROJECTS = 500;

/** Drafts a report at once, or has a job draft that of a large county. */
@Injectable()
export class DraftOrAsk {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly projects: ReportedProjects,
    private readonly fill: FillDraft,
    private readonly jobs: JobQueue,
  ) {}

  /** @returns the job that drafts it; null where it is drafted @throws DomainError what `FillDraft` refuses */
  async run(
    { id: reportId, year }: Pick<OfficialReport, 'id' | 'year'>,
    { path }: Organisation,
    again: boolean,
    by: ActorFrom,
  ): Promise<string | null> {
    if ((await this.projects.count(this.uow.reader, year, path)) < MANY_PROJECTS) {
      await this.fill.run(reportId, again, by);
      return null;
    }
    const options = { key: reportId, requestedBy: by.actor, requestedFor: by.onBehalfOf };
    return this.uow.run((manager) => this.jobs.enqueue(manager, draftReportJob, { reportId, again, ...by }, options));
  }
}
