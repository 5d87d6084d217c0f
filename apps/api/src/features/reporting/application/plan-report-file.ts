import { setImmediate as turn } from 'node:timers/promises';
import { amountMeant, isEditable, type Problem } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { TargetRepository, type StoredTarget } from '../../targets/index.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { ReportCandidatesQuery } from '../persistence/report-candidates.query.js';
import { ReportRepository } from '../persistence/report.repository.js';
import { outsideReopening } from './changes-outside.js';
import { amendedContent, pathBelow } from './report-content.js';
import { reportDifferences, type ReportDifference } from './report-differences.js';
import { ignoredNames, negativeResults } from './report-file-warnings.js';
import { percentResults } from './percent-results.js';
import type { Column } from './report-file/columns.js';
import type { Place } from './report-file/place.js';
import {
  placeOfColumns,
  placeOfPath,
  type FileIssue,
  type ReadProject,
  type ReadReport,
} from './report-file/read-report.js';
import { resolveBulkReport, type ResolvedProject } from './resolve-bulk-report.js';
import { bulkCandidate } from './save-bulk-reports.js';
import type { ReportToStore } from './store-reports.js';
import { NOTHING_REPORTED, type ReportContent, type StoredReport } from './stored-report.js';
import { WritableReports } from './writable-reports.js';

/** One field that a report file changes, with the names for a person and the cell that says so. */
export interface PlannedChange extends ReportDifference {
  readonly projectId: string;
  readonly project: string;
  readonly code: string | null;
  readonly indicator: string | null;
  readonly place: Place | null;
}

/** What saving a report file would do. Nothing of it may be stored while there is an issue. */
export interface ReportFilePlan {
  /** Only reports that change. */
  readonly items: readonly ReportToStore[];
  readonly changes: readonly PlannedChange[];
  readonly issues: readonly FileIssue[];
  readonly warnings: readonly FileIssue[];
}

interface Resolved extends ResolvedProject {
  readonly read: ReadProject;
  readonly at: number;
}

/** Projects between two turns of the event loop. */
const PROJECTS_AT_A_TIME = 100;

/**
 * Compares a report file with what is stored: who is meant, what is wrong, what changes. A project that the file states as
 * it is stored is left alone, so that a template with one figure filled in touches one report.
 */
@Injectable()
export class PlanReportFile {
  constructor(
    private readonly candidates: ReportCandidatesQuery,
    private readonly targets: TargetRepository,
    private readonly reports: ReportRepository,
    private readonly writable: WritableReports,
  ) {}

  /** @param lock whether the projects are held until the transaction ends, because the plan will be carried out */
  async run(
    manager: EntityManager,
    user: CurrentUser,
    round: MonitoringRound,
    file: ReadReport,
    { lock }: { readonly lock: boolean },
  ): Promise<ReportFilePlan> {
    const found = await this.candidates.run(manager, round, scopeOf(user, 'reports.write'), labelsOf(file));
    const { resolved, issues } = resolveBulkReport({ projects: keyed(file) }, found.map(bulkCandidate));
    const ids = resolved.map(({ projectId }) => projectId);
    if (lock) await this.targets.lockProjects(manager, ids);
    // Read again, for what was found may have changed until the projects were held.
    const targets = lock ? await this.targets.ofProjects(manager, ids, round.id) : found;
    const targetOf = new Map(targets.map((target) => [target.project.id, target]));
    const stored = await this.reports.ofRound(manager, round.id, ids);
    const reopened = await this.writable.live(manager, round, ids);
    const draft = new Draft(file, round, (projectId, before, after) => {
      const reopening = reopened.get(projectId);
      return this.writable.refusalOf(round, reopening, 'unit') ?? outsideReopening(reopening, before, after);
    });
    draft.issues.push(...issues.map((issue) => ({ ...issue, place: placeOfPath(file.projects, issue.path) })));
    for (const [index, each] of resolved.entries()) {
      const at = Number(each.path.split('.')[1]);
      const [read, target] = [file.projects[at], targetOf.get(each.projectId)];
      if (read !== undefined && target !== undefined) {
        draft.take({ ...each, read, at }, target, stored.get(each.projectId));
      }
      if (index % PROJECTS_AT_A_TIME === PROJECTS_AT_A_TIME - 1) await turn();
    }
    return draft;
  }
}

class Draft implements ReportFilePlan {
  readonly items: ReportToStore[] = [];
  readonly changes: PlannedChange[] = [];
  readonly issues: FileIssue[];
  readonly warnings: FileIssue[] = [];

