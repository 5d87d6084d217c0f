import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { namesOf } from '../../../platform/database/names-of.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import { problemOf } from '../../../platform/http/problem.filter.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import type { JobRun } from '../../../platform/jobs/job-run.entity.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { ExportListQuery, ExportPage, ExportView } from '../http/exports.dto.js';
import type { PaperExport } from '../persistence/paper-export.entity.js';
import { PaperExportRepository } from '../persistence/paper-export.repository.js';
import { expiryOf } from './export-retention.js';

const PROJECTS = { table: 'project', key: 'id', name: 'name' };
const UNITS = { table: 'organisation', key: 'id', name: 'name' };

/** What a person has had written: how far it is, and what came of it. */
@Injectable()
export class ExportsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly exports: PaperExportRepository,
    private readonly jobs: JobQueue,
    private readonly catalogue: MessageCatalogue,
  ) {}

  async page(user: CurrentUser, { page, size }: ExportListQuery, locale: Locale): Promise<ExportPage> {
    const [rows, total] = await this.exports.page(this.uow.reader, user.username, page, size);
    return { items: await this.views(this.uow.reader, rows, locale), total, page, size };
  }

  /** @throws DomainError `not-found` also for another person's */
  async one(user: CurrentUser, id: string, locale: Locale): Promise<ExportView> {
    const row = await this.exports.own(this.uow.reader, user.username, id);
    const [view] = row === null ? [] : await this.views(this.uow.reader, [row], locale);
    if (view === undefined) throw new DomainError('not-found');
    return view;
  }

  private async views(manager: EntityManager, rows: readonly PaperExport[], locale: Locale): Promise<ExportView[]> {
    const jobs = await this.exports.jobsOf(manager, rows);
    const projects = await namesOf(
      manager,
      PROJECTS,
      rows.flatMap(({ projectId }) => projectId ?? []),
    );
    const units = await namesOf(
      manager,
      UNITS,
      rows.flatMap(({ organisationId }) => organisationId ?? []),
    );
    return rows.map((row) => {
      const job = row.jobId === null ? undefined : jobs.get(row.jobId);
      return {
        ...this.stateOf(row, job, locale),
        id: row.id,
        jobId: row.jobId,
        kind: row.kind,
        year: row.year,
        month: row.month,
        format: row.format,
        packaging: row.packaging,
        projectId: row.projectId,
        projectName: row.projectId === null ? null : (projects.get(row.projectId) ?? null),
        organisationId: row.organisationId,
        organisationName: row.organisationId === null ? null : (units.get(row.organisationId) ?? null),
        requestedAt: row.requestedAt,
        finishedAt: row.finishedAt,
        expiresAt: row.finishedAt === null || row.fileRemovedAt !== null ? null : expiryOf(row.requestedAt),
        file: row.file,
        bytes: row.bytes,
        sha256: row.sha256,
        projects: row.projects,
        papers: row.papers,
      };
    });
  }

  private stateOf(
    row: PaperExport,
    job: JobRun | undefined,
    locale: Locale,
  ): Pick<ExportView, 'state' | 'done' | 'total' | 'failure'> {
    const live = job === undefined ? null : this.jobs.liveProgress(job.id);
    const { done, total } = live ?? job ?? { done: row.projects, total: row.projects };
    const refusal = job?.failure && new DomainError(job.failure.code, job.failure.params, job.failure.issues);
    const failure = refusal ? problemOf(this.catalogue, refusal, locale) : null;
    return { state: stateOf(row, job), done, total, failure };
  }
}

function stateOf({ finishedAt, fileRemovedAt }: PaperExport, job: JobRun | undefined): ExportView['state'] {
  if (finishedAt !== null) return fileRemovedAt === null ? 'finished' : 'expired';
  switch (job?.status) {
    case 'queued':
    case 'waiting':
      return 'queued';
    case 'running':
      return 'running';
    case 'cancelled':
      return 'cancelled';
    default:
      return 'failed';
  }
}
