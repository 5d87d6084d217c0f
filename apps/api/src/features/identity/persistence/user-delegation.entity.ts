import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';

/** A deputy: from the first to the last day `toUserId` also has the business roles of `fromUserId`. Never deleted. */
@Entity('user_delegation')
@Index('ix_user_delegation_from', ['fromUserId'])
@Index('ix_user_delegation_to', ['toUserId'])
export class UserDelegation {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('UserAccount', 'fk_user_delegation_from')
  fromUserId: string;

  @IdOfColumn()
  @References('UserAccount', 'fk_user_delegation_to')
  toUserId: string;

  @DayColumn()
  fromDay: string;

  /** The last day. */
  @DayColumn()
  untilDay: string;

  @StringColumn(200)
  reason: string;

  @StringColumn(64)
  createdBy: string;

  @InstantColumn()
  createdAt: string;

  /** Ended before its last day. */
  @InstantColumn({ nullable: true })
  endedAt: string | null;

  @StringColumn(64, { nullable: true })
  endedBy: string | null;
}
