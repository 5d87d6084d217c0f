import { Entity, Index } from 'typeorm';
import {
  BooleanColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  StringColumn,
} from '../../../platform/database/columns.js';
import type { UploadStatus } from '../application/import-status.js';

/** Below which organisations a person may import, and add units, when he uploads or confirms; jobs act within it. */
export interface Reach {
  readonly imports: readonly string[];
  readonly manages: readonly string[];
}

/** Files that came together, are previewed together and are saved together: all or none. */
@Entity('import_upload')
@Index('ix_import_upload_status', ['status', 'createdAt'])
export class ImportUpload {
  @IdColumn()
  id: string;

  @IntegerColumn()
  year: number;

  @StringColumn(16)
  status: UploadStatus;

  /** What the uploader named: an organisation, or (on the command line) the code of a unit that may not exist yet. */
  @IdOfColumn({ nullable: true })
  organisationId: string | null;

  @StringColumn(64, { nullable: true })
  unitCode: string | null;

  @BooleanColumn()
  rootIfUnnamed: boolean;

  @StringColumn(64)
  uploadedBy: string;

  @JsonColumn()
  reach: Reach;

  /** Network address from which it was uploaded; that of who confirmed it once somebody has. */
  @StringColumn(64, { nullable: true })
  remoteAddress: string | null;

  /** The job that reads or saves it, or did so last; none where a command did it by itself. */
  @IdOfColumn({ nullable: true })
  jobId: string | null;

  /** Stored targets changed after the preview, which was then made anew. */
  @BooleanColumn()
  outdated: boolean;

  @StringColumn(64, { nullable: true })
  confirmedBy: string | null;

  @InstantColumn()
  createdAt: string;
}
