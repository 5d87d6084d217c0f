import type { DocumentWarning, RecognisedDepartmentGoal } from '@jixiao/domain';
import { Entity, Index, Unique } from 'typeorm';
import {
  BooleanColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';
import type { FieldIssue } from '../../../platform/runtime/domain-error.js';
import type { BatchStatus } from '../application/import-status.js';

/** Why a file cannot be read, or a saved batch could not be undone. */
export interface BatchFailure {
  readonly code: string;
  readonly params: FieldIssue['params'];
  readonly issues: readonly FieldIssue[];
}

/** The department goals of a document, with the unit whose they are. */
export interface StagedGoals {
  readonly unitId: string;
  readonly goals: readonly RecognisedDepartmentGoal[];
}

/** One target document taken in, or waiting to be confirmed: where the versions that it makes come from. */
@Entity('import_batch')
@Unique('uq_import_batch_upload_ordinal', ['uploadId', 'ordinal'])
@Index('ix_import_batch_year', ['year', 'importedAt'])
@Index('ix_import_batch_organisation', ['organisationId'])
@Index('ix_import_batch_sha256', ['sha256'])
export class ImportBatch {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('ImportUpload', 'fk_import_batch_upload')
  uploadId: string;

  /** Place among the files of the upload, from 0. */
  @IntegerColumn()
  ordinal: number;

  @StringColumn(16)
  status: BatchStatus;

  @StringColumn(255)
  file: string;

  @StringColumn(64)
  sha256: string;

  @IntegerColumn()
  bytes: number;

  /** The original is in the file store, under its `sha256`. */
  @BooleanColumn()
  fileKept: boolean;

  /** The fiscal year once it is saved: before, nothing need have opened it. */
  @IntegerColumn({ nullable: true })
  @References('FiscalYear', 'fk_import_batch_year')
  year: number | null;

  @IntegerColumn({ nullable: true })
  yearInferred: number | null;

  /** The unit, where all its projects belong to one. */
  @IdOfColumn({ nullable: true })
  @References('Organisation', 'fk_import_batch_organisation')
  organisationId: string | null;

  @StringColumn(64)
  importedBy: string;

  @InstantColumn()
  importedAt: string;

  @IntegerColumn()
  newProjects: number;

  @IntegerColumn()
  changedProjects: number;

  @IntegerColumn()
  unchangedProjects: number;

  @IntegerColumn()
  missingProjects: number;

  @IntegerColumn()
  refusedProjects: number;

  @IntegerColumn()
  indicators: number;

  /** All remarks, those of its projects included. */
  @IntegerColumn()
  warningCount: number;

  /** The remarks about the document as a whole. */
  @JsonColumn()
  warnings: readonly DocumentWarning[];

  @JsonColumn({ nullable: true })
  departmentGoals: StagedGoals | null;

  @JsonColumn({ nullable: true })
  failure: BatchFailure | null;

  /** Whose deputy confirmed it, where one did. */
  @StringColumn(64, { nullable: true })
  confirmedFor: string | null;

  @InstantColumn({ nullable: true })
  savedAt: string | null;

  @StringColumn(64, { nullable: true })
  savedBy: string | null;

  /** The job that undoes it, or tried last. */
  @IdOfColumn({ nullable: true })
  undoJobId: string | null;

  @InstantColumn({ nullable: true })
  undoneAt: string | null;

  @StringColumn(64, { nullable: true })
  undoneBy: string | null;

  /** Whose deputy that was, where he was one. */
  @StringColumn(64, { nullable: true })
  undoneFor: string | null;

  /** Network address from which that was asked for. */
  @StringColumn(64, { nullable: true })
  undoAddress: string | null;
}
