import { redraft } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { OfficialReportRedraft } from '../http/official-reports.dto.js';
import { OfficialReportRepository } from '../persistence/official-report.repository.js';
import { DraftContent } from './drafted-content.js';
import { OfficialReportAccess } from './official-report-access.js';

/** What drafting a report anew would change, so that a person sees it before it is done. */
@Injectable()
export class RedraftQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: OfficialReportAccess,
    private readonly reports: OfficialReportRepository,
    private readonly draft: DraftContent,
  ) {}

  /** @throws DomainError `not-found`, `official-report-drafting` */
  async run(user: CurrentUser, id: string): Promise<OfficialReportRedraft> {
    const { report, organisation } = await this.access.read(user, id);
    if (report.version === 0) throw new DomainError('official-report-drafting');
    const manager = this.uow.reader;
    const present = await this.reports.requireVersion(manager, id, report.version);
    const drafted = await this.draft.run(manager, organisation, report);
    return {
      changed: drafted.factsHash !== present.factsHash,
      settled: drafted.settled,
      changes: [...redraft(present.content, drafted.content).changes],
    };
  }
}
