import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import type { ReportView } from '../http/reporting.dto.js';
import { ReportRepository } from '../persistence/report.repository.js';
import { ReportAccess, type ReportKey } from './report-access.js';
import { ReportQuery } from './report.query.js';

/** Takes a submitted report back, so that it can be corrected. */
@Injectable()
export class WithdrawReport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ReportAccess,
    private readonly reports: ReportRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly report: ReportQuery,
  ) {}

  /** @throws DomainError what `ReportAccess.hold` refuses, or `report-not-submitted` */
  async run(
    user: CurrentUser,
    key: ReportKey,
    version: number,
    locale: Locale,
    remoteAddress?: string,
  ): Promise<ReportView> {
    await this.uow.run(async (manager) => {
      const { stored } = await this.access.hold(manager, user, 'reports.submit', key, version);
      if (stored?.row.status !== 'submitted') throw new DomainError('report-not-submitted');
      const row = { ...stored.row, status: 'draft' as const, version: stored.row.version + 1 };
      const unsigned = { submittedAt: null, submittedBy: null, updatedAt: this.clock.now(), updatedBy: user.username };
      await this.reports.updateReports(manager, [{ ...row, ...unsigned }]);
      const subject = `report/${key.year}-${key.month}/${key.projectId}`;
      const entry = { actor: user.username, action: 'reporting.withdraw', subject, remoteAddress };
      await this.audit.record(manager, entry);
    });
    return this.report.run(user, key, locale);
  }
}
