import type { DocumentWarning } from '@jixiao/domain';
import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';

/** One target document taken in: where the versions that it made come from. */
@Entity('import_batch')
@Index('ix_import_batch_year', ['year', 'importedAt'])
@Index('ix_import_batch_organisation', ['organisationId'])
export class ImportBatch {
  @IdColumn()
  id: string;

  @StringColumn(255)
  file: string;

  @StringColumn(64)
  sha256: string;

  @IntegerColumn()
  @References('FiscalYear', 'fk_import_batch_year')
  year: number;

  @IdOfColumn()
  @References('Organisation', 'fk_import_batch_organisation')
  organisationId: string;

  @StringColumn(64)
  importedBy: string;

  @InstantColumn()
  importedAt: string;

  @IntegerColumn()
  newProjects: number;

  @IntegerColumn()
  changedProjects: number;

  @JsonColumn()
  warnings: readonly DocumentWarning[];
}
