import { daysBetween } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { nearestHolders, PeopleDirectory, type RoleHolder } from '../../identity/index.js';
import { OrganisationAccess } from '../../organisations/index.js';
import type { OwingList, OwingUnit } from '../http/owing.dto.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { owedBy, ReportProgressQuery, type ReportProgress } from './report-progress.query.js';
import { UnitDeadlines } from './unit-deadlines.js';

/** Who still owes what in a round (未报): every unit that the caller sees, the latest and those that owe most first. */
@Injectable()
export class OwingQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: OrganisationAccess,
    private readonly rounds: RoundRepository,
    private readonly progress: ReportProgressQuery,
    private readonly deadlines: UnitDeadlines,
    private readonly people: PeopleDirectory,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `round-not-found`, `not-found` for an organisation out of reach */
  async run(
    user: CurrentUser,
    { year, month }: Pick<MonitoringRound, 'year' | 'month'>,
    organisationId?: string,
  ): Promise<OwingList> {
    const paths = await this.access.scope(user, 'lights.read', organisationId);
    const manager = this.uow.reader;
    const round = await this.rounds.require(manager, year, month);
    const units = await this.progress.below(manager, round, paths);
    const deadlineOf = await this.deadlines.of(
      manager,
      round,
      units.map((unit) => unit.organisationId),
    );
    const clerks = await this.people.holders(manager, 'reports.submit');
    const reviewers = await this.people.holders(manager, 'reports.approve');
    const today = this.clock.today();
    const items = units.map((unit): OwingUnit => {
      const { closesOn, passed, reason } = deadlineOf(unit.organisationId);
      const { path, ...counts } = unit;
      return {
        ...counts,
        owed: owedBy(unit),
        closesOn,
        deadlinePassed: passed,
        daysLeft: daysBetween(today, closesOn),
        extensionReason: reason,
        clerks: names(nearestHolders(clerks, path)),
        reviewers: names(nearestHolders(reviewers, path)),
      };
    });
    return { totals: totals(units), items: items.sort(latestFirst) };
  }
}

const names = (holders: readonly RoleHolder[]): string[] => holders.map(({ displayName }) => displayName);

function totals(units: readonly ReportProgress[]): OwingList['totals'] {
  const sum = (figure: (unit: ReportProgress) => number): number =>
    units.reduce((total, unit) => total + figure(unit), 0);
  return {
    units: units.length,
    unitsOwing: units.filter((unit) => owedBy(unit) > 0).length,
    projects: sum(({ projects }) => projects),
    owed: sum(owedBy),
    notBegun: sum(({ notBegun }) => notBegun),
    draft: sum(({ draft }) => draft),
    returned: sum(({ returned }) => returned),
    submitted: sum(({ submitted }) => submitted),
    unitApproved: sum(({ unitApproved }) => unitApproved),
    accepted: sum(({ accepted }) => accepted),
  };
}

/** Who owes nothing comes last, whatever the day. */
const latestFirst = (a: OwingUnit, b: OwingUnit): number =>
  Number(b.owed > 0) - Number(a.owed > 0) || a.daysLeft - b.daysLeft || b.owed - a.owed || (a.code < b.code ? -1 : 1);
