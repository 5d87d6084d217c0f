import { redraft } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { ActorFrom } from '../../../platform/http/access.js';
import type { Pace } from '../../../platform/runtime/pace.js';
import type { Organisation } from '../../organisations/index.js';
import { OrganisationRepository } from '../../organisations/index.js';
import type { OfficialReport } from '../persistence/official-report.entity.js';
import { OfficialReportRepository } from '../persistence/official-report.repository.js';
import { DraftContent } from './drafted-content.js';
import { NewVersion } from './new-version.js';

/** Drafts a report for the first time, or anew under what persons wrote in it. */
@Injectable()
export class FillDraft {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reports: OfficialReportRepository,
    private readonly organisations: OrganisationRepository,
    private readonly draft: DraftContent,
    private readonly versions: NewVersion,
  ) {}

  /**
   * Nothing is done where the report has been handed in meanwhile, or drafted once already.
   * @param again whether it is drafted anew
   * @throws DomainError what `DraftContent` refuses
   */
  async run(reportId: string, again: boolean, by: ActorFrom, pace?: Pace): Promise<void> {
    await this.uow.run(async (manager) => {
      const report = await this.reports.hold(manager, reportId);
      if (report?.state !== 'draft' || report.version > 0 !== again) return;
      const drafted = await this.draft.run(manager, await this.organisationOf(report), report, pace);
      if (!again) return this.versions.run(manager, report, drafted, { cause: 'draft', by });
      const present = await this.reports.requireVersion(manager, report.id, report.version);
      const { content } = redraft(present.content, drafted.content);
      return this.versions.run(manager, report, { ...drafted, content }, { cause: 'redraft', by });
    });
  }

  private async organisationOf({ organisationId }: OfficialReport): Promise<Organisation> {
    const organisation = await this.organisations.byId(organisationId, this.uow.reader);
    if (organisation === null) throw new Error(`There is no organisation ${organisationId}`);
    return organisation;
  }
}
