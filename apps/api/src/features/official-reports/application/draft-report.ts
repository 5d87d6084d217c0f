import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DatabaseConflict } from '../../../platform/database/database-conflict.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { OrganisationAccess, type Organisation } from '../../organisations/index.js';
import { RoundRepository } from '../../reporting/index.js';
import type { OfficialReportInput } from '../http/official-reports.dto.js';
import { ONE_PER_PLACE, type OfficialReport } from '../persistence/official-report.entity.js';
import { OfficialReportRepository } from '../persistence/official-report.repository.js';
import { DraftOrAsk } from './draft-or-ask.js';

export interface DraftedReport {
  readonly id: string;
  readonly jobId: string | null;
}

/** The month by which the row of a self-evaluation is kept, which is of the whole year. */
export const YEAR_END = 12;

/** Begins the report of an organisation for a round or a year. */
@Injectable()
export class DraftReport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organisations: OrganisationAccess,
    private readonly rounds: RoundRepository,
    private readonly reports: OfficialReportRepository,
    private readonly draft: DraftOrAsk,
    private readonly clock: Clock,
  ) {}

  /**
   * One that was begun and never drafted, as after a job that was called off, is drafted now.
   * @throws DomainError `official-report-month`, `not-found`, `forbidden`, `round-not-found`, `official-report-exists`,
   *   what `DraftContent` refuses
   */
  async run(user: CurrentUser, input: OfficialReportInput, remoteAddress: string): Promise<DraftedReport> {
    const { kind, year, organisationId } = input;
    const month = monthOf(input);
    const organisation = await this.organisations.require(user, organisationId, 'lights.read');
    if (!holdsAt(user, 'papers.write', organisation.path)) throw new DomainError('forbidden');
    const by = { ...actorAt(user, 'papers.write', organisation.path), remoteAddress };
    const id = await this.uow.run(async (manager) => {
      await this.rounds.require(manager, year, month);
      const place = { kind, year, month, organisationId };
      const present = await this.reports.of(manager, place);
      if (present !== null) return requireUndrafted(present);
      return this.begin(manager, organisation, place, by.actor);
    });
    return { id, jobId: await this.draft.run({ id, year }, organisation, false, by) };
  }

  private async begin(
    manager: EntityManager,
    { name }: Organisation,
    place: Pick<OfficialReport, 'kind' | 'year' | 'month' | 'organisationId'>,
    actor: string,
  ): Promise<string> {
    const id = newId();
    const at = this.clock.now();
    const report: OfficialReport = {
      ...{ ...place, id, state: 'draft', version: 0, sealedVersion: null, title: name, message: null, writtenBy: [] },
      ...{ createdBy: actor, createdAt: at, updatedBy: actor, updatedAt: at },
    };
    try {
      await this.reports.insert(manager, report);
    } catch (error) {
      if (!(error instanceof DatabaseConflict) || error.constraint !== ONE_PER_PLACE) throw error;
      throw new DomainError('official-report-exists', {}, [], { cause: error });
    }
    return id;
  }
}

/** @throws DomainError `official-report-month` where a round is named and none is meant, or the other way round */
function monthOf({ kind, month }: OfficialReportInput): number {
  const named = month ?? null;
  if ((kind === 'monitoring') === (named !== null)) return named ?? YEAR_END;
  throw new DomainError('official-report-month', {}, [{ path: 'month', code: 'official-report-month' }]);
}

function requireUndrafted({ id, version }: OfficialReport): string {
  if (version > 0) throw new DomainError('official-report-exists');
  return id;
}
