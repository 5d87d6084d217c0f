import type { AlertRuleSet } from '@jixiao/domain';
import { Entity, Unique } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/** A published version of the alert rules. Never changed once published: raised alerts name it (R49). */
@Entity('alert_rule_set')
@Unique('uq_alert_rule_set_version', ['version'])
export class AlertRuleVersion {
  /** `alert-rules@2`. */
  @IdColumn()
  ref: string;

  @IntegerColumn()
  version: number;

  @JsonColumn()
  content: AlertRuleSet;

  @InstantColumn()
  publishedAt: string;

  /** Null for the preset, which nobody wrote. */
  @StringColumn(64, { nullable: true })
  publishedBy: string | null;

  /** Why it was published. */
  @TextColumn({ nullable: true })
  note: string | null;
}
