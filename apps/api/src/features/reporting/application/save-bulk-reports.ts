import { isEditable } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError, type FieldIssue } from '../../../platform/runtime/domain-error.js';
import { ProjectAccess, TargetRepository, type StoredTarget } from '../../targets/index.js';
import type { BulkReportInput, BulkReportResult } from '../http/reporting.dto.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { ReportRepository } from '../persistence/report.repository.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { outsideReopening } from './changes-outside.js';
import { amendedContent, pathBelow } from './report-content.js';
import { resolveBulkReport, type ResolvedProject } from './resolve-bulk-report.js';
import { StoreReports, type ReportToStore } from './store-reports.js';
import { NOTHING_REPORTED, type StoredReport } from './stored-report.js';
import { WritableReports } from './writable-reports.js';

/**
 * Takes in the figures of many projects at once, all or nothing. What the input leaves out stays as it is stored.
 * Projects are looked for where the caller may write reports.
 */
@Injectable()
export class SaveBulkReports {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly access: ProjectAccess,
    private readonly targets: TargetRepository,
    private readonly reports: ReportRepository,
    private readonly store: StoreReports,
    private readonly writable: WritableReports,
  ) {}

  /**
   * @throws DomainError `round-not-found`, `round-locked`, `round-not-open`, `reopening-expired`, `report-submitted` (with
   *   each such project), `bulk-report-refused` with every issue of the input
   */
  async run(
    user: CurrentUser,
    { year, month }: { readonly year: number; readonly month: number },
    input: BulkReportInput,
    remoteAddress?: string,
  ): Promise<BulkReportResult> {
    return this.uow.run(async (manager) => {
      const round = await this.rounds.hold(manager, year, month, 'shared');
      await this.writable.requireAny(manager, round);
      const named = namesIn(input);
      const candidates = await this.targets.named(manager, year, scopeOf(user, 'reports.write'), named, round.id);
      const { resolved, issues } = resolveBulkReport(input, candidates.map(bulkCandidate));
      if (issues.length > 0) throw refused(issues);
      const items = await this.itemsOf(manager, round, resolved);
      const ids = items.map(({ projectId }) => projectId);
      const onBehalfOf = await this.access.principals(manager, user, 'reports.write', ids);
      const writer = { username: user.username, onBehalfOf };
      const { jobIds } = await this.store.run(manager, round, items, writer, remoteAddress);
      const results = resolved.reduce((sum, project) => sum + project.results.length, 0);
      return { projects: resolved.length, results, jobIds: [...jobIds] };
    });
  }

  private async itemsOf(
    manager: EntityManager,
    round: MonitoringRound,
    resolved: readonly ResolvedProject[],
  ): Promise<readonly ReportToStore[]> {
    const ids = resolved.map(({ projectId }) => projectId);
    await this.targets.lockProjects(manager, ids);
    const reopened = await this.writable.require(manager, round, ids, 'unit');
    const found = await this.targets.ofProjects(manager, ids, round.id);
    const targets = new Map(found.map((target) => [target.project.id, target]));
    const stored = await this.reports.ofRound(manager, round.id, ids);
    refuseSubmitted(resolved, stored);
    const issues: FieldIssue[] = [];
    const items = resolved.map(({ projectId, input, results, path }): ReportToStore => {
      const report = stored.get(projectId);
      const before = report?.content ?? NOTHING_REPORTED;
      const indicators = targets.get(projectId)?.content.indicators ?? [];
      const checked = amendedContent(before, { ...input, results: [...results] }, indicators, round, pathBelow(path));
      issues.push(...checked.issues);
      const refusal = outsideReopening(reopened.get(projectId), before, checked.content);
      if (refusal !== null) issues.push({ path, ...refusal });
      return { projectId, stored: report, content: checked.content, indicators };
    });
    if (issues.length > 0) throw refused(issues);
    return items;
  }
}

export const bulkCandidate = ({ project, content }: StoredTarget) => ({
  projectId: project.id,
  code: project.code,
  name: project.name,
  indicators: content.indicators.map(({ lineageId: id, level2, name }) => ({ id, level2, name })),
});

/** Every code and name that the input looks a project up by. */
const namesIn = ({ projects }: BulkReportInput) => ({
  codes: projects.flatMap(({ code }) => code?.trim() || []),
  names: projects.flatMap(({ name }) => name?.trim() || []),
});

const refused = (issues: readonly FieldIssue[]): DomainError =>
  new DomainError('bulk-report-refused', { issues: issues.length }, issues);

function refuseSubmitted(resolved: readonly ResolvedProject[], stored: ReadonlyMap<string, StoredReport>): void {
  const submitted = resolved.filter(({ projectId }) => !isEditable(stored.get(projectId)?.row.status ?? 'draft'));
  if (submitted.length === 0) return;
  const issues = submitted.map(({ path }) => ({ path, code: 'report-submitted' }));
  throw new DomainError('report-submitted', {}, issues);
}
