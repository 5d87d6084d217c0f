import {
  assessProject,
  isEditable,
  missingAnswers,
  treasuryDifference,
  wanFromFen,
  type AssessmentInput,
} from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError, type FieldIssue } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { TreasuryRepository } from '../../treasury/index.js';
import type { ReportView } from '../http/reporting.dto.js';
import { ReportRepository } from '../persistence/report.repository.js';
import { LoadAssessmentInput } from './load-assessment-input.js';
import { ReportAccess, type ReportKey } from './report-access.js';
import { ReportQuery } from './report.query.js';
import { StoreReports } from './store-reports.js';
import { NOTHING_REPORTED, type ReportContent, type StoredReport } from './stored-report.js';

/** Hands a complete report in (R28): from then on it is changed only after it was withdrawn. */
@Injectable()
export class SubmitReport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ReportAccess,
    private readonly reports: ReportRepository,
    private readonly treasury: TreasuryRepository,
    private readonly assessment: LoadAssessmentInput,
    private readonly store: StoreReports,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly report: ReportQuery,
  ) {}

  /**
   * @throws DomainError what `ReportAccess.hold` refuses, `report-submitted`, `report-incomplete` with what is missing, or
   *   `difference-unexplained` where the expenditure differs from the treasury's and nobody says why
   */
  async run(
    user: CurrentUser,
    key: ReportKey,
    version: number,
    locale: Locale,
    remoteAddress?: string,
  ): Promise<ReportView> {
    await this.uow.run(async (manager) => {
      const held = await this.access.hold(manager, user, 'reports.submit', key, version);
      if (held.stored !== undefined && !isEditable(held.stored.row.status)) throw new DomainError('report-submitted');
      const content = held.stored?.content ?? NOTHING_REPORTED;
      const issues = missing(await this.assessment.run(manager, held.round, held.target, content));
      if (issues.length > 0) throw new DomainError('report-incomplete', { missing: issues.length }, issues);
      await this.requireExplained(manager, key, content, held.round.lockedAt);
      const stored = held.stored ?? (await this.emptyReport(manager, held.round.id, key, user));
      const now = this.clock.now();
      const row = { ...stored.row, status: 'submitted' as const, version: stored.row.version + 1 };
      const signed = { submittedAt: now, submittedBy: user.username, updatedAt: now, updatedBy: user.username };
      await this.reports.updateReports(manager, [{ ...row, ...signed }]);
      const subject = `report/${key.year}-${key.month}/${key.projectId}`;
      const entry = { actor: user.username, action: 'reporting.submit', subject, remoteAddress };
      await this.audit.record(manager, entry);
    });
    return this.report.run(user, key, locale);
  }

  /** @param lockedAt in a locked round the treasury's figures are those known then */
  private async requireExplained(
    manager: EntityManager,
    key: ReportKey,
    content: ReportContent,
    lockedAt: string | null,
  ): Promise<void> {
    if (content.differenceNote !== null) return;
    const paid = await this.treasury.ofMonth(manager, [key.projectId], key.month, lockedAt);
    const difference = treasuryDifference(content.expenditure, paid.get(key.projectId)?.figures ?? null);
    if (difference === null) return;
    const params = { differenceWan: wanFromFen(difference.expenditureFen || (difference.fiscalFen ?? 0)) };
    const issue = { path: 'differenceNote', code: 'difference-unexplained', params };
    throw new DomainError('difference-unexplained', params, [issue]);
  }

  /** A project of which nothing is due (人员类) is handed in without a figure. */
  private async emptyReport(
    manager: EntityManager,
    roundId: string,
    key: ReportKey,
    user: CurrentUser,
  ): Promise<StoredReport> {
    const round = { id: roundId, year: key.year, month: key.month };
    const item = { projectId: key.projectId, stored: undefined, content: NOTHING_REPORTED };
    await this.store.run(manager, round, [item], user.username);
    const stored = (await this.reports.ofRound(manager, roundId, [key.projectId])).get(key.projectId);
    if (stored === undefined) throw new Error(`The report of project ${key.projectId} was not stored`);
    return stored;
  }
}

function missing(input: AssessmentInput): FieldIssue[] {
  const nameOf = new Map(input.indicators.map(({ id, target }) => [id, target.name]));
  return missingAnswers(assessProject(input)).map(({ indicatorId, code }) => ({
    path: indicatorId === null ? 'expenditureFen' : `results.${indicatorId}`,
    code,
    params: { indicator: indicatorId === null ? null : (nameOf.get(indicatorId) ?? null) },
  }));
}
