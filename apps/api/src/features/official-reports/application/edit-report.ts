import { changeParagraphs } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { OfficialReportEdit } from '../http/official-reports.dto.js';
import { OfficialReportRepository } from '../persistence/official-report.repository.js';
import { NewVersion } from './new-version.js';
import { OfficialReportAccess } from './official-report-access.js';

/** Changes what a report says, paragraph by paragraph; what was drafted from the figures stays beside it. */
@Injectable()
export class EditReport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: OfficialReportAccess,
    private readonly reports: OfficialReportRepository,
    private readonly versions: NewVersion,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError what `OfficialReportAccess.hold` does, `official-report-drafting`, `official-report-settled`,
   *   `official-report-paragraph`
   */
  async run(user: CurrentUser, id: string, input: OfficialReportEdit, remoteAddress: string): Promise<void> {
    const { version, changes } = input;
    await this.uow.run(async (manager) => {
      const asked = { version, permission: 'papers.write' } as const;
      const { report, by } = await this.access.hold(manager, user, id, asked);
      if (report.version === 0) throw new DomainError('official-report-drafting');
      if (report.state !== 'draft') throw new DomainError('official-report-settled', { state: report.state });
      const present = await this.reports.requireVersion(manager, id, version);
      const changed = changeParagraphs(present.content, changes, { by: by.actor, at: this.clock.now() });
      if (!changed.ok) throw DomainError.of(changed.error);
      const said = { ...present, content: changed.value };
      await this.versions.run(manager, report, said, { cause: 'edit', by: { ...by, remoteAddress } });
    });
  }
}
