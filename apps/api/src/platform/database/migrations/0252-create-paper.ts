import {
  CreateTable,
  id,
  idOf,
  instant,
  money,
  OPTIONAL,
  string,
  text,
  whole,
  type TablePlan,
} from './create-table.js';

export class CreatePaper1767225600252 extends CreateTable {
  override readonly name = 'CreatePaper1767225600252';
  protected override readonly table = 'paper';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      string('code', 14),
      idOf('export_id'),
      string('kind', 32),
      idOf('organisation_id'),
      idOf('project_id', OPTIONAL),
      whole('year'),
      whole('month', OPTIONAL),
      string('format', 8),
      string('file', 300),
      string('sha256', 64),
      money('bytes'),
      string('content_hash', 64),
      string('template_ref', 36),
      text('round_state', OPTIONAL),
      whole('forms'),
      string('exported_by', 64),
      string('exported_for', 64, OPTIONAL),
      instant('exported_at'),
    ],
    unique: { uq_paper_code: ['code'] },
    index: {
      ix_paper_sha256: ['sha256'],
      ix_paper_export: ['export_id'],
      ix_paper_organisation: ['organisation_id'],
    },
    references: {
      fk_paper_export: ['export_id', 'paper_export.id'],
      fk_paper_organisation: ['organisation_id', 'organisation.id'],
    },
  };
}
