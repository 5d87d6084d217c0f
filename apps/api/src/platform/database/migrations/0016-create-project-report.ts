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

export class CreateProjectReport1767225600016 extends CreateTable {
  override readonly name = 'CreateProjectReport1767225600016';
  protected override readonly table = 'project_report';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('round_id'),
      idOf('project_id'),
      string('status', 16),
      whole('version'),
      money('expected_full_year_fen', OPTIONAL),
      text('reasons'),
      text('reason_note', OPTIONAL),
      instant('submitted_at', OPTIONAL),
      string('submitted_by', 64, OPTIONAL),
      instant('updated_at'),
      string('updated_by', 64),
    ],
    unique: {
      uq_project_report_round_project: ['round_id', 'project_id'],
    },
    index: {
      ix_project_report_project: ['project_id'],
    },
    references: {
      fk_project_report_round: ['round_id', 'monitoring_round.id'],
      fk_project_report_project: ['project_id', 'project.id'],
    },
  };
}
