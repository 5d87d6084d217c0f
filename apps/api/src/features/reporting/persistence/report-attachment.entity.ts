import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';

/**
 * A file that a unit gives as evidence (佐证) of a project's report. One that was removed stays for the audit with its content,
 * and is offered no more.
 */
@Entity('report_attachment')
@Index('ix_report_attachment_report', ['roundId', 'projectId'])
@Index('ix_report_attachment_project', ['projectId'])
export class ReportAttachment {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('MonitoringRound', 'fk_report_attachment_round')
  roundId: string;

  @IdOfColumn()
  @References('Project', 'fk_report_attachment_project')
  projectId: string;

  /** The indicator that it belongs to; null for the project as a whole. */
  @IdOfColumn({ nullable: true })
  lineageId: string | null;

  /** As the person calls it. */
  @StringColumn(255)
  file: string;

  @IntegerColumn()
  bytes: number;

  @StringColumn(100)
  contentType: string;

  /** The content in the file store, which counts this row as a reference as long as it exists. */
  @StringColumn(64)
  sha256: string;

  @StringColumn(64)
  uploadedBy: string;

  @InstantColumn()
  uploadedAt: string;

  @StringColumn(64, { nullable: true })
  removedBy: string | null;

  @InstantColumn({ nullable: true })
  removedAt: string | null;
}
