import { Entity, Index, Unique } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  MoneyColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/** What a project has spent in a year by its final account (决算). A correction is a further revision. */
@Entity('final_account')
@Unique('uq_final_account_revision', ['projectId', 'revision'])
@Index('ix_final_account_year', ['year', 'supersededAt'])
export class FinalAccount {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('Project', 'fk_final_account_project')
  projectId: string;

  @IntegerColumn()
  year: number;

  /** From 1. */
  @IntegerColumn()
  revision: number;

  /** The three parts together. */
  @MoneyColumn()
  expenditureFen: number;

  /** 当年财政拨款. */
  @MoneyColumn()
  fiscalFen: number;

  /** 上年结转资金. */
  @MoneyColumn()
  carriedFen: number;

  /** 其他资金. */
  @MoneyColumn()
  otherFen: number;

  @TextColumn({ nullable: true })
  note: string | null;

  /** The file that it came in; null where a program brought it. */
  @StringColumn(200, { nullable: true })
  sourceName: string | null;

  @StringColumn(64)
  recordedBy: string;

  @StringColumn(64, { nullable: true })
  recordedFor: string | null;

  @InstantColumn()
  recordedAt: string;

  /** Null while it is in force. */
  @InstantColumn({ nullable: true })
  supersededAt: string | null;
}
