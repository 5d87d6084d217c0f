import type { Permission } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAmong, scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import { OrganisationAccess } from '../../organisations/index.js';
import { RoundRepository } from '../../reporting/index.js';
import { ProjectAccess } from '../../targets/index.js';
import type { ExportAccepted, ExportInput } from '../http/exports.dto.js';
import { exportJob } from '../jobs/export.jobs.js';
import { ExportProjectsQuery } from '../persistence/export-projects.query.js';
import type { PaperExport } from '../persistence/paper-export.entity.js';
import { PaperExportRepository } from '../persistence/paper-export.repository.js';
import { isPaperKind } from './export-kinds.js';

/** An auditor's file of evidence names everybody who had a hand in a project, and what they gave each other back. */
export const EVIDENCE_READERS = ['audit.read', 'evaluations.manage'] as const satisfies readonly Permission[];
const FORM_READERS = ['lights.read'] as const satisfies readonly Permission[];

/** Has official forms or evidence written as files, in the background; within the reach that the caller has now. */
@Injectable()
export class RequestExport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly access: OrganisationAccess,
    private readonly projectAccess: ProjectAccess,
    private readonly projects: ExportProjectsQuery,
    private readonly exports: PaperExportRepository,
    private readonly jobs: JobQueue,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `not-found` for a project or unit out of reach, `forbidden` where the caller may not have evidence,
   *   `round-not-found`, `export-fields`, `export-empty` where there is no project to be written
   */
  async run(user: CurrentUser, input: ExportInput, remoteAddress: string | null): Promise<ExportAccepted> {
    checkFields(input);
    const permissions = isPaperKind(input.kind) ? FORM_READERS : EVIDENCE_READERS;
    const paths = await this.paths(user, input, permissions);
    return this.uow.run(async (manager) => {
      if (input.month !== undefined) await this.rounds.require(manager, input.year, input.month);
      const { actor, onBehalfOf } = actorAmong(user, permissions, paths);
      const asked = rowOf(input, paths, { actor, onBehalfOf, at: this.clock.now() });
      const projects = (await this.projects.ids(manager, asked)).length;
      if (projects === 0) throw new DomainError('export-empty');
      const jobId = await this.begin(manager, { ...asked, projects }, remoteAddress);
      return { exportId: asked.id, jobId };
    });
  }

  private async begin(manager: EntityManager, asked: PaperExport, remoteAddress: string | null): Promise<string> {
    const { id, requestedBy, requestedFor, kind, year, month, format, packaging } = asked;
    const payload = { exportId: id, remoteAddress };
    const jobId = await this.jobs.enqueue(manager, exportJob, payload, { key: id, requestedBy, requestedFor });
    await this.exports.insert(manager, { ...asked, jobId });
    await this.audit.record(manager, {
      actor: requestedBy,
      onBehalfOf: requestedFor,
      action: 'exports.request',
      subject: `export/${id}`,
      after: {
        kind,
        year,
        month,
        format,
        packaging,
        organisationId: asked.organisationId,
        projectId: asked.projectId,
        projects: asked.projects,
      },
      remoteAddress,
    });
    return jobId;
  }

  private async paths(
    user: CurrentUser,
    { projectId, organisationId, year }: ExportInput,
    permissions: readonly Permission[],
  ): Promise<readonly string[]> {
    const paths = await this.placesOf(user, year, projectId, organisationId);
    const held = permissions.flatMap((permission) => scopeOf(user, permission));
    const within = paths.flatMap((path) => narrowed(path, held));
    if (within.length === 0) throw new DomainError('forbidden');
    return [...new Set(within)];
  }

  private async placesOf(
    user: CurrentUser,
    year: number,
    projectId: string | undefined,
    organisationId: string | undefined,
  ): Promise<readonly string[]> {
    if (projectId === undefined) return this.access.scope(user, 'lights.read', organisationId);
    const { project, organisation } = await this.projectAccess.require(user, projectId, 'lights.read');
    if (project.year !== year) throw new DomainError('not-found');
    return [organisation.path];
  }
}

/** The parts of a subtree in which a permission is held. */
const narrowed = (path: string, held: readonly string[]): readonly string[] =>
  held.flatMap((prefix) => {
    if (path.startsWith(prefix)) return [path];
    return prefix.startsWith(path) ? [prefix] : [];
  });

function checkFields({ kind, month, format, projectId, organisationId, packaging }: ExportInput): void {
  const isForm = isPaperKind(kind);
  const issues = [
    ...((month === undefined) === (kind === 'monitoringForm') ? ['month'] : []),
    ...((format === undefined) === isForm ? ['format'] : []),
    ...(projectId !== undefined && organisationId !== undefined ? ['organisationId'] : []),
    ...(packaging === 'perUnit' && (!isForm || projectId !== undefined) ? ['packaging'] : []),
  ];
  if (issues.length === 0) return;
  const params = { fields: issues.join(' ') };
  throw new DomainError(
    'export-fields',
    params,
    issues.map((path) => ({ path, code: 'export-field' })),
  );
}

const rowOf = (
  { kind, year, month, format, packaging, organisationId, projectId }: ExportInput,
  paths: readonly string[],
  by: { readonly actor: string; readonly onBehalfOf: string | null; readonly at: string },
): PaperExport => ({
  id: newId(),
  jobId: null,
  kind,
  year,
  month: month ?? null,
  format: format ?? null,
  packaging,
  organisationId: organisationId ?? null,
  projectId: projectId ?? null,
  paths,
  requestedBy: by.actor,
  requestedFor: by.onBehalfOf,
  requestedAt: by.at,
  attempt: 0,
  finishedAt: null,
  file: null,
  sha256: null,
  bytes: null,
  projects: 0,
  papers: 0,
  fileRemovedAt: null,
  deletedAt: null,
});
