import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitDeadlines, type MonitoringRound } from '../../reporting/index.js';
import { DepartmentGoalRepository, FiscalYearRepository } from '../../targets/index.js';
import { GoalDirectionRepository } from '../persistence/goal-direction.repository.js';
import { GoalResultRepository } from '../persistence/goal-result.repository.js';
import { goalsAsLocked, goalsInForce, type FollowedGoals } from './followed-goals.js';

/** The department goals of organisations in a round: as they stand today, or as they stood when the round was locked. */
@Injectable()
export class LoadGoals {
  constructor(
    private readonly goals: DepartmentGoalRepository,
    private readonly results: GoalResultRepository,
    private readonly directions: GoalDirectionRepository,
    private readonly years: FiscalYearRepository,
    private readonly deadlines: UnitDeadlines,
  ) {}

  async run(
    manager: EntityManager,
    round: MonitoringRound,
    organisationIds: readonly string[],
  ): Promise<FollowedGoals> {
    const rows = await this.results.ofOrganisations(manager, round.id, organisationIds);
    if (round.status === 'locked') return goalsAsLocked(rows);
    const goals = await this.goals.ofOrganisations(manager, round.year, organisationIds);
    const deadlineOf = await this.deadlines.of(manager, round, organisationIds);
    const decisions = await this.directions.ofOrganisations(manager, round.year, organisationIds);
    return goalsInForce(goals, rows, decisions, {
      period: { year: round.year, month: round.month },
      rulePack: await this.years.rulePack(manager, round.rulePackRef),
      deadlinePassed: (organisationId) => deadlineOf(organisationId).passed,
    });
  }
}
