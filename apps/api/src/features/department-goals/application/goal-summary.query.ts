import { directionQuestion, sentenceTarget, worstOf, LIGHT_RANK } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { groupBy } from '../../../platform/runtime/group-by.js';
import { OrganisationAccess, OrganisationRepository, type Organisation } from '../../organisations/index.js';
import { RoundRepository } from '../../reporting/index.js';
import { DepartmentGoalRepository } from '../../targets/index.js';
import type { DepartmentGoalList, GoalSummaryQueryInput } from '../http/department-goals.dto.js';
import type { FollowedGoal, FollowedSentence } from './followed-goals.js';
import { keyedGoals } from './goal-keys.js';
import { LoadGoals } from './load-goals.js';
import { countLights } from './unit-goals.query.js';

type Query = z.output<typeof GoalSummaryQueryInput>;
type Item = DepartmentGoalList['items'][number];
type UnitRow = DepartmentGoalList['units'][number];

/** The department goals of every unit below an organisation, in a round with their lights and counted by them. */
@Injectable()
export class GoalSummaryQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: OrganisationAccess,
    private readonly organisations: OrganisationRepository,
    private readonly rounds: RoundRepository,
    private readonly goals: DepartmentGoalRepository,
    private readonly load: LoadGoals,
  ) {}

  /** @throws DomainError `not-found` for an organisation out of reach, `round-not-found` */
  async run(user: CurrentUser, { year, month, organisationId }: Query): Promise<DepartmentGoalList> {
    const scope = await this.access.scope(user, 'lights.read', organisationId);
    const organisations = await this.organisations.within(scope);
    const ids = organisations.map(({ id }) => id);
    const manager = this.uow.reader;
    if (month === undefined) {
      const items = await this.printed(manager, year, ids);
      return { year, month: null, byLight: countLights([]), indicators: 0, answered: 0, units: [], items };
    }
    const round = await this.rounds.require(manager, year, month);
    const { goals, homeless } = await this.load.run(manager, round, ids);
    const byUnit = groupBy(goals, ({ organisationId: id }) => id);
    // A unit whose goals were taken back still has to hear what became of its results.
    const concerned = new Set([...goals, ...homeless].map(({ organisationId: id }) => id));
    const present = organisations.filter(({ id }) => concerned.has(id));
    const above = await this.departmentsOf(present);
    const units = present.map((unit) => unitRow(unit, above.get(unit.parentId ?? ''), byUnit.get(unit.id) ?? []));
    return {
      year,
      month,
      byLight: countLights(goals),
      indicators: sum(units, (unit) => unit.indicators),
      answered: sum(units, (unit) => unit.answered),
      units: units.sort((a, b) => LIGHT_RANK[a.light] - LIGHT_RANK[b.light]),
      items: goals.map(goalItem),
    };
  }

  /** The goals of the year as their documents have them, before any round. */
  private async printed(manager: EntityManager, year: number, ids: readonly string[]): Promise<Item[]> {
    const goals = await this.goals.ofOrganisations(manager, year, ids);
    const keyed = [...groupBy(goals, ({ organisationId }) => organisationId).values()].flatMap(keyedGoals);
    return keyed.map(({ organisationId, key, title, goal, sentences }) => ({
      ...{ organisationId, key, title, goal, light: null },
      indicators: sentences.map(({ text }) => ({ ...printedValue(text, year), light: null })),
    }));
  }

  /** Of those organisations whose parent is a department, that department. */
  private async departmentsOf(units: readonly Organisation[]): Promise<ReadonlyMap<string, Organisation>> {
    const parents = await Promise.all(
      [...new Set(units.flatMap(({ parentId }) => parentId ?? []))].map((id) => this.organisations.byId(id)),
    );
    const departments = parents.filter((parent) => parent !== null).filter(({ kind }) => kind === 'department');
    return new Map(departments.map((department) => [department.id, department]));
  }
}

function unitRow(unit: Organisation, department: Organisation | undefined, goals: readonly FollowedGoal[]): UnitRow {
  const sentences = goals.flatMap((goal) => goal.sentences);
  return {
    organisationId: unit.id,
    organisationName: unit.name,
    departmentId: department?.id ?? null,
    departmentName: department?.name ?? null,
    goals: goals.length,
    indicators: sentences.length,
    answered: sentences.filter(({ answer }) => answer !== null).length,
    directionsDoubted: sentences.filter(isDoubted).length,
    notReported: goals.filter(({ notReported }) => notReported).length,
    byLight: countLights(goals),
    light: worstOf(goals.map(({ light }) => light)),
  };
}

const isDoubted = ({ target, directionConfirmed }: FollowedSentence): boolean =>
  !directionConfirmed && directionQuestion(target) === 'doubted';

const goalItem = ({ organisationId, key, title, goal, light, sentences }: FollowedGoal): Item => ({
  ...{ organisationId, key, title, goal, light },
  indicators: sentences.map(({ text, target, assessment }) => ({
    text,
    operator: target.operator,
    number: target.number,
    unit: target.unit,
    light: assessment.light,
  })),
});

function printedValue(text: string, year: number) {
  const { operator, number, unit } = sentenceTarget(text, year);
  return { text, operator, number, unit };
}

const sum = (units: readonly UnitRow[], figure: (unit: UnitRow) => number): number =>
  units.reduce((total, unit) => total + figure(unit), 0);
