import type { Light, RectificationEffect, RectificationSource, RectificationState } from '@jixiao/domain';
import { Entity, Index } from 'typeorm';
import {
  BooleanColumn,
  DayColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/** How a rectification ended: by the next round's light, by evidence where there is no light, by waiver (R27). */
export type RectificationClosing = 'effective' | 'evidence' | 'waived';

/** Something that a unit has to put right (整改): what was found, who does what by when, and what it brought (R27). */
@Entity('rectification')
@Index('ix_rectification_project', ['projectId', 'state'])
@Index('ix_rectification_organisation', ['organisationId', 'state'])
@Index('ix_rectification_deadline', ['state', 'deadline'])
export class Rectification {
  @IdColumn()
  id: string;

  @StringColumn(16)
  source: RectificationSource;

  /** Null where it is about the unit as a whole. Over the year end it moves to the project that continues this one. */
  @IdOfColumn({ nullable: true })
  @References('Project', 'fk_rectification_project')
  projectId: string | null;

  @IdOfColumn()
  @References('Organisation', 'fk_rectification_organisation')
  organisationId: string;

  /** The round by which it was found; its effect is measured on a later one. Null where no round was judged before. */
  @IdOfColumn({ nullable: true })
  @References('MonitoringRound', 'fk_rectification_round')
  roundId: string | null;

  @TextColumn()
  finding: string;

  /** Number of the document that it rests on (文号). */
  @StringColumn(100, { nullable: true })
  reference: string | null;

  /** Username of the person of the unit who answers for it. */
  @StringColumn(64, { nullable: true })
  owner: string | null;

  @TextColumn({ nullable: true })
  measures: string | null;

  @DayColumn({ nullable: true })
  deadline: string | null;

  @StringColumn(12)
  state: RectificationState;

  /** What the person wrote who returned or waived it last. */
  @TextColumn({ nullable: true })
  message: string | null;

  /** 跨年: it was not over when the year of its project was. */
  @BooleanColumn()
  carriedOver: boolean;

  /** The project of the year before that it began with, where it has moved to the one that continues it. */
  @IdOfColumn({ nullable: true })
  @References('Project', 'fk_rectification_carried_from')
  carriedFromId: string | null;

  @StringColumn(64)
  openedBy: string;

  @InstantColumn()
  openedAt: string;

  @StringColumn(64, { nullable: true })
  submittedBy: string | null;

  /** Whose deputy that was; null where it was done in the person's own name. */
  @StringColumn(64, { nullable: true })
  submittedFor: string | null;

  @InstantColumn({ nullable: true })
  submittedAt: string | null;

  @StringColumn(64, { nullable: true })
  acceptedBy: string | null;

  @InstantColumn({ nullable: true })
  acceptedAt: string | null;

  @InstantColumn({ nullable: true })
  closedAt: string | null;

  @StringColumn(12, { nullable: true })
  closing: RectificationClosing | null;

  /** Light of the project in the round by which it was found. */
  @StringColumn(8, { nullable: true })
  lightBefore: Light | null;

  @StringColumn(8, { nullable: true })
  lightAfter: Light | null;

  @StringColumn(12, { nullable: true })
  effect: RectificationEffect | null;

  /** The round by which the effect was last measured. */
  @IdOfColumn({ nullable: true })
  @References('MonitoringRound', 'fk_rectification_effect_round')
  effectRoundId: string | null;

  /** Counts changes: one on an older version is refused. */
  @IntegerColumn()
  version: number;
}
