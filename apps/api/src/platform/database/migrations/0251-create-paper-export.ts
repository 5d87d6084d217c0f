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

export class CreatePaperExport1767225600251 extends CreateTable {
  override readonly name = 'CreatePaperExport1767225600251';
  protected override readonly table = 'paper_export';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('job_id', OPTIONAL),
      string('kind', 32),
      whole('year'),
      whole('month', OPTIONAL),
      string('format', 8, OPTIONAL),
      string('packaging', 16),
      idOf('organisation_id', OPTIONAL),
      idOf('project_id', OPTIONAL),
      text('paths'),
      string('requested_by', 64),
      string('requested_for', 64, OPTIONAL),
      instant('requested_at'),
      whole('attempt'),
      instant('finished_at', OPTIONAL),
      string('file', 300, OPTIONAL),
      string('sha256', 64, OPTIONAL),
      money('bytes', OPTIONAL),
      whole('projects'),
      whole('papers'),
      instant('file_removed_at', OPTIONAL),
      instant('deleted_at', OPTIONAL),
    ],
    index: {
      ix_paper_export_requested: ['requested_by', 'requested_at'],
      ix_paper_export_sha256: ['sha256'],
      ix_paper_export_kept: ['file_removed_at', 'requested_at'],
    },
  };
}
