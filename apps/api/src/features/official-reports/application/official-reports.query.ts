import type { Problem } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import { PeopleNames } from '../../identity/index.js';
import { OrganisationAccess, OrganisationRepository } from '../../organisations/index.js';
import type {
  OfficialReportPage,
  OfficialReportQuery,
  OfficialReportSummary,
  OfficialReportView,
} from '../http/official-reports.dto.js';
import { DraftingJobs } from '../persistence/drafting-jobs.query.js';
import { OfficialReportList } from '../persistence/official-report-list.query.js';
import { OfficialReportRepository } from '../persistence/official-report.repository.js';
import type { DraftedReport } from './draft-report.js';
import { placeOf } from './drafted-content.js';
import { mayWithReport, OfficialReportAccess, type PlacedReport } from './official-report-access.js';
import { SealObstacle } from './seal-obstacle.js';
import { VersionViews } from './version-views.js';

/** Official reports within the reader's reach. */
@Injectable()
export class OfficialReportsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: OrganisationAccess,
    private readonly organisations: OrganisationRepository,
    private readonly access: OfficialReportAccess,
    private readonly list: OfficialReportList,
    private readonly reports: OfficialReportRepository,
    private readonly versions: VersionViews,
    private readonly obstacle: SealObstacle,
    private readonly drafting: DraftingJobs,
    private readonly names: PeopleNames,
    private readonly messages: MessageCatalogue,
  ) {}

  /** @throws DomainError `not-found` for an organisation out of reach */
  async page(user: CurrentUser, query: OfficialReportQuery): Promise<OfficialReportPage> {
    const manager = this.uow.reader;
    const scope = await this.scopes.scope(user, 'lights.read', query.unit);
    const { rows, total } = await this.list.page(manager, scope, query);
    const placed: PlacedReport[] = [];
    for (const report of rows) {
      const organisation = await this.organisations.byId(report.organisationId, manager);
      if (organisation !== null) placed.push({ report, organisation });
    }
    const items = await this.summaries(manager, user, placed);
    return { items, total, page: query.page, size: query.size };
  }

  /** @throws DomainError `not-found` */
  async one(user: CurrentUser, { id, jobId }: DraftedReport, locale: Locale): Promise<OfficialReportView> {
    const manager = this.uow.reader;
    const placed = await this.access.read(user, id);
    const { report } = placed;
    const [summary] = await this.summaries(manager, user, [placed]);
    if (summary === undefined) throw new Error(`The official report ${id} vanished while it was read`);
    const version = report.version === 0 ? null : await this.reports.requireVersion(manager, id, report.version);
    const isOpen = report.state !== 'sealed' && version !== null;
    const obstacle = isOpen ? await this.obstacle.of(manager, report, version) : null;
    return {
      ...summary,
      message: report.message,
      current: version === null ? null : await this.versions.whole(manager, version),
      obstacle: obstacle === null ? null : this.told(obstacle, locale),
      jobId: jobId ?? (await this.drafting.of(manager, id)),
    };
  }

  private told(problem: Problem, locale: Locale): OfficialReportView['obstacle'] {
    return { code: problem.code, message: this.messages.sentence(problem, locale) };
  }

  private summaries(
    manager: EntityManager,
    user: CurrentUser,
    placed: readonly PlacedReport[],
  ): Promise<OfficialReportSummary[]> {
    const views = placed.map((each) => {
      const { report, organisation } = each;
      const { id, kind, year, month, organisationId, title, state, version, sealedVersion } = report;
      return {
        ...{ id, kind, year, organisationId, title, state, version, sealedVersion },
        month: kind === 'monitoring' ? month : null,
        organisationName: organisation.name,
        place: placeOf(organisation).kind,
        updatedAt: report.updatedAt,
        updatedBy: report.updatedBy,
        may: [...mayWithReport(each, user)],
      };
    });
    return this.names.beside(manager, views, 'updatedBy');
  }
}
