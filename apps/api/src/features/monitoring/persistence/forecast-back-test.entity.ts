import type { MonthTally } from '@jixiao/domain';
import { Entity, Unique } from 'typeorm';
import { IdColumn, IdOfColumn, InstantColumn, JsonColumn } from '../../../platform/database/columns.js';

/** A locked round whose figures were looked at. */
export interface TestedRound {
  readonly year: number;
  readonly month: number;
}

/** How wrong the forecasts of a unit's projects were in the years that are over (R45), as sums that add up to larger ones. */
@Entity('forecast_back_test')
@Unique('uq_forecast_back_test_organisation', ['organisationId'])
export class ForecastBackTest {
  @IdColumn()
  id: string;

  /** No reference: what is only reckoned keeps no organisation from being removed. */
  @IdOfColumn()
  organisationId: string;

  @InstantColumn()
  computedAt: string;

  /** Of all years that were over then, oldest first; the same in every row. */
  @JsonColumn()
  rounds: readonly TestedRound[];

  /** In which there are cases, ascending. */
  @JsonColumn()
  years: readonly number[];

  @JsonColumn()
  months: readonly MonthTally[];
}
