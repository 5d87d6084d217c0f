import { Entity, Unique } from 'typeorm';
import { BlobColumn, IdColumn, IdOfColumn, IntegerColumn, StringColumn } from '../../../platform/database/columns.js';

/**
 * A piece of a seal's snapshot, written before the seal that names it (so that no foreign key can stand between them).
 * Part 0 is the round with its rule pack, the others are its projects.
 */
@Entity('round_seal_part')
@Unique('uq_round_seal_part_seal_ordinal', ['sealId', 'ordinal'])
export class RoundSealPart {
  @IdColumn()
  id: string;

  @IdOfColumn()
  sealId: string;

  @IntegerColumn()
  ordinal: number;

  /** SHA-256 of the canonical text, not of its compressed form. */
  @StringColumn(64)
  hash: string;

  @IntegerColumn()
  characters: number;

  /** Canonical JSON (RFC 8785), compressed by gzip: a tenth of the text. */
  @BlobColumn()
  content: Uint8Array;
}
