import { Entity, Index } from 'typeorm';
import { IdColumn, IdOfColumn, InstantColumn, References } from '../../../platform/database/columns.js';

/**
 * Says that lights of a unit have changed since they were summed up; stored in the transaction of the change. Rows are only
 * added and taken away, never shared, so that those who judge side by side do not wait for each other.
 */
@Entity('light_summary_request')
@Index('ix_light_summary_request_round', ['roundId'])
export class LightSummaryRequest {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('MonitoringRound', 'fk_light_summary_request_round')
  roundId: string;

  /** Null for all units of the round. */
  @IdOfColumn({ nullable: true })
  @References('Organisation', 'fk_light_summary_request_organisation')
  organisationId: string | null;

  @InstantColumn()
  createdAt: string;
}
