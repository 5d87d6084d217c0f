import { adjustedBudget } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { placeholders } from '../../../platform/database/placeholders.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import type { ApprovalView, ProjectDetail } from '../http/targets.dto.js';
import type { BudgetAdjustment } from '../persistence/budget-adjustment.entity.js';
import type { TargetApproval } from '../persistence/target-approval.entity.js';
import { approvalState, TargetApprovalRepository } from '../persistence/target-approval.repository.js';
import { TargetChangeRepository } from '../persistence/target-change.repository.js';
import { TargetRepository } from '../persistence/target.repository.js';
import { CHUNK_OF_PROJECTS, inChunks } from './in-chunks.js';
import { ProjectAccess, type OrganisationOfProject } from './project-access.query.js';
import type { StoredIndicator, StoredTarget } from './stored-target.js';

/** A project with its targets and budget, as its page and the form of a round show it. */
@Injectable()
export class ProjectDetailQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly targets: TargetRepository,
    private readonly approvals: TargetApprovalRepository,
    private readonly changes: TargetChangeRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param month of the round whose targets are wanted (R27); the targets in force where left out or no such round
   * @throws DomainError `not-found` for a project outside what the caller may see.
   */
  async run(user: CurrentUser, projectId: string, month?: number): Promise<ProjectDetail> {
    const { project, organisation } = await this.access.require(user, projectId, 'lights.read');
    const roundId = await this.roundId(project.year, month);
    const targets = await this.targets.ofProjects(this.uow.reader, [projectId], roundId);
    const [view] = await this.views(targets, new Map([[organisation.id, organisation]]));
    if (view === undefined) throw new Error(`Project ${projectId} vanished while it was read`);
    return view;
  }

  /**
   * The same of many projects in a few statements, for callers that have decided who may see them.
   * @param organisations the organisation of every project, by id
   */
  async views(
    targets: readonly StoredTarget[],
    organisations: ReadonlyMap<string, Pick<OrganisationOfProject, 'id' | 'name'>>,
  ): Promise<readonly ProjectDetail[]> {
    const manager = this.uow.reader;
    const ids = targets.map(({ project }) => project.id);
    const adjustments = await this.targets.adjustmentsOf(manager, ids);
    const documents = await this.changes.documentsOf(manager, ids);
    const approvals = await this.approvals.ofTargets(manager, targets);
    const files = await this.sourceFiles(ids);
    const nameOf = new Map(documents.map(({ id, name }) => [id, { id, name }]));
    return targets.flatMap((target) => {
      const { id, organisationId } = target.project;
      const organisation = organisations.get(organisationId);
      if (organisation === undefined) return [];
      const { version, restoredFrom } = target.version;
      const sourceFile = files.get(fileKey(id, restoredFrom ?? version)) ?? null;
      const approval = approvalView(approvals.get(id));
      const budget = this.budget(target, adjustments.get(id) ?? [], nameOf);
      return [{ ...detail(target, organisation), ...budget, sourceFile, approval }];
    });
  }

  private async roundId(year: number, month: number | undefined): Promise<string | undefined> {
    if (month === undefined) return undefined;
    const sql = 'select id from monitoring_round where year = ? and month = ?';
    const [round] = await this.uow.reader.query<{ id: string }[]>(sql, [year, month]);
    return round?.id;
  }

  private budget(
    { version }: StoredTarget,
    adjustments: readonly BudgetAdjustment[],
    nameOf: ReadonlyMap<string, { readonly id: string; readonly name: string }>,
  ) {
    return {
      adjustedBudgetFen: adjustedBudget(version.initialBudgetFen, adjustments, this.clock.today()),
      adjustments: adjustments.map(({ projectId: _projectId, documentId, ...view }) => ({
        ...view,
        document: nameOf.get(documentId ?? '') ?? null,
      })),
    };
  }

  /** Files by project and version. A version that brings back an older one says what that one's document said. */
  private async sourceFiles(projectIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const files = new Map<string, string>();
    for await (const ids of inChunks(projectIds, CHUNK_OF_PROJECTS)) {
      const sql = `select v.project_id as projectId, v.version as version, b.file as file
                   from target_version v join import_batch b on b.id = v.import_batch_id
                   where v.project_id in (${placeholders(ids.length)})`;
      const rows = await this.uow.reader.query<VersionFile[]>(sql, [...ids]);
      for (const { projectId, version, file } of rows) files.set(fileKey(projectId, version), file);
    }
    return files;
  }
}

const approvalView = (approval: TargetApproval | undefined): ApprovalView => ({
  state: approvalState(approval),
  documentNumber: approval?.documentNumber ?? null,
  documentDate: approval?.documentDate ?? null,
  message: approval?.message ?? null,
  decidedBy: approval?.decidedBy ?? null,
  decidedAt: approval?.decidedAt ?? null,
});

interface VersionFile {
  readonly projectId: string;
  readonly version: number;
  readonly file: string;
}

const fileKey = (projectId: string, version: number): string => `${projectId}/${version}`;

const detail = (
  { project, version, content }: StoredTarget,
  organisation: Pick<OrganisationOfProject, 'id' | 'name'>,
) => ({
  id: project.id,
  year: project.year,
  code: project.code,
  name: project.name,
  organisationId: organisation.id,
  organisationName: organisation.name,
  key: project.key,
  transferLevel: project.transferLevel,
  personnel: project.personnel,
  startMonth: project.startMonth,
  targetVersion: version.version,
  currentVersion: project.currentVersion,
  initialBudgetFen: version.initialBudgetFen,
  fiscalFundsFen: version.fiscalFundsFen,
  otherFundsFen: version.otherFundsFen,
  purpose: version.purpose,
  goals: [...version.goals],
  schedule: content.schedule?.map((checkpoint) => ({ ...checkpoint })) ?? null,
  indicators: content.indicators.map(indicatorView),
});

const indicatorView = ({ lineageId, ...indicator }: StoredIndicator): ProjectDetail['indicators'][number] => ({
  id: lineageId,
  level1: indicator.level1,
  level2: indicator.level2,
  name: indicator.name,
  description: indicator.description,
  rawValue: indicator.rawValue,
  operator: indicator.operator,
  number: indicator.number,
  unit: indicator.unit,
  dueDate: indicator.dueDate,
  direction: indicator.direction,
  directionInferred: indicator.directionInferred,
  directionConfirmed: indicator.directionConfirmed,
  kind: indicator.kind,
  assessedFrom: indicator.assessedFrom,
  weight: indicator.weight,
  corrected: [...indicator.corrected],
  basis: indicator.basis,
  sourceAt: indicator.sourceAt,
});
