import type { ChangeState } from '@jixiao/domain';
import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { ChangeContent } from '../application/change-content.js';

/** A proposed change of a project's targets (变更申请): what would differ from the version it was made on (R4, R17). */
@Entity('target_change')
@Index('ix_target_change_project', ['projectId'])
@Index('ix_target_change_state', ['state'])
export class TargetChange {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('Project', 'fk_target_change_project')
  projectId: string;

  /** The version in force when it was proposed. */
  @IntegerColumn()
  basedOn: number;

  @JsonColumn()
  content: ChangeContent;

  @TextColumn()
  reason: string;

  /** Ids of the documents that support it. */
  @JsonColumn()
  documentIds: readonly string[];

  @StringColumn(12)
  state: ChangeState;

  @StringColumn(64)
  proposedBy: string;

  /** Whose deputy that was; null where it was proposed in the person's own name. */
  @StringColumn(64, { nullable: true })
  proposedFor: string | null;

  @InstantColumn()
  proposedAt: string;

  @StringColumn(64, { nullable: true })
  reviewedBy: string | null;

  @InstantColumn({ nullable: true })
  reviewedAt: string | null;

  /** Who approved, rejected or withdrew it. */
  @StringColumn(64, { nullable: true })
  decidedBy: string | null;

  @InstantColumn({ nullable: true })
  decidedAt: string | null;

  @TextColumn({ nullable: true })
  message: string | null;

  /** The version that its approval made. */
  @IntegerColumn({ nullable: true })
  resultVersion: number | null;
}
