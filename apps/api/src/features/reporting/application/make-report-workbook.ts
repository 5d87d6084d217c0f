import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { OrganisationAccess, OrganisationRepository } from '../../organisations/index.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { TEMPLATE_VERSION } from './report-file/template-stamp.js';
import { templateFileName } from './report-workbook/template-words.js';
import { inWorkbookThread } from './report-workbook/workbook-apart.js';
import { ReportWorkbookQuery } from './report-workbook.query.js';

/** Makes the workbook in which a unit fills in a round: its own projects and indicators, with what is stored of them. */
@Injectable()
export class MakeReportWorkbook {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly access: OrganisationAccess,
    private readonly organisations: OrganisationRepository,
    private readonly projects: ReportWorkbookQuery,
  ) {}

  /**
   * The projects that the caller reports on, else those that the caller may see; within one organisation where it is named.
   * @throws DomainError `round-not-found`, `not-found` for an organisation out of reach
   */
  async run(
    user: CurrentUser,
    { year, month }: { readonly year: number; readonly month: number },
    organisationId: string | undefined,
    locale: Locale,
  ): Promise<{ readonly file: string; readonly bytes: Uint8Array }> {
    const round = await this.rounds.require(this.uow.reader, year, month);
    const paths = await this.pathsFor(user, organisationId);
    const organisation = await this.commonOrganisation(paths);
    const stamp = {
      template: TEMPLATE_VERSION,
      year,
      month,
      organisationId: organisation?.id ?? null,
      organisation: organisation?.name ?? null,
    };
    const bytes = await inWorkbookThread('write', await this.projects.run(round, paths), stamp, locale);
    return { file: templateFileName(stamp, locale), bytes };
  }

  private async pathsFor(user: CurrentUser, organisationId: string | undefined): Promise<readonly string[]> {
    if (organisationId !== undefined) return this.access.scope(user, 'lights.read', organisationId);
    const own = scopeOf(user, 'reports.write');
    return own.length > 0 ? own : scopeOf(user, 'lights.read');
  }

  /** The one organisation whose subtree the paths are (`/root/…/id/`); null for several, or for the whole forest. */
  private async commonOrganisation(paths: readonly string[]) {
    const [path, ...others] = paths;
    const id = others.length === 0 ? path?.split('/').at(-2) : undefined;
    return id ? this.organisations.byId(id) : null;
  }
}
