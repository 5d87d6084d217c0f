import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  InstantColumn,
  JsonColumn,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/** Figures of a step, such as the round and the lights by which an effect was measured. */
export type StepParams = Readonly<Record<string, string | number | null>>;

/** What happened to a rectification or to a matter under supervision. Rows are only ever added. */
@Entity('follow_up_step')
@Index('ix_follow_up_step_subject', ['subjectId', 'at'])
export class FollowUpStep {
  @IdColumn()
  id: string;

  /** Of the rectification or the matter. */
  @IdOfColumn()
  subjectId: string;

  @StringColumn(16)
  step: string;

  /** Username; `system` where the program itself did it. */
  @StringColumn(64)
  actor: string;

  @StringColumn(64, { nullable: true })
  onBehalfOf: string | null;

  @TextColumn({ nullable: true })
  text: string | null;

  @JsonColumn({ nullable: true })
  params: StepParams | null;

  @InstantColumn()
  at: string;
}
