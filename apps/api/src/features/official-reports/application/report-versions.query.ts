import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { OfficialReportVersionList, OfficialReportVersionView } from '../http/official-reports.dto.js';
import { OfficialReportRepository } from '../persistence/official-report.repository.js';
import { OfficialReportAccess } from './official-report-access.js';
import { VersionViews } from './version-views.js';

/** What a report said at any time, and who wrote and sealed it. */
@Injectable()
export class ReportVersionsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: OfficialReportAccess,
    private readonly reports: OfficialReportRepository,
    private readonly views: VersionViews,
  ) {}

  /** @throws DomainError `not-found` */
  async list(user: CurrentUser, id: string): Promise<OfficialReportVersionList> {
    await this.access.read(user, id);
    const manager = this.uow.reader;
    return { items: [...(await this.views.list(manager, await this.reports.versions(manager, id)))] };
  }

  /** @throws DomainError `not-found` */
  async one(user: CurrentUser, id: string, number: number): Promise<OfficialReportVersionView> {
    await this.access.read(user, id);
    const version = await this.reports.version(this.uow.reader, id, number);
    if (version === null) throw new DomainError('not-found');
    return this.views.whole(this.uow.reader, version);
  }
}
