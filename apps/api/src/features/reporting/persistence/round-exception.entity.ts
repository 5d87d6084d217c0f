import { Entity, Index, Unique } from 'typeorm';
import {
  BooleanColumn,
  DayColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/** More time for a unit, or for a department and all below it, in one round. What it was before is in the audit trail. */
@Entity('round_exception')
@Unique('uq_round_exception_round_organisation', ['roundId', 'organisationId'])
@Index('ix_round_exception_organisation', ['organisationId'])
export class RoundException {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('MonitoringRound', 'fk_round_exception_round')
  roundId: string;

  @IdOfColumn()
  @References('Organisation', 'fk_round_exception_organisation')
  organisationId: string;

  /** Last reporting day, included. */
  @DayColumn()
  closesOn: string;

  @TextColumn()
  reason: string;

  @StringColumn(64)
  grantedBy: string;

  @InstantColumn()
  grantedAt: string;

  /** True once the lights have been computed after this day (R28). */
  @BooleanColumn()
  assessed: boolean;
}
