import { daysBetween, roundStatus } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { nearestHolders, PeopleDirectory } from '../../identity/index.js';
import {
  owedBy,
  ReportProgressQuery,
  RoundRepository,
  UnitDeadlines,
  type MonitoringRound,
} from '../../reporting/index.js';
import { AnnounceRound } from './announce-round.js';
import { deadlineStage, type DeadlineStage } from './deadline-stage.js';
import { Notify, type Notice } from './notify.js';

/** What one clerk owes by one day, whatever the number of units. */
interface Debt {
  readonly userId: string;
  readonly closesOn: string;
  readonly stage: DeadlineStage;
  projects: number;
}

/** Tells what a day brings: rounds that open, and deadlines that come near or have passed, each person once. */
@Injectable()
export class WatchCalendar {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly progress: ReportProgressQuery,
    private readonly deadlines: UnitDeadlines,
    private readonly people: PeopleDirectory,
    private readonly announceRound: AnnounceRound,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  /** May run as often as one likes, by any number of processes, and after any downtime. */
  async run(): Promise<void> {
    const rounds = await this.rounds.list(this.uow.reader);
    for (const { id } of rounds.filter((round) => roundStatus(round, this.clock.today()) === 'open')) {
      await this.uow.run(async (manager) => {
        // Held, so that nobody is reminded of a round that is being locked.
        const round = await this.rounds.holdById(manager, id, 'shared');
        if (roundStatus(round, this.clock.today()) !== 'open') return;
        await this.announceRound.run(manager, round);
        await this.remind(manager, round);
      });
    }
  }

  private async remind(manager: EntityManager, round: MonitoringRound): Promise<void> {
    const debts = await this.debtsOf(manager, round);
    const notices = debts.map(({ userId, closesOn, stage, projects }): Notice => ({
      kind: stage,
      recipients: [{ userId }],
      params: { closesOn, projects },
      about: closesOn,
    }));
    await this.notify.tell(manager, round, notices, 'never');
  }

  private async debtsOf(manager: EntityManager, round: MonitoringRound): Promise<readonly Debt[]> {
    const units = (await this.progress.below(manager, round, ['/'])).filter((unit) => owedBy(unit) > 0);
    if (units.length === 0) return [];
    const deadlineOf = await this.deadlines.of(
      manager,
      round,
      units.map(({ organisationId }) => organisationId),
    );
    const clerks = await this.people.holders(manager, 'reports.submit');
    const debts = new Map<string, Debt>();
    for (const unit of units) {
      const { closesOn } = deadlineOf(unit.organisationId);
      const stage = deadlineStage(daysBetween(this.clock.today(), closesOn));
      if (stage === null) continue;
      for (const { userId } of nearestHolders(clerks, unit.path)) {
        const key = `${userId}/${closesOn}`;
        const debt = debts.get(key) ?? { userId, closesOn, stage, projects: 0 };
        debt.projects += owedBy(unit);
        debts.set(key, debt);
      }
    }
    return [...debts.values()];
  }
}
