import { Entity, Index } from 'typeorm';
import {
  BigIntegerColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  StringColumn,
} from '../../../platform/database/columns.js';
import type { ExportKind, Packaging, PaperFormat } from '../application/export-kinds.js';

/** What somebody asked to have written as files, and the file that came of it. The row outlives the file. */
@Entity('paper_export')
@Index('ix_paper_export_requested', ['requestedBy', 'requestedAt'])
@Index('ix_paper_export_sha256', ['sha256'])
@Index('ix_paper_export_kept', ['fileRemovedAt', 'requestedAt'])
export class PaperExport {
  @IdColumn()
  id: string;

  /** No reference: ended jobs are removed from the ledger after a while. */
  @IdOfColumn({ nullable: true })
  jobId: string | null;

  @StringColumn(32)
  kind: ExportKind;

  @IntegerColumn()
  year: number;

  @IntegerColumn({ nullable: true })
  month: number | null;

  /** Null for evidence, whose files have the formats that they have. */
  @StringColumn(8, { nullable: true })
  format: PaperFormat | null;

  @StringColumn(16)
  packaging: Packaging;

  /** The unit, with all below it, that was asked for; null for a project, or for everything in reach. */
  @IdOfColumn({ nullable: true })
  organisationId: string | null;

  @IdOfColumn({ nullable: true })
  projectId: string | null;

  /** Path prefixes within which it reads: the requester's reach when it was asked for. */
  @JsonColumn()
  paths: readonly string[];

  @StringColumn(64)
  requestedBy: string;

  /** Whose deputy that was; null where it was done in the person's own name. */
  @StringColumn(64, { nullable: true })
  requestedFor: string | null;

  @InstantColumn()
  requestedAt: string;

  /** The try that may write papers: what one that lost its job still writes is refused. */
  @IntegerColumn()
  attempt: number;

  /** Its papers count from then on; null as long as it goes on, and where it came to nothing. */
  @InstantColumn({ nullable: true })
  finishedAt: string | null;

  @StringColumn(300, { nullable: true })
  file: string | null;

  @StringColumn(64, { nullable: true })
  sha256: string | null;

  @BigIntegerColumn({ nullable: true })
  bytes: number | null;

  @IntegerColumn()
  projects: number;

  /** Documents of the ledger that it holds. */
  @IntegerColumn()
  papers: number;

  /** When the file was dropped, by age or by whom it belonged to. */
  @InstantColumn({ nullable: true })
  fileRemovedAt: string | null;

  /** When the requester took it off the list. */
  @InstantColumn({ nullable: true })
  deletedAt: string | null;
}
