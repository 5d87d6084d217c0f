import { Entity, Index, Unique } from 'typeorm';
import { IdColumn, IdOfColumn, References } from '../../../platform/database/columns.js';

/** An alert that a rectification is to put right; several of one project may be put right together. */
@Entity('rectification_alert')
@Unique('uq_rectification_alert', ['rectificationId', 'alertId'])
@Index('ix_rectification_alert_alert', ['alertId'])
export class RectificationAlert {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('Rectification', 'fk_rectification_alert_rectification')
  rectificationId: string;

  @IdOfColumn()
  alertId: string;
}
