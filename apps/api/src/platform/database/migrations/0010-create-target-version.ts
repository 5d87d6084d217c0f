import {
  CreateTable,
  OPTIONAL,
  id,
  idOf,
  instant,
  money,
  string,
  text,
  whole,
  type TablePlan,
} from './create-table.js';

export class CreateTargetVersion1767225600010 extends CreateTable {
  override readonly name = 'CreateTargetVersion1767225600010';
  protected override readonly table = 'target_version';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('project_id'),
      whole('version'),
      money('initial_budget_fen', OPTIONAL),
      money('fiscal_funds_fen', OPTIONAL),
      money('other_funds_fen', OPTIONAL),
      text('purpose', OPTIONAL),
      text('goals'),
      string('content_hash', 64),
      idOf('import_batch_id', OPTIONAL),
      string('source_at', 100, OPTIONAL),
      instant('created_at'),
      string('created_by', 64),
    ],
    unique: {
      uq_target_version_project_version: ['project_id', 'version'],
    },
    index: {
      ix_target_version_import_batch: ['import_batch_id'],
    },
    references: {
      fk_target_version_project: ['project_id', 'project.id'],
      fk_target_version_import_batch: ['import_batch_id', 'import_batch.id'],
    },
  };
}
