import { EVALUATION_STATES, GRADES } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { OrganisationAccess } from '../../organisations/index.js';
import type { EvaluationPage, EvaluationProgress, EvaluationQueryInput } from '../http/evaluations.dto.js';
import { EvaluationPlacesQuery } from '../persistence/evaluation-places.query.js';
import { EvaluationSearch, type EvaluationReader } from '../persistence/evaluation-search.query.js';
import { EvaluationYearRepository } from '../persistence/evaluation-year.repository.js';
import { SelfEvaluationRepository } from '../persistence/self-evaluation.repository.js';
import { evaluationListed } from './evaluation-listed.js';

/** Self-evaluations within the reader's reach: as a list, the worst first, and in numbers. */
@Injectable()
export class EvaluationListsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organisations: OrganisationAccess,
    private readonly years: EvaluationYearRepository,
    private readonly search: EvaluationSearch,
    private readonly evaluations: SelfEvaluationRepository,
    private readonly places: EvaluationPlacesQuery,
    private readonly clock: Clock,
  ) {}

  /** Empty for a year that is not open. @throws DomainError `not-found` for an organisation out of reach */
  async page(user: CurrentUser, query: EvaluationQueryInput): Promise<EvaluationPage> {
    const { reader } = this.uow;
    const { page, size } = query;
    const asked = await this.reader(user, query.organisationId);
    const year = await this.years.find(reader, query.year);
    if (year === null) return { items: [], total: 0, page, size };
    const { ids, total } = await this.search.page(reader, asked, query);
    const rows = await this.evaluations.byIds(reader, ids);
    const places = await this.places.of(reader, rows);
    const listing = { user, today: asked.today, submitBy: year.submitBy };
    const items = rows.map((row) => {
      const placed = { row, project: places.project(row.projectId), unit: places.unit(row.organisationId) };
      return evaluationListed(placed, listing);
    });
    return { items, total, page, size };
  }

  /** @throws DomainError `not-found` for an organisation out of reach */
  async progress(
    user: CurrentUser,
    { year, organisationId }: { readonly year: number; readonly organisationId?: string | undefined },
  ): Promise<EvaluationProgress> {
    const counts = await this.search.counts(this.uow.reader, await this.reader(user, organisationId), year);
    const { byState, byGrade, ...rest } = counts;
    const states = EVALUATION_STATES.map((state) => [state, byState.get(state) ?? 0]);
    const grades = GRADES.map((grade) => [grade, byGrade.get(grade) ?? 0]);
    return {
      year,
      projects: [...byState.values()].reduce((sum, number) => sum + number, 0),
      byState: Object.fromEntries(states) as EvaluationProgress['byState'],
      byGrade: Object.fromEntries(grades) as EvaluationProgress['byGrade'],
      withoutScore: byGrade.get(null) ?? 0,
      ...rest,
    };
  }

  private async reader(user: CurrentUser, organisationId: string | undefined): Promise<EvaluationReader> {
    const scope = await this.organisations.scope(user, 'lights.read', organisationId);
    const departments = await this.places.departments(this.uow.reader);
    return { user, scope, today: this.clock.today(), departments };
  }
}
