import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { roundLocking, RoundRepository } from '../../reporting/index.js';
import { DepartmentGoalRepository, FiscalYearRepository } from '../../targets/index.js';
import { GoalDirectionRepository } from '../persistence/goal-direction.repository.js';
import { GoalResultRepository } from '../persistence/goal-result.repository.js';
import { goalsInForce } from './followed-goals.js';
import { resultRow } from './result-row.js';

/**
 * Settles a round's department goals in the transaction that locks it: every sentence, the blank ones too, is judged once more
 * by the targets and rules in force and stored, so that nothing that comes later changes what the round shows (R49). A round
 * that is locked again after a correction keeps what it has.
 */
@Injectable()
export class SettleGoals implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly rounds: RoundRepository,
    private readonly goals: DepartmentGoalRepository,
    private readonly results: GoalResultRepository,
    private readonly directions: GoalDirectionRepository,
    private readonly years: FiscalYearRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(roundLocking, (manager, { roundId }) => this.run(manager, roundId));
  }

  private async run(manager: EntityManager, roundId: string): Promise<void> {
    const round = await this.rounds.holdById(manager, roundId, 'exclusive');
    if (round.status === 'locked') return;
    const rulePack = await this.years.rulePack(manager, round.rulePackRef);
    const period = { year: round.year, month: round.month };
    const rows = await this.results.ofRound(manager, roundId);
    const goals = await this.goals.ofYear(manager, round.year);
    const decisions = await this.directions.ofYear(manager, round.year);
    const followed = goalsInForce(goals, rows, decisions, { period, rulePack, deadlinePassed: () => true });
    const nobody = { version: 0, savedAt: this.clock.now(), savedBy: 'system', savedFor: null };
    const settled = followed.goals.flatMap((goal) =>
      goal.sentences.map((sentence) => {
        const said = sentence.row ?? { reasons: [], reasonNote: null };
        return resultRow(roundId, goal, sentence, said, rulePack, sentence.row ?? nobody);
      }),
    );
    const homeless = followed.homeless.map((row) => ({ ...row, inForce: false }));
    await this.results.put(manager, [...settled, ...homeless]);
  }
}
