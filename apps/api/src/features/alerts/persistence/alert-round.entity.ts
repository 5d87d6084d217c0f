import { Entity } from 'typeorm';
import {
  BooleanColumn,
  DayColumn,
  IdColumn,
  InstantColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';

/** That the alerts of a round have been looked at, and whether anybody has to answer them. */
@Entity('alert_round')
export class AlertRound {
  @IdColumn()
  @References('MonitoringRound', 'fk_alert_round_round')
  roundId: string;

  /** False where the round was over before there were alerts: they are kept to be counted only. Never changes. */
  @BooleanColumn()
  live: boolean;

  /** When the whole round was asked to be looked at last, and on which day. */
  @InstantColumn()
  evaluatedAt: string;

  @DayColumn()
  evaluatedOn: string;

  /** The rules by which that was to be done. */
  @StringColumn(64)
  ruleSetRef: string;
}
