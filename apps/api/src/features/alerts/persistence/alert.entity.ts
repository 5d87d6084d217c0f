import type {
  AlertAnswer,
  AlertClosing,
  AlertKind,
  AlertReason,
  AlertSeverity,
  AlertState,
  EscalationLevel,
  OnSiteCheck,
  Suspension,
} from '@jixiao/domain';
import { Entity, Index, Unique } from 'typeorm';
import {
  BooleanColumn,
  DayColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/**
 * What a rule says of a project in a round, and what has become of it (R27): one row however often the rule is looked at.
 * Of a round that was over before there were alerts it is kept closed, for nobody had to answer.
 */
@Entity('alert')
@Unique('uq_alert_round_project_kind', ['roundId', 'projectId', 'kind'])
@Index('ix_alert_round_unit', ['roundId', 'organisationId', 'state'])
@Index('ix_alert_project', ['projectId'])
@Index('ix_alert_state', ['state', 'severity', 'deadline'])
@Index('ix_alert_escalates', ['state', 'escalatesOn'])
export class Alert {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('MonitoringRound', 'fk_alert_round')
  roundId: string;

  @IdOfColumn()
  @References('Project', 'fk_alert_project')
  projectId: string;

  /** Unit that has to answer: where the project was when its lights were computed. No reference: it may be removed. */
  @IdOfColumn()
  organisationId: string;

  @StringColumn(32)
  kind: AlertKind;

  @StringColumn(8)
  severity: AlertSeverity;

  @StringColumn(16)
  state: AlertState;

  /** Null where the unit has answered in time, or still may. */
  @StringColumn(16, { nullable: true })
  suspension: Suspension | null;

  /** The figures and limits of the last time that the rule held (R49). */
  @JsonColumn()
  reason: AlertReason;

  /** Version of the rules that it was raised by. */
  @StringColumn(64)
  ruleSetRef: string;

  /** For the first time. */
  @InstantColumn()
  raisedAt: string;

  /** The day that the deadline is counted from: of the last time that it was opened. */
  @DayColumn()
  raisedOn: string;

  /** Last day for an answer; null in rounds that were over before there were alerts. */
  @DayColumn({ nullable: true })
  deadline: string | null;

  /** Last day before it goes up a level, or its suspension is proposed; null where nothing of that is to come. */
  @DayColumn({ nullable: true })
  escalatesOn: string | null;

  @StringColumn(16)
  level: EscalationLevel;

  @InstantColumn({ nullable: true })
  escalatedAt: string | null;

  @InstantColumn({ nullable: true })
  acknowledgedAt: string | null;

  @StringColumn(64, { nullable: true })
  acknowledgedBy: string | null;

  @StringColumn(200, { nullable: true })
  acknowledgedByName: string | null;

  @StringColumn(16, { nullable: true })
  answer: AlertAnswer | null;

  @TextColumn({ nullable: true })
  answerText: string | null;

  @InstantColumn({ nullable: true })
  answeredAt: string | null;

  @StringColumn(64, { nullable: true })
  answeredBy: string | null;

  @StringColumn(200, { nullable: true })
  answeredByName: string | null;

  /** Working days from `raisedOn` to the answer. */
  @IntegerColumn({ nullable: true })
  responseDays: number | null;

  /** Whether it was answered by its deadline; null where it was not answered. */
  @BooleanColumn({ nullable: true })
  inTime: boolean | null;

  @InstantColumn({ nullable: true })
  closedAt: string | null;

  @StringColumn(16, { nullable: true })
  closing: AlertClosing | null;

  /** How often it was opened again after it had been closed. */
  @IntegerColumn()
  recurrences: number;

  /** Rounds in a row with the same rule, this one among them. */
  @IntegerColumn()
  consecutive: number;

  @StringColumn(8, { nullable: true })
  onSiteCheck: OnSiteCheck | null;

  @TextColumn({ nullable: true })
  onSiteNote: string | null;

  /** Counts changes: who decides by an older one is refused. */
  @IntegerColumn()
  version: number;
}
