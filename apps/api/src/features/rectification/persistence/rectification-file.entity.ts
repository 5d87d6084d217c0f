import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';

/** A file that a unit gives as evidence of a rectification (佐证). One that was removed stays, and is offered no more. */
@Entity('rectification_file')
@Index('ix_rectification_file_rectification', ['rectificationId'])
export class RectificationFile {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('Rectification', 'fk_rectification_file_rectification')
  rectificationId: string;

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
