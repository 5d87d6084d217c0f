import { isReportingOver } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { actorAt, EVERYWHERE, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import type { RoundView } from '../http/reporting.dto.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { RoundExceptionRepository } from '../persistence/round-exception.repository.js';
import { ReopeningRepository } from '../persistence/reopening.repository.js';
import { ReportStatesQuery } from '../persistence/report-states.query.js';
import { ReportRepository } from '../persistence/report.repository.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { LockPace } from './lock-pace.js';
import { countStates, requireFinished, unfinishedOf, type Unfinished } from './require-finished.js';
import { requireOpen } from './require-open.js';
import { requireWholeCounty } from './require-whole-county.js';
import { roundLocked, roundLocking } from './reporting.events.js';
import { roundView } from './round-view.js';

export interface LockOptions {
  /** Whether reports that are not accepted are left as they are and the round is locked all the same. */
  readonly asTheyStand?: boolean;
  /** Told how far it is. */
  readonly pace?: LockPace;
}

/**
 * Ends a round: its accepted reports and its lights stand from now on. A locked round with reopened projects is locked
 * again once they are accepted. Each lock is sealed in its transaction by who hears of it.
 */
@Injectable()
export class LockRound {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly reports: ReportRepository,
    private readonly exceptions: RoundExceptionRepository,
    private readonly reopenings: ReopeningRepository,
    private readonly states: ReportStatesQuery,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly liveEvents: LiveEvents,
    private readonly clock: Clock,
  ) {}

  /** Whether the round could be locked at this moment, without changing anything. @throws DomainError as `run` does */
  async check(user: CurrentUser, year: number, month: number, options: LockOptions = {}): Promise<MonitoringRound> {
    requireWholeCounty(user, 'rounds.manage');
    const { reader } = this.uow;
    const round = await this.rounds.require(reader, year, month);
    await this.unfinished(reader, round, options);
    return round;
  }

  /**
   * @throws DomainError `round-not-found`, `round-not-open`, `round-unfinished` with the counts by state, `reporting-goes-on`,
   *   `round-locked` where nothing of it is reopened, or what a subscriber refuses it for
   */
  async run(
    user: CurrentUser,
    year: number,
    month: number,
    options: LockOptions = {},
    remoteAddress?: string,
  ): Promise<RoundView> {
    requireWholeCounty(user, 'rounds.manage');
    const { asTheyStand = false, pace = new LockPace() } = options;
    const locked = await this.uow.run(async (manager) => {
      const round = await this.rounds.hold(manager, year, month, 'exclusive');
      const unfinished = await this.unfinished(manager, round, options);
      const isFirst = round.status !== 'locked';
      if (isFirst) await this.requireReportingOver(manager, round);
      await this.events.publish(manager, roundLocking({ roundId: round.id, pace }));
      const after = isFirst ? await this.lock(manager, round, user) : await this.lockAgain(manager, round, user);
      await this.audit.record(manager, {
        ...actorAt(user, 'rounds.manage', EVERYWHERE),
        action: isFirst ? 'reporting.lock-round' : 'reporting.lock-round-again',
        subject: `round/${year}-${month}`,
        after: { asTheyStand, unfinished },
        remoteAddress,
      });
      await this.events.publish(manager, roundLocked({ roundId: round.id, actor: user.username, pace }));
      this.uow.afterCommit(() => this.liveEvents.publish({ type: 'lights', year, month, projects: [] }));
      return after;
    });
    return roundView(locked, this.clock.today());
  }

  /** What the lock leaves unfinished: what stands in its way, unless it is meant to lock as things stand. */
  private async unfinished(
    manager: EntityManager,
    round: MonitoringRound,
    { asTheyStand = false }: LockOptions,
  ): Promise<Unfinished> {
    if (round.status !== 'locked') {
      requireOpen(round, this.clock.today());
      const unfinished = unfinishedOf(await this.states.run(manager, round));
      if (!asTheyStand) requireFinished(unfinished);
      return unfinished;
    }
    const live = await this.reopenings.live(manager, round.id);
    if (live.length === 0) requireOpen(round, this.clock.today());
    const reports = await this.reports.ofRound(
      manager,
      round.id,
      live.map(({ projectId }) => projectId),
    );
    // What was given back to be corrected is waited for, or the reopening is withdrawn.
    const unfinished = unfinishedOf(countStates([...reports.values()].map(({ row }) => row.status)));
    requireFinished(unfinished);
    return unfinished;
  }

  /** What is blank while units still report is grey, and would stay so for good (R28). */
  private async requireReportingOver(manager: EntityManager, round: MonitoringRound): Promise<void> {
    const granted = (await this.exceptions.ofRound(manager, round.id)).map(({ closesOn }) => closesOn);
    if (isReportingOver(round, granted, this.clock.today())) return;
    throw new DomainError('reporting-goes-on', { year: round.year, month: round.month });
  }

  private async lock(
    manager: EntityManager,
    round: MonitoringRound,
    { username }: CurrentUser,
  ): Promise<MonitoringRound> {
    const change = { status: 'locked' as const, lockedAt: this.clock.now(), lockedBy: username };
    await this.rounds.update(manager, round.id, change);
    await this.reports.lockAcceptedOf(manager, round.id);
    return { ...round, ...change };
  }

  /** The instant of the first lock stays: what the treasury delivered since is no part of the round (R49). */
  private async lockAgain(
    manager: EntityManager,
    round: MonitoringRound,
    { username }: CurrentUser,
  ): Promise<MonitoringRound> {
    const live = await this.reopenings.live(manager, round.id);
    await this.reports.lockAcceptedOf(manager, round.id);
    const end = { closedAt: this.clock.now(), closedBy: username, closedHow: 'relocked' as const };
    await this.reopenings.close(
      manager,
      live.map(({ id }) => id),
      end,
    );
    return round;
  }
}
