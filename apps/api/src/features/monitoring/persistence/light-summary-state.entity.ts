import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, References } from '../../../platform/database/columns.js';

/** One row per round that has been summed up as a whole; whoever sums up holds it, so that nothing older overwrites newer sums. */
@Entity('light_summary_state')
export class LightSummaryState {
  @IdColumn()
  @References('MonitoringRound', 'fk_light_summary_state_round')
  roundId: string;

  @InstantColumn()
  refreshedAt: string;
}
