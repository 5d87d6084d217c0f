import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { belowPaths, OrganisationAccess } from '../../organisations/index.js';
import { RoundRepository } from '../../reporting/index.js';
import type { ForecastPage, ForecastQuery } from '../http/forecast.dto.js';
import { percent, percentOf } from './shares.js';

type Item = ForecastPage['items'][number];

/** Money and rates come as text from MySQL. */
interface Row extends Omit<Item, 'executionRate' | 'forecastPercent' | 'lowerPercent' | 'upperPercent'> {
  readonly executionRate: number | string | null;
  readonly forecastPercent: number | string | null;
}

const FROM = `
  from project_forecast f
  join project p on p.id = f.project_id
  join organisation o on o.id = f.organisation_id`;

const COLUMNS = `
  p.id as projectId, p.name as name, o.id as organisationId, o.name as organisationName, f.budget_fen as budgetFen,
  f.spent_fen as spentFen, f.execution_rate as executionRate, f.forecast_fen as forecastFen,
  f.forecast_percent as forecastPercent, f.lower_fen as lowerFen, f.upper_fen as upperFen, f.unspent_fen as unspentFen,
  f.interval_basis as basis, f.pool_name as poolName, f.method as method, f.as_of_month as asOfMonth,
  f.no_forecast as noForecast, f.likelihood as likelihood`;

/** What matters more comes first; no figure at all comes last. Names and ids make the order the same everywhere. */
const TIES = 'p.name, p.id';
const lastIfNull = (column: string): string => `case when f.${column} is null then 1 else 0 end`;
const ORDER: Readonly<Record<ForecastQuery['sort'], string>> = {
  percent: `${lastIfNull('forecast_percent')}, f.forecast_percent, ${TIES}`,
  money: `${lastIfNull('unspent_fen')}, f.unspent_fen desc, ${TIES}`,
  budget: `${lastIfNull('budget_fen')}, f.budget_fen desc, ${TIES}`,
  name: TIES,
};

/** Where the year's expenditure of each project will end, a page at a time (R45, R46). */
@Injectable()
export class ForecastPageQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly access: OrganisationAccess,
  ) {}

  /** @throws DomainError `round-not-found`, `not-found` for an organisation out of reach */
  async run(user: CurrentUser, query: ForecastQuery): Promise<ForecastPage> {
    const { page, size, likelihood } = query;
    const scope = belowPaths('o.path', await this.access.scope(user, 'lights.read', query.organisationId));
    const { id } = await this.rounds.require(this.uow.reader, query.year, query.month);
    const where = `f.round_id = ? and ${scope.sql}${likelihood === undefined ? '' : ' and f.likelihood = ?'}`;
    const params = [id, ...scope.params, ...(likelihood === undefined ? [] : [likelihood])];
    const countSql = `select count(*) as total ${FROM} where ${where}`;
    const [count] = await this.uow.reader.query<{ total: number | string }[]>(countSql, params);
    const sql = `select ${COLUMNS} ${FROM} where ${where} order by ${ORDER[query.sort]} limit ? offset ?`;
    const rows = await this.uow.reader.query<Row[]>(sql, [...params, size, (page - 1) * size]);
    return { items: rows.map(itemOf), total: Number(count?.total ?? 0), page, size };
  }
}

function itemOf(row: Row): Item {
  const budgetFen = numberOf(row.budgetFen);
  const [lowerFen, upperFen] = [numberOf(row.lowerFen), numberOf(row.upperFen)];
  const share = (fen: number | null): number | null =>
    fen === null || budgetFen === null ? null : percentOf(fen, budgetFen);
  return {
    ...row,
    budgetFen,
    spentFen: numberOf(row.spentFen),
    executionRate: percent(row.executionRate),
    forecastFen: numberOf(row.forecastFen),
    forecastPercent: percent(row.forecastPercent),
    lowerFen,
    upperFen,
    lowerPercent: share(lowerFen),
    upperPercent: share(upperFen),
    unspentFen: numberOf(row.unspentFen),
  };
}

const numberOf = (value: number | string | null): number | null => (value === null ? null : Number(value));
