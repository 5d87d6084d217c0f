import type { RoundStatus } from '@jixiao/domain';
import { Entity, Unique } from 'typeorm';
import {
  BooleanColumn,
  DayColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';

/** A monitoring round (监控期): January to the end of `month`. */
@Entity('monitoring_round')
@Unique('uq_monitoring_round_year_month', ['year', 'month'])
export class MonitoringRound {
  @IdColumn()
  id: string;

  @IntegerColumn()
  @References('FiscalYear', 'fk_monitoring_round_year')
  year: number;

  @IntegerColumn()
  month: number;

  @DayColumn()
  opensOn: string;

  /** Reporting deadline, last day included. */
  @DayColumn()
  closesOn: string;

  /** When reporting was ended before that day, because the round was to be locked. */
  @InstantColumn({ nullable: true })
  reportingEndedAt: string | null;

  /** Only the lock is stored: before `opensOn` an open round counts as not open (`roundStatus`). */
  @StringColumn(16)
  status: Exclude<RoundStatus, 'notOpen'>;

  @IdOfColumn()
  @References('RulePackVersion', 'fk_monitoring_round_rule_pack')
  rulePackRef: string;

  /** True once the lights have been computed after the deadline (R28). */
  @BooleanColumn()
  deadlineAssessed: boolean;

  @InstantColumn({ nullable: true })
  lockedAt: string | null;

  @StringColumn(64, { nullable: true })
  lockedBy: string | null;
}
