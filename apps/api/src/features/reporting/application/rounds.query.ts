import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import type { RoundView } from '../http/reporting.dto.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { roundView } from './round-view.js';

/** The monitoring rounds of a year, or of all, newest first. */
@Injectable()
export class RoundsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly clock: Clock,
  ) {}

  async run(year?: number): Promise<{ items: RoundView[] }> {
    const rounds = await this.rounds.list(this.uow.reader, year);
    return { items: rounds.map((round) => roundView(round, this.clock.today())) };
  }
}
