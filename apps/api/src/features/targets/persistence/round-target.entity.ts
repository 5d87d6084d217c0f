import { Entity, Index } from 'typeorm';
import { IdColumn, IntegerColumn, References } from '../../../platform/database/columns.js';

/** Which version of a project's targets a monitoring round is judged by (R27); a project without a row by its newest. */
@Entity('round_target')
@Index('ix_round_target_project', ['projectId'])
export class RoundTarget {
  @IdColumn()
  @References('MonitoringRound', 'fk_round_target_round')
  roundId: string;

  @IdColumn()
  @References('Project', 'fk_round_target_project')
  projectId: string;

  @IntegerColumn()
  version: number;
}
