import { Entity, Unique } from 'typeorm';
import { DecimalColumn, IdColumn, IdOfColumn, IntegerColumn, References } from '../../../platform/database/columns.js';

/** A point of the spend schedule (R4): by the end of `month`, `percent` of the budget, cumulative. */
@Entity('schedule_checkpoint')
@Unique('uq_schedule_checkpoint_version_month', ['targetVersionId', 'month'])
export class ScheduleCheckpoint {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('TargetVersion', 'fk_schedule_checkpoint_version')
  targetVersionId: string;

  @IntegerColumn()
  month: number;

  @DecimalColumn()
  percent: number;
}
