import { Entity, Index, Unique } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  MoneyColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/** The targets of a project as one import or approved change made them. Versions are never changed, only added. */
@Entity('target_version')
@Unique('uq_target_version_project_version', ['projectId', 'version'])
@Index('ix_target_version_import_batch', ['importBatchId'])
export class TargetVersion {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('Project', 'fk_target_version_project')
  projectId: string;

  @IntegerColumn()
  version: number;

  /** What the project was called at this version. */
  @StringColumn(300)
  name: string;

  @StringColumn(64, { nullable: true })
  code: string | null;

  /** The version whose content this one brings back, because the import after it was undone; it is none itself. */
  @IntegerColumn({ nullable: true })
  restoredFrom: number | null;

  /** 年初预算数 in 分. */
  @MoneyColumn({ nullable: true })
  initialBudgetFen: number | null;

  @MoneyColumn({ nullable: true })
  fiscalFundsFen: number | null;

  @MoneyColumn({ nullable: true })
  otherFundsFen: number | null;

  @TextColumn({ nullable: true })
  purpose: string | null;

  /** Annual goals (年度总体目标), in order. */
  @JsonColumn()
  goals: readonly string[];

  /** SHA-256 of what the document says, hexadecimal: equal content makes no new version. */
  @StringColumn(64)
  contentHash: string;

  @IdOfColumn({ nullable: true })
  @References('ImportBatch', 'fk_target_version_import_batch')
  importBatchId: string | null;

  /** The approved change that made it; null where an import did. */
  @IdOfColumn({ nullable: true })
  @References('TargetChange', 'fk_target_version_change')
  changeId: string | null;

  /** Where in the document it stands, for example `line 12`. */
  @StringColumn(100, { nullable: true })
  sourceAt: string | null;

  @InstantColumn()
  createdAt: string;

  @StringColumn(64)
  createdBy: string;
}
