import { Entity, Index, Unique } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  MoneyColumn,
  References,
} from '../../../platform/database/columns.js';

/**
 * What the treasury has of a project from January to the end of a month, with the history of its corrections; the current
 * row has no `supersededAt`, and a column is null where no delivery gave the figure or one took it back.
 */
@Entity('treasury_figure')
@Unique('uq_treasury_figure_project_month_revision', ['projectId', 'month', 'revision'])
@Index('ix_treasury_figure_year_month', ['year', 'month'])
@Index('ix_treasury_figure_delivery', ['deliveryId'])
export class TreasuryFigure {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('Project', 'fk_treasury_figure_project')
  projectId: string;

  @IntegerColumn()
  year: number;

  @IntegerColumn()
  month: number;

  @IntegerColumn()
  revision: number;

  @MoneyColumn({ nullable: true })
  expenditureFen: number | null;

  @MoneyColumn({ nullable: true })
  fiscalFen: number | null;

  @MoneyColumn({ nullable: true })
  otherFen: number | null;

  /** 下达数. */
  @MoneyColumn({ nullable: true })
  releasedFen: number | null;

  /** 到位数. */
  @MoneyColumn({ nullable: true })
  receivedFen: number | null;

  @IdOfColumn()
  @References('TreasuryDelivery', 'fk_treasury_figure_delivery')
  deliveryId: string;

  @InstantColumn()
  recordedAt: string;

  @InstantColumn({ nullable: true })
  supersededAt: string | null;
}
