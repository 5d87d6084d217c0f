import type { DecidedState } from '@jixiao/domain';
import { Entity, Index } from 'typeorm';
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

/** A step in the approval of one version of a project's targets (审核, 批复). Rows are only added; the newest counts. */
@Entity('target_approval')
@Index('ix_target_approval_version', ['projectId', 'version'])
export class TargetApproval {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('Project', 'fk_target_approval_project')
  projectId: string;

  @IntegerColumn()
  version: number;

  @StringColumn(12)
  state: DecidedState;

  /** 批复文号. */
  @StringColumn(100, { nullable: true })
  documentNumber: string | null;

  /** Date of that document. */
  @DayColumn({ nullable: true })
  documentDate: string | null;

  @TextColumn({ nullable: true })
  message: string | null;

  @StringColumn(64)
  decidedBy: string;

  @InstantColumn()
  decidedAt: string;
}
