import type { ForecastInterval, ForecastMethod, Likelihood, NoForecast } from '@jixiao/domain';
import { Entity, Index, Unique } from 'typeorm';
import {
  BigIntegerColumn,
  IdColumn,
  IdOfColumn,
  IntegerColumn,
  MoneyColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';

/** Where the year's expenditure of a project will end as a round tells (R45, R46). One row per round and project. */
@Entity('project_forecast')
@Unique('uq_project_forecast_round_project', ['roundId', 'projectId'])
@Index('ix_project_forecast_round_unit', ['roundId', 'organisationId'])
@Index('ix_project_forecast_round_percent', ['roundId', 'forecastPercent'])
@Index('ix_project_forecast_round_unspent', ['roundId', 'unspentFen'])
@Index('ix_project_forecast_project', ['projectId'])
export class ProjectForecast {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('MonitoringRound', 'fk_project_forecast_round')
  roundId: string;

  @IdOfColumn()
  @References('Project', 'fk_project_forecast_project')
  projectId: string;

  /** Where the project was when its lights were computed. No reference: an organisation may be removed. */
  @IdOfColumn()
  organisationId: string;

  @MoneyColumn({ nullable: true })
  budgetFen: number | null;

  @MoneyColumn({ nullable: true })
  spentFen: number | null;

  @MoneyColumn({ nullable: true })
  plannedFen: number | null;

  /** Hundredths of a percent, as below. */
  @BigIntegerColumn({ nullable: true })
  executionRate: number | null;

  /** R15; null where there is nothing to compare. */
  @BigIntegerColumn({ nullable: true })
  goalPercent: number | null;

  /** The last month of which spending was known, that the forecast is made from. */
  @IntegerColumn({ nullable: true })
  asOfMonth: number | null;

  @StringColumn(16, { nullable: true })
  method: ForecastMethod | null;

  /** Why there is no forecast. */
  @StringColumn(16, { nullable: true })
  noForecast: NoForecast | null;

  @MoneyColumn({ nullable: true })
  forecastFen: number | null;

  @MoneyColumn({ nullable: true })
  lowerFen: number | null;

  @MoneyColumn({ nullable: true })
  upperFen: number | null;

  @StringColumn(16, { nullable: true })
  intervalBasis: ForecastInterval['basis'] | null;

  /** The unit or department whose history the interval comes from. */
  @StringColumn(200, { nullable: true })
  poolName: string | null;

  @BigIntegerColumn({ nullable: true })
  forecastPercent: number | null;

  /** Budget less forecast; negative where more will be spent than there is. */
  @MoneyColumn({ nullable: true })
  unspentFen: number | null;

  @StringColumn(16, { nullable: true })
  likelihood: Likelihood | null;
}
