import { setImmediate as turn } from 'node:timers/promises';
import {
  assessProject,
  gapsToFill,
  remarkRulesOf,
  reportGaps,
  treasuryDifference,
  wanFromFen,
  type AssessmentInput,
  type ReportAnomaly,
  type TreasuryDifference,
} from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError, type FieldIssue } from '../../../platform/runtime/domain-error.js';
import { TargetRepository } from '../../targets/index.js';
import { TreasuryRepository } from '../../treasury/index.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { ReportStepRepository } from '../persistence/report-step.repository.js';
import { LoadAssessmentInput } from './load-assessment-input.js';
import { PreviousReports } from './previous-reports.js';
import { reportAnomalies } from './report-anomalies.js';
import { reportDifferences } from './report-differences.js';
import { NOTHING_REPORTED, type ReportContent, type StoredReport } from './stored-report.js';
import { WritableReports } from './writable-reports.js';

/** What a reviewer is told of a report that is handed in. */
export interface Submission {
  readonly anomalies: readonly ReportAnomaly[];
  readonly changedFields: number | null;
}

export interface CheckedSubmissions {
  readonly ready: ReadonlyMap<string, Submission>;
  readonly refused: ReadonlyMap<string, DomainError>;
}

/** Projects between two turns of the event loop. */
const PROJECTS_AT_A_TIME = 100;

/** Checks reports before they are handed in, and finds what a reviewer should look at first; a few statements per set. */
@Injectable()
export class SubmissionCheck {
  constructor(
    private readonly targets: TargetRepository,
    private readonly treasury: TreasuryRepository,
    private readonly assessment: LoadAssessmentInput,
    private readonly previousReports: PreviousReports,
    private readonly steps: ReportStepRepository,
    private readonly writable: WritableReports,
  ) {}

  /**
   * @param reports the stored report of each project; undefined where nothing has been saved
   * @returns per project `report-incomplete` with everything that is missing (R24–R26, R28), or `difference-unexplained` where
   *   the expenditure differs from the treasury's and nobody says why. Where one indicator was reopened, only that one is
   *   asked about: the rest stands as it was locked
   */
  async run(
    manager: EntityManager,
    round: MonitoringRound,
    reports: ReadonlyMap<string, StoredReport | undefined>,
  ): Promise<CheckedSubmissions> {
    const ids = [...reports.keys()];
    const contentOf = (id: string): ReportContent => reports.get(id)?.content ?? NOTHING_REPORTED;
    const targets = await this.targets.ofProjects(manager, ids, round.id);
    const items = targets.map((target) => ({ target, report: contentOf(target.project.id) }));
    const inputs = await this.assessment.many(manager, round, items);
    const paid = await this.treasury.ofMonth(manager, ids, round.month, round.lockedAt);
    const previous = await this.previousReports.run(manager, round, ids);
    const reopened = await this.writable.live(manager, round, ids);
    const reportIds = [...reports.values()].flatMap((stored) => stored?.row.id ?? []);
    const baselines = await this.steps.baselines(manager, reportIds, ['approve', 'accept', 'return', 'reopen']);
    const ready = new Map<string, Submission>();
    const refused = new Map<string, DomainError>();
    for (const [place, [id, input]] of [...inputs].entries()) {
      const content = contentOf(id);
      const difference = treasuryDifference(content.expenditure, paid.get(id)?.figures ?? null);
      const refusal = refusalOf(input, content, difference, reopened.get(id)?.lineageId ?? null);
      const checked = baselines.get(reports.get(id)?.row.id ?? '');
      const changedFields = checked === undefined ? null : reportDifferences(checked.content, content).length;
      const review = {
        input,
        content,
        previous: previous.get(id) ?? null,
        differs: difference !== null,
        changedFields,
      };
      if (refusal !== null) refused.set(id, refusal);
      else ready.set(id, { anomalies: reportAnomalies(review), changedFields });
      if (place % PROJECTS_AT_A_TIME === PROJECTS_AT_A_TIME - 1) await turn();
    }
    return { ready, refused };
  }
}

function refusalOf(
  input: AssessmentInput,
  content: ReportContent,
  difference: TreasuryDifference | null,
  only: string | null,
): DomainError | null {
  const missing = gaps(input, content, only);
  const unexplained = only === null ? unexplainedDifference(content, difference) : [];
  const issues = [...missing, ...unexplained];
  const [first] = unexplained;
  if (missing.length > 0) return new DomainError('report-incomplete', { missing: issues.length }, issues);
  return first === undefined ? null : new DomainError(first.code, first.params, issues);
}

function unexplainedDifference({ differenceNote }: ReportContent, difference: TreasuryDifference | null): FieldIssue[] {
  if (difference === null || differenceNote !== null) return [];
  const params = { differenceWan: wanFromFen(difference.expenditureFen || (difference.fiscalFen ?? 0)) };
  return [{ path: 'differenceNote', code: 'difference-unexplained', params }];
}

function gaps(input: AssessmentInput, content: ReportContent, only: string | null): FieldIssue[] {
  const nameOf = new Map(input.indicators.map(({ id, target }) => [id, target.name]));
  const all = reportGaps(assessProject(input), content, remarkRulesOf(input.rulePack));
  return gapsToFill(all, only).map(({ indicatorId, code }) => ({
    path: pathOf(indicatorId, code),
    code,
    params: { indicator: indicatorId === null ? null : (nameOf.get(indicatorId) ?? null) },
  }));
}

/** Where in the report something is missing: the amount, a field of it, or a field of an indicator. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'spend-reason-missing': 'reasons',
  'spend-reason-note-missing': 'reasonNote',
  'reason-missing': 'reasons',
  'reason-note-missing': 'reasonNote',
  'over-target-reason-missing': 'reasons',
  'likelihood-note-missing': 'note',
};

function pathOf(indicatorId: string | null, code: string): string {
  const field = FIELD_OF[code];
  if (indicatorId === null) return field ?? 'expenditureFen';
  return field === undefined ? `results.${indicatorId}` : `results.${indicatorId}.${field}`;
}
