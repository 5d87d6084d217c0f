import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { groupBy } from '../../../platform/runtime/group-by.js';
import { OrganisationAccess } from '../../organisations/index.js';
import { RoundRepository, type MonitoringRound } from '../../reporting/index.js';
import type { Overview, OverviewQuery as Query } from '../http/overview.dto.js';
import { ALL_FIGURES } from '../persistence/light-sums.repository.js';
import {
  byLight,
  byUnit,
  flow,
  mismatch,
  quadrants,
  total,
  totals,
  UNIT_FIGURES,
} from './overview/overview-figures.js';
import { SummedViews, type SummedView } from './overview/summed-view.js';

/** Counts and money by light and by unit of one round, beside the rounds before, within what the caller may see. */
@Injectable()
export class OverviewQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly access: OrganisationAccess,
    private readonly summed: SummedViews,
  ) {}

  /** @throws DomainError `round-not-found`, `not-found` for an organisation out of reach */
  async run(user: CurrentUser, query: Query): Promise<Overview> {
    const paths = await this.access.scope(user, 'lights.read', query.organisationId);
    const round = await this.rounds.require(this.uow.reader, query.year, query.month);
    const rounds = await this.roundsUpTo(round);
    const previous = rounds.filter(({ year }) => year === round.year).at(-2);
    const view = await this.summed.of(
      rounds.map(({ id }) => id),
      paths,
    );
    const sums = await view.sums([round.id], ['light', 'previousLight'], ALL_FIGURES);
    const ofUnits = await view.sums([round.id], ['organisationId', 'light'], UNIT_FIGURES);
    const then = previous && (await view.sums([previous.id], ['organisationId', 'light'], ['projects']));
    const series = await this.series(view, rounds);
    const before = previous && series.find(({ year, month }) => year === previous.year && month === previous.month);
    return {
      year: round.year,
      month: round.month,
      rulePack: round.rulePackRef,
      refreshing: view.refreshing(round.id) || (previous !== undefined && view.refreshing(previous.id)),
      ...totals(sums),
      byLight: byLight(sums),
      previous: previous === undefined ? null : { year: previous.year, month: previous.month },
      previousByLight: before?.byLight ?? null,
      flow: previous === undefined ? null : flow(sums),
      rounds: series,
      quadrants: quadrants(sums, round.month),
      mismatch: mismatch(sums),
      byUnit: byUnit(view.units, ofUnits, then ?? null),
    };
  }

  /** Counts and money by light, and what was spent and was to be, in each of the rounds. */
  private async series(view: SummedView, rounds: readonly MonitoringRound[]): Promise<Overview['rounds']> {
    const ids = rounds.map(({ id }) => id);
    const shares = groupBy(
      await view.sums(ids, ['roundId', 'light'], ['projects', 'budgetFen', 'expenditureFen', 'plannedFen']),
      ({ roundId }) => roundId,
    );
    return rounds.map(({ id, year, month }) => {
      const own = shares.get(id) ?? [];
      const money = { expenditureFen: total(own, 'expenditureFen'), plannedFen: total(own, 'plannedFen') };
      return { year, month, byLight: byLight(own), ...money };
    });
  }

  /** All rounds of the year and the one before it up to a round, oldest first. */
  private async roundsUpTo({ year, month }: MonitoringRound): Promise<readonly MonitoringRound[]> {
    const all = await this.rounds.list(this.uow.reader);
    return all
      .filter((round) => round.year === year - 1 || (round.year === year && round.month <= month))
      .sort((a, b) => a.year - b.year || a.month - b.month);
  }
}
