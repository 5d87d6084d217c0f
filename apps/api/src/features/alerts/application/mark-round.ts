import { daysBetween } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { AlertRuleSets } from '../../alert-rules/index.js';
import { RoundRepository, type MonitoringRound } from '../../reporting/index.js';
import type { AlertRound } from '../persistence/alert-round.entity.js';
import { AlertRoundRepository } from '../persistence/alert-round.repository.js';

/** A round whose reporting ended longer ago than this was taken in afterwards: its alerts are no news. */
const NEWS_DAYS = 90;

const LAST_MONTH = 12;

/** Notes that the alerts of a round are looked at, and the first time whether anybody has to answer them. */
@Injectable()
export class MarkRound {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly marks: AlertRoundRepository,
    private readonly ruleSets: AlertRuleSets,
    private readonly clock: Clock,
  ) {}

  /** That the whole round is looked at now. @returns false where the round is gone */
  run(roundId: string): Promise<boolean> {
    return this.uow.run(async (manager) => {
      const round = await this.rounds.byId(manager, roundId);
      if (round === null) return false;
      await this.marks.mark(manager, await this.markOf(manager, round));
      return true;
    });
  }

  /** The mark of a round, which is made where there is none yet. */
  async require(manager: EntityManager, round: MonitoringRound): Promise<AlertRound> {
    const found = await this.marks.find(manager, round.id);
    if (found !== null) return found;
    const mark = await this.markOf(manager, round);
    await this.marks.mark(manager, mark);
    return mark;
  }

  /** A round in which people have to answer, whatever day it is: for rounds that are made to be shown. */
  async begin(manager: EntityManager, round: MonitoringRound): Promise<void> {
    if ((await this.marks.find(manager, round.id)) !== null) return;
    await this.marks.mark(manager, { ...(await this.markOf(manager, round)), live: true });
  }

  private async markOf(manager: EntityManager, round: MonitoringRound): Promise<AlertRound> {
    const { ref } = await this.ruleSets.current(manager);
    const today = this.clock.today();
    return {
      roundId: round.id,
      live: !(await this.isOver(manager, round, today)),
      evaluatedAt: this.clock.now(),
      evaluatedOn: today,
      ruleSetRef: ref,
    };
  }

  /** Of a past year only its last round may be under way still. */
  private async isOver(manager: EntityManager, round: MonitoringRound, today: string): Promise<boolean> {
    const { year, month, status, closesOn } = round;
    if (status === 'locked' || daysBetween(closesOn, today) > NEWS_DAYS) return true;
    const yearNow = Number(today.slice(0, 4));
    if (year < yearNow && (month < LAST_MONTH || year < yearNow - 1)) return true;
    const ofYear = await this.rounds.list(manager, year);
    return ofYear.some((other) => other.month > month && other.opensOn <= today);
  }
}
