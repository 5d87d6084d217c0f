import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';

/** A refused report file, kept for a while with the errors written into it, for the person who uploaded it. */
@Entity('report_upload')
@Index('ix_report_upload_round', ['roundId'])
@Index('ix_report_upload_expires', ['expiresAt'])
export class ReportUpload {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('MonitoringRound', 'fk_report_upload_round')
  roundId: string;

  /** Name of the annotated workbook, as it is offered for download. */
  @StringColumn(255)
  file: string;

  /** The annotated workbook in the file store. */
  @StringColumn(64)
  sha256: string;

  /** Number of things that are wrong. */
  @IntegerColumn()
  issues: number;

  @StringColumn(64)
  uploadedBy: string;

  @InstantColumn()
  uploadedAt: string;

  @InstantColumn()
  expiresAt: string;
}
