import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { UnitsToEvaluate } from '../persistence/units-to-evaluate.query.js';
import { AskEvaluation } from './ask-evaluation.js';

/**
 * Has every round looked at that never was, as those of the time before there were alerts, and the newest ones once a day,
 * whatever an event may have missed.
 */
@Injectable()
export class WatchRounds {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly units: UnitsToEvaluate,
    private readonly ask: AskEvaluation,
    private readonly clock: Clock,
  ) {}

  /** Any number of processes may run it at once. */
  async run(): Promise<void> {
    const manager = this.uow.reader;
    const rounds = [
      ...(await this.units.roundsWithout(manager)),
      ...(await this.units.roundsDue(manager, this.clock.today())),
    ];
    for (const roundId of rounds) {
      if (await this.units.isUnderWay(manager, roundId)) continue;
      await this.uow.run((own) => this.ask.round(own, roundId));
    }
  }
}
