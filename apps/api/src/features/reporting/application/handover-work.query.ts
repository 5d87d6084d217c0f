import { roundStatus } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { OrganisationDirectory, type DirectoryEntry } from '../../identity/index.js';
import { DelegationViews, ManagedPeople } from '../../people/index.js';
import type { HandoverWork } from '../http/handover-work.dto.js';
import { LiveReopeningsQuery, type LiveReopening } from '../persistence/live-reopenings.query.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { ReportProgressQuery, type ReportProgress } from './report-progress.query.js';

type Place = HandoverWork['organisations'][number];

interface RoundProgress {
  readonly round: MonitoringRound;
  readonly units: readonly ReportProgress[];
}

/**
 * What is under way where a person has roles, for whoever hands them over: reports belong to units and not to people, so
 * they are found by the roles.
 */
@Injectable()
export class HandoverWorkQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly managed: ManagedPeople,
    private readonly organisations: OrganisationDirectory,
    private readonly rounds: RoundRepository,
    private readonly progress: ReportProgressQuery,
    private readonly reopenings: LiveReopeningsQuery,
    private readonly delegations: DelegationViews,
  ) {}

  /** @throws DomainError `not-found` for people whom the caller does not manage */
  async run(user: CurrentUser, userId: string): Promise<HandoverWork> {
    const account = await this.managed.require(user, userId);
    const ids = await this.managed.businessOf(account.id);
    const places = [...(await this.organisations.byIds(ids)).values()];
    const paths = places.map(({ path }) => path);
    const open = paths.length === 0 ? [] : await this.openRounds(paths);
    const reopened = await this.reopenings.below(this.uow.reader, paths);
    return {
      organisations: places.map((place) => placeView(place, open, reopened)),
      delegations: await this.delegations.currentOf(account.id),
    };
  }

  private async openRounds(paths: readonly string[]): Promise<RoundProgress[]> {
    const manager = this.uow.reader;
    const today = this.clock.today();
    const rounds = (await this.rounds.list(manager)).filter((round) => roundStatus(round, today) === 'open');
    const found: RoundProgress[] = [];
    for (const round of rounds) found.push({ round, units: await this.progress.below(manager, round, paths) });
    return found;
  }
}

const placeView = (
  { id, name, path }: DirectoryEntry,
  open: readonly RoundProgress[],
  reopened: readonly LiveReopening[],
): Place => ({
  organisationId: id,
  organisationName: name,
  rounds: open.flatMap(({ round, units }) => {
    const counts = countsOf(units.filter((unit) => unit.path.startsWith(path)));
    const isDone = Object.values(counts).every((count) => count === 0);
    return isDone ? [] : [{ year: round.year, month: round.month, ...counts }];
  }),
  reopenings: reopened.filter((one) => one.path.startsWith(path)).map(({ path: _path, ...one }) => one),
});

const UNFINISHED = ['notBegun', 'draft', 'returned', 'submitted', 'unitApproved'] as const;

const countsOf = (units: readonly ReportProgress[]) =>
  Object.fromEntries(UNFINISHED.map((state) => [state, units.reduce((sum, unit) => sum + unit[state], 0)])) as Record<
    (typeof UNFINISHED)[number],
    number
  >;
