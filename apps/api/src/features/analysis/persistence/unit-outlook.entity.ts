import { Entity, Unique } from 'typeorm';
import {
  BigIntegerColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  MoneyColumn,
  References,
} from '../../../platform/database/columns.js';
import type { OutlookFigures } from '../application/outlook-figures.js';

/** What the projects of a unit add up to in a round. The columns are those of the figures that are summed over many rounds. */
@Entity('unit_outlook')
@Unique('uq_unit_outlook_round_unit', ['roundId', 'organisationId'])
export class UnitOutlook {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('MonitoringRound', 'fk_unit_outlook_round')
  roundId: string;

  /** No reference: an organisation may be removed. */
  @IdOfColumn()
  organisationId: string;

  @IntegerColumn()
  projects: number;

  /** Of the projects with a budget and a known expenditure, likewise below. */
  @MoneyColumn()
  budgetFen: number;

  @MoneyColumn()
  spentFen: number;

  @MoneyColumn()
  plannedFen: number;

  @IntegerColumn()
  goalProjects: number;

  /** Sum of goal percentages, in hundredths of a percent. */
  @BigIntegerColumn()
  goalSum: number;

  @JsonColumn()
  figures: OutlookFigures;

  @InstantColumn()
  computedAt: string;
}
