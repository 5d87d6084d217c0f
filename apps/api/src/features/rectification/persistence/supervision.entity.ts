import type { SupervisionState } from '@jixiao/domain';
import { Entity, Index, Unique } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/** A comment is followed as one matter. */
export const ONE_PER_COMMENT = 'uq_supervision_comment';

/** A matter that a leader or finance wants done (督办), mostly from a comment on a project (批示). */
@Entity('supervision')
@Unique(ONE_PER_COMMENT, ['commentId'])
@Index('ix_supervision_project', ['projectId'])
@Index('ix_supervision_organisation', ['organisationId', 'state'])
@Index('ix_supervision_deadline', ['state', 'deadline'])
export class Supervision {
  @IdColumn()
  id: string;

  /** Null where it is about the unit as a whole. */
  @IdOfColumn({ nullable: true })
  @References('Project', 'fk_supervision_project')
  projectId: string | null;

  @IdOfColumn()
  @References('Organisation', 'fk_supervision_organisation')
  organisationId: string;

  /** The comment that it came from. */
  @IdOfColumn({ nullable: true })
  @References('ProjectComment', 'fk_supervision_comment')
  commentId: string | null;

  @TextColumn()
  matter: string;

  /** Username of the person who answers for it; null where the unit says who. */
  @StringColumn(64, { nullable: true })
  owner: string | null;

  @DayColumn()
  deadline: string;

  @StringColumn(12)
  state: SupervisionState;

  @StringColumn(64)
  openedBy: string;

  @InstantColumn()
  openedAt: string;

  /** What the unit reported last. */
  @TextColumn({ nullable: true })
  report: string | null;

  @StringColumn(64, { nullable: true })
  reportedBy: string | null;

  @InstantColumn({ nullable: true })
  reportedAt: string | null;

  @StringColumn(64, { nullable: true })
  closedBy: string | null;

  @InstantColumn({ nullable: true })
  closedAt: string | null;

  /** What the person wrote who returned or closed it last. */
  @TextColumn({ nullable: true })
  message: string | null;

  /** Counts changes: one on an older version is refused. */
  @IntegerColumn()
  version: number;
}
