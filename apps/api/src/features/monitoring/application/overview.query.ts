import { LIGHTS, type Light } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { belowPaths, OrganisationAccess } from '../../organisations/index.js';
import { RoundRepository } from '../../reporting/index.js';
import type { Overview, OverviewQuery as Query } from '../http/monitoring.dto.js';

/** One group of lights: a unit and a colour. Sums come as text from MySQL. */
interface Group {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly light: Light;
  readonly projects: number;
  readonly budgetFen: number;
  readonly expenditureFen: number;
  readonly byTreasury: number;
  readonly releasedFen: number;
  readonly receivedFen: number;
  readonly notReported: number;
  readonly awaitingReport: number;
  readonly exempt: number;
  readonly computedAt: string;
}

const GROUPS = `
  select o.id as organisationId, o.name as organisationName, l.light as light, count(*) as projects,
         coalesce(sum(l.adjusted_budget_fen), 0) as budgetFen, coalesce(sum(l.expenditure_fen), 0) as expenditureFen,
         sum(case when l.expenditure_source in ('treasury', 'treasuryAndUnit') then 1 else 0 end) as byTreasury,
         coalesce(sum(l.released_fen), 0) as releasedFen, coalesce(sum(l.received_fen), 0) as receivedFen,
         sum(case when l.not_reported then 1 else 0 end) as notReported,
         sum(case when l.awaiting_report then 1 else 0 end) as awaitingReport,
         sum(case when l.exempt then 1 else 0 end) as exempt, max(l.computed_at) as computedAt
  from project_light l join organisation o on o.id = l.organisation_id`;

/** Counts and money by light and by unit of one round, within what the caller may see. */
@Injectable()
export class OverviewQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly access: OrganisationAccess,
  ) {}

  /** @throws DomainError `round-not-found`, `not-found` for an organisation out of reach */
  async run(user: CurrentUser, query: Query): Promise<Overview> {
    const paths = await this.access.scope(user, 'lights.read', query.organisationId);
    const round = await this.rounds.require(this.uow.reader, query.year, query.month);
    const groups = await this.groups(round.id, paths);
    const earlier = (await this.rounds.list(this.uow.reader, query.year)).find(({ month }) => month < query.month);
    return {
      year: round.year,
      month: round.month,
      rulePack: round.rulePackRef,
      computedAt:
        groups
          .map(({ computedAt }) => computedAt)
          .sort()
          .at(-1) ?? null,
      ...totals(groups),
      byLight: byLight(groups),
      previousByLight: earlier === undefined ? null : byLight(await this.groups(earlier.id, paths)),
      byUnit: byUnit(groups),
    };
  }

  private async groups(roundId: string, paths: readonly string[]): Promise<readonly Group[]> {
    const scope = belowPaths('o.path', paths);
    const sql = `${GROUPS} where l.round_id = ? and ${scope.sql} group by o.id, o.name, l.light order by o.name, o.id`;
    const rows = await this.uow.reader.query<Group[]>(sql, [roundId, ...scope.params]);
    return rows.map((row) => ({
      ...row,
      projects: Number(row.projects),
      budgetFen: Number(row.budgetFen),
      expenditureFen: Number(row.expenditureFen),
      byTreasury: Number(row.byTreasury),
      releasedFen: Number(row.releasedFen),
      receivedFen: Number(row.receivedFen),
      notReported: Number(row.notReported),
      awaitingReport: Number(row.awaitingReport),
      exempt: Number(row.exempt),
    }));
  }
}

type Figure = Exclude<keyof Group, 'organisationId' | 'organisationName' | 'light' | 'computedAt'>;

const sum = (groups: readonly Group[], figure: Figure): number =>
  groups.reduce((total, group) => total + group[figure], 0);

const totals = (groups: readonly Group[]) => ({
  projects: sum(groups, 'projects'),
  budgetFen: sum(groups, 'budgetFen'),
  expenditureFen: sum(groups, 'expenditureFen'),
  treasury: {
    projects: sum(groups, 'byTreasury'),
    releasedFen: sum(groups, 'releasedFen'),
    receivedFen: sum(groups, 'receivedFen'),
  },
  notReported: sum(groups, 'notReported'),
  awaitingReport: sum(groups, 'awaitingReport'),
  exempt: sum(groups, 'exempt'),
});

const perLight = <T>(groups: readonly Group[], figure: (groups: readonly Group[]) => T): Record<Light, T> =>
  Object.fromEntries(LIGHTS.map((light) => [light, figure(groups.filter((each) => each.light === light))])) as Record<
    Light,
    T
  >;

const byLight = (groups: readonly Group[]): Overview['byLight'] =>
  perLight(groups, (some) => ({ projects: sum(some, 'projects'), budgetFen: sum(some, 'budgetFen') }));

function byUnit(groups: readonly Group[]): Overview['byUnit'] {
  const units = new Map<string, Group[]>();
  for (const group of groups) units.set(group.organisationId, [...(units.get(group.organisationId) ?? []), group]);
  return [...units.values()].map((unit) => ({
    organisationId: unit[0]?.organisationId ?? '',
    name: unit[0]?.organisationName ?? '',
    projects: sum(unit, 'projects'),
    budgetFen: sum(unit, 'budgetFen'),
    expenditureFen: sum(unit, 'expenditureFen'),
    byLight: perLight(unit, (some) => sum(some, 'projects')),
  }));
}