  constructor(
    private readonly file: ReadReport,
    private readonly round: MonitoringRound,
    private readonly refusalOf: (projectId: string, before: ReportContent, after: ReportContent) => Problem | null,
  ) {
    this.issues = [...file.issues];
  }

  take(resolved: Resolved, target: StoredTarget, stored: StoredReport | undefined): void {
    const { indicators } = target.content;
    const before = stored?.content ?? NOTHING_REPORTED;
    const input = resolved.read.isForm === true ? meantAmounts(resolved.input, before) : resolved.input;
    const fields = { ...input, results: [...resolved.results] };
    const { content, issues } = amendedContent(before, fields, indicators, this.round, pathBelow(''));
    for (const { path, code, params = {} } of issues) {
      const inFile = pathInFile(resolved, path);
      this.issues.push({ place: placeOfPath(this.file.projects, inFile), path: inFile, code, params });
    }
    this.issues.push(...percentResults(resolved.read, resolved, indicators));
    this.warnings.push(
      ...ignoredNames(resolved.read, resolved, target),
      ...negativeResults(resolved.read, resolved.path),
    );
    const changes = reportDifferences(before, content).map((difference): PlannedChange => ({
      ...difference,
      projectId: target.project.id,
      project: target.project.name,
      code: target.project.code,
      indicator: indicators.find(({ lineageId }) => lineageId === difference.indicatorId)?.name ?? null,
      place: placeOfDifference(resolved, difference),
    }));
    if (changes.length === 0) return;
    const refusal = this.refusalOf(target.project.id, before, content);
    this.issues.push(...standingInTheWay(resolved, changes, stored, refusal));
    this.changes.push(...changes);
    this.items.push({ projectId: target.project.id, stored, content, indicators });
  }
}

/** A form shows 万元 with 2 places: where it shows what is stored, that is meant. */
function meantAmounts(input: ResolvedProject['input'], { expenditure, expectedFullYearFen }: ReportContent) {
  const meant = (stored: number | null | undefined, read: number | null | undefined) =>
    amountMeant(stored ?? null, read ?? null);
  return {
    ...input,
    expenditureFen: meant(expenditure?.expenditureFen, input.expenditureFen),
    fiscalFen: meant(expenditure?.fiscalFen, input.fiscalFen),
    otherFen: meant(expenditure?.otherFen, input.otherFen),
    expectedFullYearFen: meant(expectedFullYearFen, input.expectedFullYearFen),
  };
}

/** A report that is locked or submitted, or was saved by somebody else since the template was downloaded, is not written over. */
function standingInTheWay(
  { read, path }: Resolved,
  changes: readonly PlannedChange[],
  stored: StoredReport | undefined,
  refusal: Problem | null,
): readonly FileIssue[] {
  const place = changes[0]?.place ?? null;
  if (refusal !== null) return [{ place, path, code: refusal.code, params: refusal.params ?? {} }];
  if (stored !== undefined && !isEditable(stored.row.status)) {
    return [{ place, path, code: 'report-submitted', params: {} }];
  }
  const current = stored?.row.version ?? 0;
  if (read.version === null || read.version === current) return [];
  const params = { version: read.version, current };
  return changes.map(({ place }) => ({ place, path, code: 'report-changed', params }));
}

/** The path of a field as the file counts results: those whose indicator is unknown are not among the resolved. */
function pathInFile({ path, resultsAt }: Resolved, field: string): string {
  const inFile = field.replace(/^results\.(\d+)/, (_, index: string) => `results.${resultsAt[Number(index)] ?? index}`);
  return `${path}.${inFile}`;
}

function placeOfDifference({ read, results, resultsAt }: Resolved, { indicatorId, field }: ReportDifference) {
  const columns: readonly Column[] = field === 'result' ? ['result', 'noData'] : [field];
  if (indicatorId === null) return placeOfColumns(read.cells, columns);
  const at = resultsAt[results.findIndex((result) => result.indicatorId === indicatorId)] ?? -1;
  const result = read.results[at];
  return result === undefined ? null : placeOfColumns(result.cells, columns);
}

const keyed = ({ projects }: ReadReport) =>
  projects.map(({ fields, projectId, results }) => ({
    ...fields,
    projectId,
    results: results.map(({ input, indicatorId }) => ({ ...input, indicatorId })),
  }));

const labelsOf = ({ projects }: ReadReport) => ({
  ids: projects.flatMap(({ projectId }) => projectId ?? []),
  codes: projects.flatMap(({ fields }) => fields.code?.trim() || []),
  names: projects.flatMap(({ fields }) => fields.name?.trim() || []),
});
