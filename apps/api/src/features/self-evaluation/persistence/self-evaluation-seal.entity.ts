import { Entity, Index, Unique } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/** An accepted self-evaluation with everything that made its scores, tied to the seal before. Append-only. */
@Entity('self_evaluation_seal')
@Unique('uq_self_evaluation_seal_seq', ['seq'])
@Unique('uq_self_evaluation_seal_version', ['evaluationId', 'version'])
@Index('ix_self_evaluation_seal_year', ['year', 'seq'])
export class SelfEvaluationSeal {
  @IdColumn()
  id: string;

  /** Place in the chain of the seals of all self-evaluations, from 1. */
  @IntegerColumn()
  seq: number;

  @IdOfColumn()
  @References('SelfEvaluation', 'fk_self_evaluation_seal_evaluation')
  evaluationId: string;

  @IntegerColumn()
  year: number;

  /** From 1; another one each time it is accepted again. */
  @IntegerColumn()
  version: number;

  @InstantColumn()
  createdAt: string;

  @StringColumn(64)
  createdBy: string;

  /** Hash of the seal before; null for the first of all. */
  @StringColumn(64, { nullable: true })
  previousHash: string | null;

  /** SHA-256 of the content. */
  @StringColumn(64)
  contentHash: string;

  /** Hash over all that stands in this row but itself and the content. */
  @StringColumn(64)
  hash: string;

  /** Canonical JSON (RFC 8785). */
  @TextColumn()
  content: string;
}
