import type { RecognisedDepartmentGoal } from '@jixiao/domain';
import { Entity, Index } from 'typeorm';
import {
  BooleanColumn,
  IdColumn,
  IdOfColumn,
  JsonColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';

/** `new`: saving adds it to the tree. `unknown`: it is not in the uploader's reach, and its projects are refused. */
export type UnitState = 'known' | 'new' | 'unknown';

/** A unit to which projects of a batch belong. */
@Entity('import_unit')
@Index('ix_import_unit_batch', ['batchId'])
@Index('ix_import_unit_organisation', ['organisationId'])
export class ImportUnit {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('ImportBatch', 'fk_import_unit_batch')
  batchId: string;

  @IdOfColumn({ nullable: true })
  @References('Organisation', 'fk_import_unit_organisation')
  organisationId: string | null;

  @StringColumn(200)
  code: string;

  @StringColumn(200)
  name: string;

  @StringColumn(16)
  state: UnitState;

  /** The document names no unit, and it is taken for the uploader's own. */
  @BooleanColumn()
  assumed: boolean;

  /** What the document prints, where it is another unit than this one. */
  @StringColumn(400, { nullable: true })
  printed: string | null;

  /** The department goals that the batch has replaced, for undoing it; null where it replaced none. */
  @JsonColumn({ nullable: true })
  goalsBefore: readonly RecognisedDepartmentGoal[] | null;
}
