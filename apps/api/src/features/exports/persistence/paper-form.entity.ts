import { Entity, Unique } from 'typeorm';
import {
  BlobColumn,
  IdColumn,
  IdOfColumn,
  IntegerColumn,
  JsonColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';
import type { EvaluationState } from '../application/export-kinds.js';

/** What a paper says of one project. */
@Entity('paper_form')
@Unique('uq_paper_form_paper_ordinal', ['paperId', 'ordinal'])
export class PaperForm {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('Paper', 'fk_paper_form_paper')
  paperId: string;

  /** Place in the paper, from 0. */
  @IntegerColumn()
  ordinal: number;

  @IdOfColumn()
  projectId: string;

  @StringColumn(300)
  projectName: string;

  /** Of a self-evaluation form; null for other kinds. */
  @JsonColumn({ nullable: true })
  evaluationState: EvaluationState | null;

  /** SHA-256 of the canonical text, not of its compressed form. */
  @StringColumn(64)
  contentHash: string;

  /** Canonical JSON (RFC 8785), compressed by gzip. */
  @BlobColumn()
  content: Uint8Array;
}
