import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { treasuryFiguresComing } from '../../treasury/index.js';
import { RoundRepository } from '../persistence/round.repository.js';

/**
 * Keeps the open rounds of a year open while treasury figures are stored: what is recorded before a round was locked has
 * then been judged in it, and what comes after is no part of it (R49).
 */
@Injectable()
export class HoldOpenRounds implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly rounds: RoundRepository,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(treasuryFiguresComing, async (manager, { year }) => {
      const open = (await this.rounds.list(manager, year)).filter(({ status }) => status === 'open');
      for (const { id } of open.sort((a, b) => a.month - b.month)) await this.rounds.holdById(manager, id, 'shared');
    });
  }
}
