import type { AlertKind, AlertReason, AlertSeverity } from '@jixiao/domain';
import { Entity, Index, Unique } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  IntegerColumn,
  JsonColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';
import type { AlertTurn } from '../application/alert-turns.js';

/** An alert that rules would raise, or would no longer. Goes with its trial, never alone. */
@Entity('alert_rule_trial_alert')
@Unique('uq_alert_rule_trial_alert_rule', ['trialId', 'year', 'month', 'projectId', 'kind'])
@Index('ix_alert_rule_trial_alert_list', ['trialId', 'year', 'month', 'alertRank'])
export class AlertRuleTrialAlert {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('AlertRuleTrial', 'fk_alert_rule_trial_alert_trial')
  trialId: string;

  @IntegerColumn()
  year: number;

  @IntegerColumn()
  month: number;

  /** No reference: a project that is removed takes no trial with it, and is no longer shown in it. */
  @IdOfColumn()
  projectId: string;

  @StringColumn(32)
  kind: AlertKind;

  /** By the rules that were tried; of an alert that is gone, by those that count. */
  @StringColumn(8)
  severity: AlertSeverity;

  @StringColumn(8)
  turn: AlertTurn;

  /** What changes first, then what is red. */
  @IntegerColumn()
  alertRank: number;

  @JsonColumn()
  reason: AlertReason;
}
