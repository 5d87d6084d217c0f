import { Entity, Index, Unique } from 'typeorm';
import {
  BigIntegerColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';
import type { PaperKind, PaperFormat, RoundState } from '../application/export-kinds.js';

/** A document that was given out. Rows are only ever added; those of an export that came to nothing go with it. */
@Entity('paper')
@Unique('uq_paper_code', ['code'])
@Index('ix_paper_sha256', ['sha256'])
@Index('ix_paper_export', ['exportId'])
@Index('ix_paper_organisation', ['organisationId'])
export class Paper {
  @IdColumn()
  id: string;

  /** 核验码 `XXXX-XXXX-XXXX`, printed in the document. */
  @StringColumn(14)
  code: string;

  @IdOfColumn()
  @References('PaperExport', 'fk_paper_export')
  exportId: string;

  @StringColumn(32)
  kind: PaperKind;

  @IdOfColumn()
  @References('Organisation', 'fk_paper_organisation')
  organisationId: string;

  /** No reference: a paper outlives a project whose import is undone. Null where there are several in it. */
  @IdOfColumn({ nullable: true })
  projectId: string | null;

  @IntegerColumn()
  year: number;

  @IntegerColumn({ nullable: true })
  month: number | null;

  @StringColumn(8)
  format: PaperFormat;

  /** Its name, with its folders in the archive that it was given out with. */
  @StringColumn(300)
  file: string;

  @StringColumn(64)
  sha256: string;

  @BigIntegerColumn()
  bytes: number;

  /** SHA-256 over the hashes of its forms. */
  @StringColumn(64)
  contentHash: string;

  /** `monitoring-form@1`. */
  @StringColumn(36)
  templateRef: string;

  /** Of a monitoring form; null for other kinds. */
  @JsonColumn({ nullable: true })
  roundState: RoundState | null;

  /** Number of projects in it. */
  @IntegerColumn()
  forms: number;

  @StringColumn(64)
  exportedBy: string;

  @StringColumn(64, { nullable: true })
  exportedFor: string | null;

  @InstantColumn()
  exportedAt: string;
}
