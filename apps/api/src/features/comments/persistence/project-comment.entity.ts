import { Entity, Index, Unique } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  InstantColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/** What a leader writes to a project (批示). Rows are only ever added: withdrawing one is another row. */
@Entity('project_comment')
@Unique('uq_project_comment_withdraws', ['withdrawsId'])
@Index('ix_project_comment_project', ['projectId', 'at'])
export class ProjectComment {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('Project', 'fk_project_comment_project')
  projectId: string;

  /** The round that it is about; null for the project as a whole. */
  @IdOfColumn({ nullable: true })
  @References('MonitoringRound', 'fk_project_comment_round')
  roundId: string | null;

  /** The indicator that it is about, as in all versions of the targets; null for the project itself. */
  @IdOfColumn({ nullable: true })
  indicatorId: string | null;

  /** The indicator's name at that time: it may be dropped from the targets later. */
  @StringColumn(300, { nullable: true })
  indicatorName: string | null;

  /** The comment that this one takes back; null for any other. */
  @IdOfColumn({ nullable: true })
  @References('ProjectComment', 'fk_project_comment_withdraws')
  withdrawsId: string | null;

  /** Empty where a comment is taken back without a word. */
  @TextColumn()
  text: string;

  @StringColumn(64)
  author: string;

  /** The person's name at that time. */
  @StringColumn(100)
  authorName: string;

  @InstantColumn()
  at: string;
}
