import { Entity, Index } from 'typeorm';
import {
  BooleanColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';

/** Projects that were drawn for verification in a round, with what they can be drawn again by. */
@Entity('verification_sample')
@Index('ix_verification_sample_round', ['roundId'])
export class VerificationSample {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('MonitoringRound', 'fk_verification_sample_round')
  roundId: string;

  @StringColumn(64)
  seed: string;

  @IntegerColumn()
  size: number;

  @BooleanColumn()
  keyProjects: boolean;

  /** Below which it was drawn; null for all that the person may verify. */
  @IdOfColumn({ nullable: true })
  organisationId: string | null;

  /** In the order in which they were drawn. */
  @JsonColumn()
  projectIds: readonly string[];

  @StringColumn(64)
  drawnBy: string;

  @InstantColumn()
  drawnAt: string;
}
