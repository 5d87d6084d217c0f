import type { DocumentWarning } from '@jixiao/domain';
import { Entity, Index, Unique } from 'typeorm';
import {
  BooleanColumn,
  IdColumn,
  IdOfColumn,
  IntegerColumn,
  JsonColumn,
  MoneyColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';
import type { Difference } from '../../targets/index.js';
import type { ProjectPatch } from '../application/apply-correction.js';
import type { StagedContent, Understood } from '../application/staged-content.js';

/** What saving does with a project; `missing` is stored for a unit of the document and not in it. */
export type Outcome = 'new' | 'changed' | 'unchanged' | 'missing' | 'refused';

/** What was understood of one project of a batch, as far as it has been corrected, and what saving it does. */
@Entity('import_project')
@Unique('uq_import_project_batch_ordinal', ['batchId', 'ordinal'])
@Index('ix_import_project_unit', ['unitId'])
@Index('ix_import_project_code', ['code'])
@Index('ix_import_project_name', ['name'])
export class ImportProject {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('ImportBatch', 'fk_import_project_batch')
  batchId: string;

  @IdOfColumn()
  @References('ImportUnit', 'fk_import_project_unit')
  unitId: string;

  @IntegerColumn()
  ordinal: number;

  @StringColumn(64, { nullable: true })
  code: string | null;

  @StringColumn(300)
  name: string;

  @StringColumn(16)
  outcome: Outcome;

  @StringColumn(64, { nullable: true })
  refusal: string | null;

  @MoneyColumn({ nullable: true })
  budgetFen: number | null;

  @IntegerColumn()
  indicators: number;

  @IntegerColumn()
  warningCount: number;

  @BooleanColumn()
  corrected: boolean;

  @StringColumn(100)
  place: string;

  /** The stored project it was compared with, which may be removed again. */
  @IdOfColumn({ nullable: true })
  storedProjectId: string | null;

  /** Fingerprint of what it was compared with; another one at the time of saving calls for another look. */
  @StringColumn(64, { nullable: true })
  storedState: string | null;

  /** Null for a missing project, and for a classified one, of which nothing is kept. */
  @JsonColumn({ nullable: true })
  content: StagedContent | null;

  @JsonColumn()
  differences: readonly Difference[];

  @JsonColumn()
  warnings: readonly DocumentWarning[];

  /** What people corrected, to be done again where the same file comes again. */
  @JsonColumn({ nullable: true })
  corrections: ProjectPatch | null;

  /** What there was before anybody corrected it, to which a correction can be taken back; null where nobody has. */
  @JsonColumn({ nullable: true })
  understood: Understood | null;
}
