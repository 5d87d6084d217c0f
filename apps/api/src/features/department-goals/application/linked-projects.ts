import { exact, roundHalfAway, type GoalMoney } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { groupBy } from '../../../platform/runtime/group-by.js';
import { LightRepository, type LightRows } from '../../monitoring/index.js';
import type { LinkedProjectView } from '../http/department-goals.dto.js';
import type { DepartmentGoalLink } from '../persistence/department-goal-link.entity.js';
import type { UnitProject } from '../persistence/unit-projects.query.js';

/** A project that serves a goal, with its lights in the round; null where the round has none of it. */
export interface LinkedProject extends UnitProject {
  readonly lights: LightRows | null;
}

/** The links of one unit's goals, and its projects. */
export interface UnitLinks {
  readonly links: readonly DepartmentGoalLink[];
  readonly projects: readonly UnitProject[];
}

/** The linked projects of one unit's goals with their lights of a round. */
@Injectable()
export class LinkedProjects {
  constructor(private readonly lights: LightRepository) {}

  /**
   * @param projects the unit's own: a project that has gone to another unit serves its goals no longer
   * @returns the projects of each goal by the goal's key, in the order in which they were linked
   */
  async run(
    manager: EntityManager,
    roundId: string,
    links: readonly DepartmentGoalLink[],
    projects: readonly UnitProject[],
  ): Promise<ReadonlyMap<string, readonly LinkedProject[]>> {
    const unit = { links, projects };
    return linkedOf(unit, await this.lightsOf(manager, roundId, [unit]));
  }

  /** Of many units, in their order; their lights are read at once. */
  async ofUnits(
    manager: EntityManager,
    roundId: string,
    units: readonly UnitLinks[],
  ): Promise<readonly ReadonlyMap<string, readonly LinkedProject[]>[]> {
    const lights = await this.lightsOf(manager, roundId, units);
    return units.map((unit) => linkedOf(unit, lights));
  }

  private async lightsOf(
    manager: EntityManager,
    roundId: string,
    units: readonly UnitLinks[],
  ): Promise<ReadonlyMap<string, LightRows>> {
    const ids = new Set(
      units.flatMap(({ links, projects }) => {
        const own = new Set(projects.map(({ id }) => id));
        return links.flatMap(({ projectId }) => (own.has(projectId) ? [projectId] : []));
      }),
    );
    return ids.size === 0 ? new Map() : this.lights.ofProjects(manager, roundId, [...ids]);
  }
}

function linkedOf({ links, projects }: UnitLinks, lights: ReadonlyMap<string, LightRows>) {
  const own = new Map(projects.map((project) => [project.id, project]));
  const linked = [...groupBy(links, ({ goalKey }) => goalKey)].map(([goalKey, ofGoal]) => {
    const found = ofGoal.flatMap(({ projectId }) => own.get(projectId) ?? []);
    return [goalKey, found.map(({ id, name }) => ({ id, name, lights: lights.get(id) ?? null }))] as const;
  });
  return new Map(linked);
}

export const linkedProjectView = ({ id, name, lights }: LinkedProject): LinkedProjectView => ({
  projectId: id,
  name,
  light: lights?.project.light ?? null,
  spendLight: lights?.project.spendLight ?? null,
  goalLight: lights?.project.goalLight ?? null,
  budgetFen: lights?.project.adjustedBudgetFen ?? null,
  expenditureFen: lights?.project.expenditureFen ?? null,
  executionRate: lights?.project.assessment.spend.executionRate ?? null,
});

/** What the linked projects have and have spent together; null where none is linked. What is not known adds nothing. */
export function moneyOf(projects: readonly LinkedProject[]): GoalMoney | null {
  if (projects.length === 0) return null;
  const sum = (figure: (light: LightRows['project']) => number | null): number =>
    projects.reduce((total, { lights }) => total + (lights === null ? 0 : (figure(lights.project) ?? 0)), 0);
  return {
    budgetFen: sum(({ adjustedBudgetFen }) => adjustedBudgetFen),
    expenditureFen: sum(({ expenditureFen }) => expenditureFen),
  };
}

/** R7 for the projects of a goal together, in percent with 2 places; null where there is no budget. */
export const executionRateOf = ({ budgetFen, expenditureFen }: GoalMoney): number | null =>
  budgetFen === 0 ? null : roundHalfAway(exact(expenditureFen).mul(exact(100)).div(exact(budgetFen)), 2);
