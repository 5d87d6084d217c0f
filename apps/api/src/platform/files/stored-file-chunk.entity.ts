import { Entity, PrimaryColumn } from 'typeorm';
import { BlobColumn, IdColumn, References } from '../database/columns.js';

/** A piece of a stored file; rows of any size would not fit into a statement on MySQL. */
@Entity('stored_file_chunk')
export class StoredFileChunk {
  @IdColumn(64)
  @References('StoredFile', 'fk_stored_file_chunk_file')
  sha256: string;

  /** Place in the file, from 0. */
  @PrimaryColumn({ type: 'int' })
  ordinal: number;

  @BlobColumn()
  content: Uint8Array;
}
