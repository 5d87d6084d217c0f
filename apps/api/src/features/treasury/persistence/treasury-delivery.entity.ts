import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';

/** Cumulative figures since January, or amounts of single months. */
export type DeliveryBasis = 'cumulative' | 'monthly';
export type DeliveryChannel = 'file' | 'api' | 'cli';

/** One delivery of treasury figures: who brought what, and what came of its rows. */
@Entity('treasury_delivery')
@Index('ix_treasury_delivery_year', ['year', 'deliveredAt'])
export class TreasuryDelivery {
  @IdColumn()
  id: string;

  @IntegerColumn()
  @References('FiscalYear', 'fk_treasury_delivery_year')
  year: number;

  @InstantColumn()
  deliveredAt: string;

  /** Username; `token:…` for a program. */
  @StringColumn(64)
  deliveredBy: string;

  @StringColumn(8)
  channel: DeliveryChannel;

  /** Name of the file, or what the program calls its source. */
  @StringColumn(200, { nullable: true })
  sourceName: string | null;

  @StringColumn(64, { nullable: true })
  fileSha256: string | null;

  @StringColumn(16)
  basis: DeliveryBasis;

  /** First month (1…12) of which monthly amounts are complete. */
  @IntegerColumn({ nullable: true })
  coverageFrom: number | null;

  @IntegerColumn({ nullable: true })
  coverageTo: number | null;

  @IntegerColumn()
  rowCount: number;

  @IntegerColumn()
  newCount: number;

  @IntegerColumn()
  changedCount: number;

  @IntegerColumn()
  unchangedCount: number;

  @IntegerColumn()
  refusedCount: number;

  @IntegerColumn()
  warningCount: number;
}
