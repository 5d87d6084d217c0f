import type { Light } from '@jixiao/domain';
import { Entity, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, MoneyColumn, References } from '../../../platform/database/columns.js';

/**
 * The lights of a unit in a round summed up, one row per colour and colour in the round before. Kept by jobs, and always
 * what summing up `project_light` gives but for the units that `light_summary_request` names.
 */
@Entity('light_summary')
export class LightSummary {
  @IdColumn()
  @References('MonitoringRound', 'fk_light_summary_round')
  roundId: string;

  @IdColumn()
  @References('Organisation', 'fk_light_summary_organisation')
  organisationId: string;

  @PrimaryColumn({ type: 'varchar', length: 8 })
  light: Light;

  /** Grey also for projects that were not there then. */
  @PrimaryColumn({ type: 'varchar', length: 8 })
  previousLight: Light;

  @IntegerColumn()
  projects: number;

  @MoneyColumn()
  budgetFen: number;

  @MoneyColumn()
  expenditureFen: number;

  @MoneyColumn()
  lagFen: number;

  @MoneyColumn()
  plannedFen: number;

  /** Projects judged by the treasury's figures. */
  @IntegerColumn()
  byTreasury: number;

  @MoneyColumn()
  releasedFen: number;

  @MoneyColumn()
  receivedFen: number;

  @IntegerColumn()
  notReported: number;

  @IntegerColumn()
  awaitingReport: number;

  @IntegerColumn()
  exempt: number;

  @IntegerColumn()
  bothOnProjects: number;

  @MoneyColumn()
  bothOnFen: number;

  @IntegerColumn()
  moneyBehindProjects: number;

  @MoneyColumn()
  moneyBehindFen: number;

  @IntegerColumn()
  goalsBehindProjects: number;

  @MoneyColumn()
  goalsBehindFen: number;

  @IntegerColumn()
  bothBehindProjects: number;

  @MoneyColumn()
  bothBehindFen: number;

  @IntegerColumn()
  moneyAheadProjects: number;

  @MoneyColumn()
  moneyAheadFen: number;

  @IntegerColumn()
  goalsAheadProjects: number;

  @MoneyColumn()
  goalsAheadFen: number;

  /** When the newest of these lights was computed. */
  @InstantColumn()
  computedAt: string;
}
