import { Entity } from 'typeorm';
import { BigIntegerColumn, IdColumn, InstantColumn, IntegerColumn } from '../database/columns.js';

/** The content of a file, kept once however many rows refer to it. */
@Entity('stored_file')
export class StoredFile {
  /** SHA-256 of the content, hexadecimal. */
  @IdColumn(64)
  sha256: string;

  @BigIntegerColumn()
  bytes: number;

  /** How many times it was put and not released; the last release deletes it. */
  @IntegerColumn()
  referenceCount: number;

  @InstantColumn()
  createdAt: string;
}
