import { rollUpGoals, type EvaluationRules } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { groupBy } from '../../../platform/runtime/group-by.js';
import { GoalsOfUnitsQuery, type GoalOfUnit } from '../../department-goals/index.js';
import { OrganisationAccess, OrganisationRepository, type Organisation } from '../../organisations/index.js';
import { RoundRepository } from '../../reporting/index.js';
import type { EvaluationUnitList, UnitEvaluation } from '../http/evaluation-units.dto.js';
import { EvaluatedProjectsQuery, type EvaluatedRow } from '../persistence/evaluated-projects.query.js';
import { departmentAbove, EvaluationPlacesQuery } from '../persistence/evaluation-places.query.js';
import { EvaluationRuleRepository } from '../persistence/evaluation-rule.repository.js';
import { EvaluationYearRepository } from '../persistence/evaluation-year.repository.js';
import { executionRateOf } from './execution-rate.js';
import { fromHundredths } from './hundredths.js';
import { evaluatedProject, rolledUpView, summedView } from './rolled-up.js';

/** 部门整体: what the self-evaluations of units, departments and the county come to by money. */
@Injectable()
export class UnitEvaluationsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: OrganisationAccess,
    private readonly organisations: OrganisationRepository,
    private readonly rounds: RoundRepository,
    private readonly years: EvaluationYearRepository,
    private readonly rules: EvaluationRuleRepository,
    private readonly evaluated: EvaluatedProjectsQuery,
    private readonly places: EvaluationPlacesQuery,
    private readonly goals: GoalsOfUnitsQuery,
  ) {}

  /** @throws DomainError `evaluation-year-not-open`, `not-found` for an organisation out of reach */
  async list(
    user: CurrentUser,
    { year, organisationId }: { readonly year: number; readonly organisationId?: string | undefined },
  ): Promise<EvaluationUnitList> {
    const { rulesRef } = await this.years.require(this.uow.reader, year);
    const rules = await this.rules.content(this.uow.reader, rulesRef);
    const scope = await this.access.scope(user, 'lights.read', organisationId);
    const rows = await this.evaluated.run(this.uow.reader, year, scope);
    const departments = await this.places.departments(this.uow.reader);
    const units = [...groupBy(rows, (row) => row.organisationId).values()].flatMap((ofUnit) => {
      const [first] = ofUnit;
      if (first === undefined) return [];
      const department = departmentAbove(first.path, departments);
      return {
        organisationId: first.organisationId,
        organisationName: first.organisationName,
        departmentId: department?.id ?? null,
        departmentName: department?.name ?? null,
        ...summedView(ofUnit, rules),
      };
    });
    const ofDepartments = departments.flatMap(({ id, name, path }) => {
      const below = rows.filter((row) => row.path.startsWith(path));
      return below.length === 0 ? [] : [{ organisationId: id, organisationName: name, ...summedView(below, rules) }];
    });
    return {
      year,
      county: summedView(rows, rules),
      departments: ofDepartments.sort((a, b) => (a.organisationName < b.organisationName ? -1 : 1)),
      units: units.sort((a, b) => (a.score ?? NO_SCORE) - (b.score ?? NO_SCORE)),
    };
  }

  /** @throws DomainError `evaluation-year-not-open`, `not-found` for an organisation out of reach */
  async one(
    user: CurrentUser,
    { year, organisationId }: { readonly year: number; readonly organisationId: string },
    locale: Locale,
  ): Promise<UnitEvaluation> {
    const { name, path } = await this.access.require(user, organisationId, 'lights.read');
    const opened = await this.years.require(this.uow.reader, year);
    const rules = await this.rules.content(this.uow.reader, opened.rulesRef);
    const rows = await this.evaluated.run(this.uow.reader, year, [path]);
    const goals = await this.goalsBelow(opened.roundId, path, { rows, rules, locale });
    return {
      year,
      organisationId,
      organisationName: name,
      ...summedView(rows, rules),
      goals,
      projects: rows.map((row) => projectView(row.projectId, row.projectName, row)),
    };
  }

  private async goalsBelow(
    roundId: string,
    path: string,
    { rows, rules, locale }: GoalBasis & { readonly locale: Locale },
  ): Promise<UnitEvaluation['goals']> {
    const { reader } = this.uow;
    const round = await this.rounds.byId(reader, roundId);
    if (round === null) throw new Error(`There is no round ${roundId}`);
    const below = await this.organisations.within([path]);
    const ids = below.map(({ id }) => id);
    const found = groupBy(await this.goals.run(reader, round, ids, locale), ({ organisationId }) => organisationId);
    return below.flatMap((unit) => goalViews(unit, found.get(unit.id) ?? [], { rows, rules }));
  }
}

/** Above every score: what has none stands at the end. */
const NO_SCORE = 1000;

interface GoalBasis {
  readonly rows: readonly EvaluatedRow[];
  readonly rules: EvaluationRules;
}

function goalViews(
  { id: organisationId, name: organisationName }: Pick<Organisation, 'id' | 'name'>,
  goals: readonly GoalOfUnit[],
  { rows, rules }: GoalBasis,
): UnitEvaluation['goals'] {
  const byProject = new Map(rows.map((row) => [row.projectId, row]));
  const toRollUp = goals.map(({ key, projects, indicators }) => ({
    id: key,
    projectIds: projects.map(({ projectId }) => projectId),
    sentences: indicators,
  }));
  const rolledUp = new Map(rollUpGoals(toRollUp, rows.map(evaluatedProject), rules).map((goal) => [goal.id, goal]));
  return goals.flatMap((goal) => {
    const found = rolledUp.get(goal.key);
    if (found === undefined) return [];
    return {
      organisationId,
      organisationName,
      key: goal.key,
      title: goal.title,
      goal: goal.goal,
      light: goal.light,
      sides: goal.sides,
      result: rolledUpView(found.result),
      sentences: { ...found.sentences },
      indicators: goal.indicators.map((each) => ({
        sentence: each.sentence,
        name: each.name,
        rawValue: each.rawValue,
        resultText: each.resultText,
        light: each.light,
        explanation: each.explanation,
        completion: each.completion,
        reasonNote: each.reasonNote,
      })),
      projects: goal.projects.map(({ projectId, name }) => projectView(projectId, name, byProject.get(projectId))),
    };
  });
}

/** A linked project may have no evaluation, as those of 人员类 have none. */
function projectView(
  projectId: string,
  name: string,
  row: EvaluatedRow | undefined,
): UnitEvaluation['projects'][number] {
  const { budgetFen = null, expenditureFen = null } = row ?? {};
  return {
    evaluationId: row?.evaluationId ?? null,
    projectId,
    name,
    total: fromHundredths(row?.total ?? null),
    grade: row?.grade ?? null,
    budgetFen,
    expenditureFen,
    executionRate: executionRateOf(budgetFen, expenditureFen),
  };
}
