import { isEditable } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { ReportInput, ReportView } from '../http/reporting.dto.js';
import { outsideReopening } from './changes-outside.js';
import { ReportAccess, type ReportKey } from './report-access.js';
import { replacedContent } from './report-content.js';
import { ReportQuery } from './report.query.js';
import { StoreReports } from './store-reports.js';
import { NOTHING_REPORTED } from './stored-report.js';

/** Saves the draft of a report as the form states it. The project's lights follow within a second. */
@Injectable()
export class SaveReport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ReportAccess,
    private readonly store: StoreReports,
    private readonly report: ReportQuery,
  ) {}

  /**
   * @throws DomainError what `ReportAccess.hold` refuses, `report-submitted`, `report-invalid` with every issue, or
   *   `reopened-indicator-only` where more would change than the one indicator that was reopened
   */
  async run(
    user: CurrentUser,
    key: ReportKey,
    { version, ...fields }: ReportInput,
    locale: Locale,
    remoteAddress?: string,
  ): Promise<ReportView> {
    const { round, target, reports } = await this.uow.run(async (manager) => {
      const held = await this.access.hold(manager, user, 'reports.write', key, version);
      const { round, target, stored, reopening, principal } = held;
      if (stored !== undefined && !isEditable(stored.row.status)) throw new DomainError('report-submitted');
      const before = stored?.content ?? NOTHING_REPORTED;
      const { content, issues } = replacedContent(before, fields, target.content.indicators, key);
      if (issues.length > 0) throw new DomainError('report-invalid', { issues: issues.length }, issues);
      const refusal = outsideReopening(reopening, before, content);
      if (refusal !== null) throw DomainError.of(refusal);
      const { projectId } = key;
      const onBehalfOf = new Map(principal === null ? [] : [[projectId, principal]]);
      const writer = { username: user.username, onBehalfOf };
      const item = { projectId, stored, content, indicators: target.content.indicators };
      const { reports } = await this.store.run(manager, round, [item], writer, remoteAddress);
      return { round, target, reports };
    });
    const [view] = await this.report.views(round, [target], locale, reports);
    if (view === undefined) throw new Error(`The report of project ${key.projectId} vanished after it was saved`);
    return view;
  }
}
