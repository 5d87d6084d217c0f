import type { NamingKind, NamingState } from '@jixiao/domain';
import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/** A unit on the list for 通报 or 约谈 because of a round. */
@Entity('named_unit')
@Index('ix_named_unit_organisation', ['organisationId'])
@Index('ix_named_unit_round', ['roundId'])
export class NamedUnit {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('Organisation', 'fk_named_unit_organisation')
  organisationId: string;

  @IdOfColumn()
  @References('MonitoringRound', 'fk_named_unit_round')
  roundId: string;

  @StringColumn(12)
  kind: NamingKind;

  @TextColumn()
  reason: string;

  @StringColumn(12)
  state: NamingState;

  @StringColumn(64)
  proposedBy: string;

  /** Whose deputy that was; null where it was done in the person's own name. */
  @StringColumn(64, { nullable: true })
  proposedFor: string | null;

  @InstantColumn()
  proposedAt: string;

  /** Who approved, rejected or withdrew it. */
  @StringColumn(64, { nullable: true })
  decidedBy: string | null;

  @InstantColumn({ nullable: true })
  decidedAt: string | null;

  @TextColumn({ nullable: true })
  message: string | null;

  @DayColumn({ nullable: true })
  heldOn: string | null;

  /** What was said, or where it was published. */
  @TextColumn({ nullable: true })
  record: string | null;

  @StringColumn(64, { nullable: true })
  recordedBy: string | null;

  /** Counts changes: one on an older version is refused. */
  @IntegerColumn()
  version: number;
}
