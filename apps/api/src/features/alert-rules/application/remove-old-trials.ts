import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { AlertRuleTrialRepository } from '../persistence/alert-rule-trial.repository.js';

const KEPT_MS = 30 * 24 * 3_600_000;
/** Removed in one transaction; thousands of alerts may hang on each. */
const AT_ONCE = 5;

/** Removes what alert rules were tried more than thirty days ago: the rounds that it speaks of may have gone on since. */
@Injectable()
export class RemoveOldTrials {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly trials: AlertRuleTrialRepository,
    private readonly clock: Clock,
  ) {}

  /** Any number of processes may run it at once. */
  async run(): Promise<void> {
    const before = new Date(Date.parse(this.clock.now()) - KEPT_MS).toISOString();
    for (;;) {
      const ids = await this.trials.startedBefore(this.uow.reader, before, AT_ONCE);
      if (ids.length === 0) return;
      await this.uow.run((manager) => this.trials.remove(manager, ids));
    }
  }
}
