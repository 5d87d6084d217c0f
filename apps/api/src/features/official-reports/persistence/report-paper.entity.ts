import { Entity, Index, Unique } from 'typeorm';
import {
  BigIntegerColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';

/** A report that was given out as a file, a draft among them. Rows are only ever added. */
@Entity('report_paper')
@Unique('uq_report_paper_code', ['code'])
@Index('ix_report_paper_sha256', ['sha256'])
@Index('ix_report_paper_report', ['reportId'])
export class ReportPaper {
  @IdColumn()
  id: string;

  /** 核验码 `XXXX-XXXX-XXXX`, printed at the foot of its pages. */
  @StringColumn(14)
  code: string;

  @IdOfColumn()
  @References('OfficialReport', 'fk_report_paper_report')
  reportId: string;

  /** Number of the version that it says. */
  @IntegerColumn()
  version: number;

  /** Hash of the seal that the version had then; null for what was given out as a draft. */
  @StringColumn(64, { nullable: true })
  sealHash: string | null;

  @StringColumn(8)
  format: 'docx' | 'pdf';

  @StringColumn(350)
  file: string;

  @StringColumn(64)
  sha256: string;

  @BigIntegerColumn()
  bytes: number;

  @StringColumn(64)
  exportedBy: string;

  /** Whose deputy that was; null where it was done in the person's own name. */
  @StringColumn(64, { nullable: true })
  exportedFor: string | null;

  @InstantColumn()
  exportedAt: string;
}
