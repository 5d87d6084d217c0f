import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import { OrganisationRepository } from '../../organisations/index.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import type { FileIssue, TemplateStamp } from './report-file/read-report.js';
import { TEMPLATE_VERSION } from './report-file/template-stamp.js';

/** Whether a template that comes back was made for this round and for a unit that the caller reports for. */
@Injectable()
export class StampCheck {
  constructor(private readonly organisations: OrganisationRepository) {}

  /** @returns what is wrong with it; null where it fits, or where the file is no template of ours */
  async run(
    manager: EntityManager,
    user: CurrentUser,
    round: Pick<MonitoringRound, 'year' | 'month'>,
    stamp: TemplateStamp | null,
  ): Promise<FileIssue | null> {
    if (stamp === null) return null;
    if (stamp.template !== TEMPLATE_VERSION) return refused('workbook-other-version', {});
    const { year, month, organisationId } = stamp;
    if (year !== round.year || month !== round.month) {
      return refused('workbook-other-round', { year, month, wantedYear: round.year, wantedMonth: round.month });
    }
    if (organisationId === null) return null;
    const organisation = await this.organisations.byId(organisationId, manager);
    if (organisation !== null && holdsAt(user, 'reports.write', organisation.path)) return null;
    return refused('workbook-other-unit', { organisation: stamp.organisation });
  }
}

const refused = (code: string, params: FileIssue['params']): FileIssue => ({ place: null, path: '', code, params });
