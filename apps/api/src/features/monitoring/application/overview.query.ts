import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { OrganisationAccess } from '../../organisations/index.js';
import { RoundRepository, type MonitoringRound } from '../../reporting/index.js';
import type { Overview, OverviewQuery as Query } from '../http/overview.dto.js';
import { ALL_FIGURES, LightSums } from '../persistence/light-sums.repository.js';
import { byLight, byUnit, flow, mismatch, quadrants, totals, UNIT_FIGURES } from './overview/overview-figures.js';
import { UnitsInScopeQuery, unitsBelow } from './overview/units-in-scope.query.js';

/** Counts and money by light and by unit of one round, beside the rounds before, within what the caller may see. */
@Injectable()
export class OverviewQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly access: OrganisationAccess,
    private readonly units: UnitsInScopeQuery,
    private readonly sums: LightSums,
  ) {}

  /** @throws DomainError `round-not-found`, `not-found` for an organisation out of reach */
  async run(user: CurrentUser, query: Query): Promise<Overview> {
    const manager = this.uow.reader;
    const paths = await this.access.scope(user, 'lights.read', query.organisationId);
    const round = await this.rounds.require(manager, query.year, query.month);
    const rounds = await this.roundsUpTo(round);
    const previous = rounds.filter(({ year }) => year === round.year).at(-2);
    const within = unitsBelow('l.organisation_id', paths);
    const sums = await this.sums.direct(manager, round.id, within, ['light', 'previousLight'], ALL_FIGURES);
    const ofUnits = await this.sums.direct(manager, round.id, within, ['organisationId', 'light'], UNIT_FIGURES);
    const then =
      previous === undefined
        ? null
        : await this.sums.direct(manager, previous.id, within, ['organisationId', 'light'], ['projects']);
    const series: Overview['rounds'] = [];
    for (const { id, year, month } of rounds) {
      const shares = await this.sums.direct(manager, id, within, ['light'], ['projects', 'budgetFen']);
      series.push({ year, month, byLight: byLight(shares) });
    }
    const before = previous && series.find(({ year, month }) => year === previous.year && month === previous.month);
    return {
      year: round.year,
      month: round.month,
      rulePack: round.rulePackRef,
      refreshing: false,
      ...totals(sums),
      byLight: byLight(sums),
      previous: previous === undefined ? null : { year: previous.year, month: previous.month },
      previousByLight: before?.byLight ?? null,
      flow: previous === undefined ? null : flow(sums),
      rounds: series,
      quadrants: quadrants(sums, round.month),
      mismatch: mismatch(sums),
      byUnit: byUnit(await this.units.run(manager, paths), ofUnits, then),
    };
  }

  /** All rounds of the year and the one before it up to a round, oldest first. */
  private async roundsUpTo({ year, month }: MonitoringRound): Promise<readonly MonitoringRound[]> {
    const { reader } = this.uow;
    const [last, present] = [await this.rounds.list(reader, year - 1), await this.rounds.list(reader, year)];
    return [...last, ...present.filter((round) => round.month <= month)].sort(
      (a, b) => a.year - b.year || a.month - b.month,
    );
  }
}
