import {
  OFFICIAL_REPORT_STEPS,
  permissionForOfficialReportStep,
  takeOfficialReportStep,
  type OfficialReportStep,
  type Permission,
} from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, handsOf, holdsAt, type Actor, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { OrganisationRepository, type Organisation } from '../../organisations/index.js';
import type { OfficialReport } from '../persistence/official-report.entity.js';
import { OfficialReportRepository } from '../persistence/official-report.repository.js';

export interface PlacedReport {
  readonly report: OfficialReport;
  readonly organisation: Organisation;
}

/** The one place that decides whether a caller may touch an official report. */
@Injectable()
export class OfficialReportAccess {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reports: OfficialReportRepository,
    private readonly organisations: OrganisationRepository,
  ) {}

  /** @throws DomainError `not-found` for a report that is not there or out of sight, so that nobody learns of it */
  async read(user: CurrentUser, id: string): Promise<PlacedReport> {
    const report = await this.reports.find(this.uow.reader, id);
    if (report === null) throw new DomainError('not-found');
    const organisation = await this.organisationOf(this.uow.reader, report);
    if (!holdsAt(user, 'lights.read', organisation.path)) throw new DomainError('not-found');
    return { report, organisation };
  }

  /**
   * Holds the report until the transaction ends.
   * @throws DomainError what `read` does, `forbidden` where he may not do this with it, `official-report-changed` where
   *   somebody else has changed it since
   */
  async hold(
    manager: EntityManager,
    user: CurrentUser,
    id: string,
    asked: { readonly version: number; readonly permission: Permission },
  ): Promise<PlacedReport & { readonly by: Actor }> {
    const report = await this.reports.hold(manager, id);
    if (report === null) throw new DomainError('not-found');
    const organisation = await this.organisationOf(manager, report);
    const { path } = organisation;
    if (!holdsAt(user, 'lights.read', path)) throw new DomainError('not-found');
    if (!holdsAt(user, asked.permission, path)) throw new DomainError('forbidden');
    if (report.version !== asked.version)
      throw new DomainError('official-report-changed', { version: asked.version, current: report.version });
    return { report, organisation, by: actorAt(user, asked.permission, path) };
  }

  private async organisationOf(manager: EntityManager, { organisationId }: OfficialReport): Promise<Organisation> {
    const organisation = await this.organisations.byId(organisationId, manager);
    if (organisation === null) throw new Error(`There is no organisation ${organisationId}`);
    return organisation;
  }
}

/** Whether the caller, or the one for whom he acts, wrote any of what is to be sealed. */
export function isOwnReport({ report, organisation }: PlacedReport, user: CurrentUser): boolean {
  const { actor, onBehalfOf } = actorAt(user, 'papers.seal', organisation.path);
  return handsOf(actor, onBehalfOf).some((hand) => report.writtenBy.includes(hand));
}

/** What a person may do with a report now; whoever wrote any of it seals it only where finance allows it there. */
export function mayWithReport(placed: PlacedReport, user: CurrentUser): readonly ('edit' | OfficialReportStep)[] {
  const { report, organisation } = placed;
  const { path, selfApproval } = organisation;
  if (report.version === 0) return [];
  const steps = OFFICIAL_REPORT_STEPS.filter(
    (step) =>
      takeOfficialReportStep(report.state, step).ok &&
      holdsAt(user, permissionForOfficialReportStep(step), path) &&
      !(step === 'seal' && !selfApproval && isOwnReport(placed, user)),
  );
  const edits = report.state === 'draft' && holdsAt(user, 'papers.write', path);
  return [...(edits ? (['edit'] as const) : []), ...steps];
}
