import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { groupBy } from '../../../platform/runtime/group-by.js';
import { OrganisationAccess } from '../../organisations/index.js';
import type { AlertScorecard, ScorecardQuery } from '../http/scorecard.dto.js';
import { UnitAlertsQuery, type UnitAlerts } from '../persistence/scorecard.query.js';
import { responseTimes } from './response-times.js';

type Card = AlertScorecard['items'][number];

const ORDER: Readonly<Record<ScorecardQuery['sort'], (card: Card) => number>> = {
  overdue: ({ overdue }) => -overdue,
  slowest: ({ medianDays }) => -(medianDays ?? -1),
  raised: ({ raised }) => -raised,
  name: () => 0,
};

/** How units see to their alerts: what was raised, how soon they answered, and what has recovered. */
@Injectable()
export class AlertScorecardQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organisations: OrganisationAccess,
    private readonly units: UnitAlertsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found` for an organisation out of reach */
  async run(user: CurrentUser, query: ScorecardQuery): Promise<AlertScorecard> {
    const { year, month, organisationId, sort, page, size } = query;
    const paths = await this.organisations.scope(user, 'lights.read', organisationId);
    const scope = { year, paths, ...(month === undefined ? {} : { month }) };
    const counts = await this.units.counts(this.uow.reader, scope, this.clock.today());
    const responses = await this.units.responses(this.uow.reader, scope);
    const byUnit = groupBy(responses, (each) => each.organisationId);
    const cards = counts
      .map((unit): Card => ({ ...unit, ...responseTimes(byUnit.get(unit.organisationId) ?? []) }))
      .sort((a, b) => ORDER[sort](a) - ORDER[sort](b) || (a.organisationName < b.organisationName ? -1 : 1));
    return {
      total: { ...totalOf(counts), ...responseTimes(responses) },
      items: cards.slice((page - 1) * size, page * size),
      count: cards.length,
      page,
      size,
    };
  }
}

type Figures = Omit<UnitAlerts, 'organisationId' | 'organisationName'>;

const NOTHING: Figures = {
  raised: 0,
  red: 0,
  toAnswer: 0,
  answered: 0,
  answeredInTime: 0,
  open: 0,
  overdue: 0,
  rectifying: 0,
  recovered: 0,
  rectified: 0,
  waived: 0,
  suspensions: 0,
  onSiteDue: 0,
  onSiteDone: 0,
};

function totalOf(units: readonly UnitAlerts[]): Figures {
  const names = Object.keys(NOTHING) as (keyof Figures)[];
  const sums = names.map((name) => [name, units.reduce((sum, unit) => sum + unit[name], 0)]);
  return Object.fromEntries(sums) as unknown as Figures;
}
