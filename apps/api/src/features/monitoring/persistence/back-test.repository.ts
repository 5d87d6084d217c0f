import type { MonthTally } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../../../platform/database/bulk-write.js';
import { belowPaths } from '../../organisations/index.js';
import { ForecastBackTest, type TestedRound } from './forecast-back-test.entity.js';

/** The tested past of one unit. */
export interface UnitBackTest {
  readonly computedAt: string;
  readonly rounds: readonly TestedRound[];
  readonly years: readonly number[];
  readonly months: readonly MonthTally[];
}

interface Row {
  readonly computedAt: string;
  readonly rounds: string;
  readonly years: string;
  readonly months: string;
}

@Injectable()
export class BackTestRepository {
  /** In place of all that there was. */
  async replace(manager: EntityManager, rows: readonly ForecastBackTest[]): Promise<void> {
    await manager.query('delete from forecast_back_test');
    if (rows.length > 0) await insertRows(manager, ForecastBackTest, rows);
  }

  /** Of the units at and below paths. */
  async below(manager: EntityManager, paths: readonly string[]): Promise<readonly UnitBackTest[]> {
    const scope = belowPaths('o.path', paths);
    const rows = await manager.query<Row[]>(
      `select b.computed_at as computedAt, b.rounds as rounds, b.years as years, b.months as months
       from forecast_back_test b join organisation o on o.id = b.organisation_id where ${scope.sql}`,
      scope.params,
    );
    return rows.map(({ computedAt, rounds, years, months }) => ({
      computedAt,
      rounds: JSON.parse(rounds) as TestedRound[],
      years: JSON.parse(years) as number[],
      months: JSON.parse(months) as MonthTally[],
    }));
  }
}
