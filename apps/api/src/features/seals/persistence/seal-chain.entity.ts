import { Entity } from 'typeorm';
import { IdColumn, IntegerColumn, StringColumn } from '../../../platform/database/columns.js';

/** The end of the chain of seals, in one row: whoever adds a seal holds it, and a seal cut off at the end is missed. */
@Entity('seal_chain')
export class SealChain {
  @IdColumn(16)
  name: string;

  /** Number of seals so far. */
  @IntegerColumn()
  seq: number;

  /** Hash of the latest seal; null before the first. */
  @StringColumn(64, { nullable: true })
  hash: string | null;
}
