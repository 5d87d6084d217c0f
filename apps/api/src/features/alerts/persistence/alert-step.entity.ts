import type { AlertStepKind } from '@jixiao/domain';
import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  InstantColumn,
  JsonColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/** Figures and codes of a step, in no language of people. */
export type AlertStepParams = Readonly<Record<string, string | number | null>>;

/** Something that happened to an alert after it was raised. Only added, never changed. */
@Entity('alert_step')
@Index('ix_alert_step_alert', ['alertId', 'at'])
export class AlertStep {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('Alert', 'fk_alert_step_alert')
  alertId: string;

  @InstantColumn()
  at: string;

  @StringColumn(24)
  step: AlertStepKind;

  /** Null where nobody did it: the rules, or the day. */
  @StringColumn(64, { nullable: true })
  actor: string | null;

  @StringColumn(200, { nullable: true })
  actorName: string | null;

  /** Whose deputy that was. */
  @StringColumn(64, { nullable: true })
  actedFor: string | null;

  @TextColumn({ nullable: true })
  text: string | null;

  @JsonColumn({ nullable: true })
  params: AlertStepParams | null;
}
