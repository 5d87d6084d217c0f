import type { AlertRuleSet } from '@jixiao/domain';
import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, StringColumn } from '../../../platform/database/columns.js';
import type { TrialSummary } from '../application/trial-summary.js';

/** Alert rules that were tried on past rounds before they are switched on. Its id is that of the job. */
@Entity('alert_rule_trial')
@Index('ix_alert_rule_trial_started', ['startedAt'])
export class AlertRuleTrial {
  @IdColumn()
  id: string;

  /** The rules that were tried, published or not. */
  @JsonColumn()
  content: AlertRuleSet;

  /** Reference of the rules that counted then, whose alerts those of the trial are compared with. */
  @StringColumn(36)
  comparedWith: string;

  @StringColumn(64)
  requestedBy: string;

  @InstantColumn()
  startedAt: string;

  /** Null as long as it goes on, and where it was cut off. */
  @InstantColumn({ nullable: true })
  finishedAt: string | null;

  @JsonColumn({ nullable: true })
  summary: TrialSummary | null;
}
