import { directionQuestion, sentenceTarget, type Direction } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import { OrganisationAccess } from '../../organisations/index.js';
import { RoundRepository, type MonitoringRound } from '../../reporting/index.js';
import { DepartmentGoalRepository, FiscalYearRepository } from '../../targets/index.js';
import type { DepartmentGoalDirection } from '../persistence/department-goal-direction.entity.js';
import { GoalDirectionRepository } from '../persistence/goal-direction.repository.js';
import { GoalResultRepository } from '../persistence/goal-result.repository.js';
import { sentenceAt } from './goal-keys.js';
import { judgedSentence } from './judged-sentence.js';
import { resultRow } from './result-row.js';
import type { SentencePlace } from './save-goal-result.js';

type Sentence = ReturnType<typeof sentenceAt>;

/**
 * Finance confirms the direction of a sentence that R41 doubts or the program infers (R17b), or corrects it. It holds for the
 * year, as the target does: what the rounds that are not locked keep of the sentence is judged anew in the same transaction.
 */
@Injectable()
export class DecideDirection {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: OrganisationAccess,
    private readonly rounds: RoundRepository,
    private readonly goals: DepartmentGoalRepository,
    private readonly results: GoalResultRepository,
    private readonly directions: GoalDirectionRepository,
    private readonly years: FiscalYearRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Does nothing where it is decided so already.
   * @param place in the round that the person looks at
   * @throws DomainError `not-found` for a unit out of reach, `round-not-found`, `round-locked`; `goal-sentence-gone` where the
   *   document in force has no such sentence; `goal-direction-clear` where there is nothing to decide
   */
  async run(user: CurrentUser, place: SentencePlace, direction: Direction, remoteAddress?: string): Promise<void> {
    const { year, organisationId, sentenceKey } = place;
    const { path } = await this.access.require(user, organisationId, 'targets.approve');
    await this.uow.run(async (manager) => {
      const open = await this.openRounds(manager, place);
      const found = sentenceAt(await this.goals.hold(manager, year, organisationId), sentenceKey);
      const printed = sentenceTarget(found.sentence.text, year);
      if (directionQuestion(printed) === null)
        throw new DomainError('goal-direction-clear', { indicator: printed.name });
      const before = await this.directions.find(manager, year, organisationId, sentenceKey);
      if (before?.direction === direction) return;
      const read = before?.direction ?? printed.direction;
      const by = actorAt(user, 'targets.approve', path);
      const decision = {
        id: before?.id ?? newId(),
        ...{ year, organisationId, sentenceKey, direction },
        sentence: found.sentence.text,
        decidedAt: this.clock.now(),
        decidedBy: by.actor,
        decidedFor: by.onBehalfOf,
      };
      await this.directions.put(manager, decision);
      for (const round of open) await this.judgeAnew(manager, round, found, decision);
      await this.audit.record(manager, {
        ...by,
        action: 'department-goals.decide-direction',
        subject: `organisation/${organisationId}`,
        before: read === direction ? null : { direction: read },
        after: { year, goal: found.goal.title, indicator: found.sentence.text, direction },
        remoteAddress,
      });
    });
  }

  /** The rounds of the year that are not locked, held against their lock, the oldest first. */
  private async openRounds(
    manager: EntityManager,
    { year, month }: SentencePlace,
  ): Promise<readonly MonitoringRound[]> {
    await this.rounds.require(manager, year, month);
    const open: MonitoringRound[] = [];
    for (const { id } of (await this.rounds.list(manager, year)).toReversed()) {
      const round = await this.rounds.holdById(manager, id, 'shared');
      if (round.status !== 'locked') open.push(round);
      else if (round.month === month) throw new DomainError('round-locked', { year, month });
    }
    return open;
  }

  private async judgeAnew(
    manager: EntityManager,
    round: MonitoringRound,
    { goal, sentence }: Sentence,
    decision: DepartmentGoalDirection,
  ): Promise<void> {
    const row = await this.results.find(manager, round.id, goal.organisationId, sentence.key);
    if (row === null) return;
    const rulePack = await this.years.rulePack(manager, round.rulePackRef);
    const period = { year: round.year, month: round.month };
    const judged = judgedSentence(sentence, row.inputs.answer, decision, period, rulePack);
    await this.results.put(manager, [resultRow(round.id, goal, { ...judged, row }, row, rulePack, row)]);
  }
}
