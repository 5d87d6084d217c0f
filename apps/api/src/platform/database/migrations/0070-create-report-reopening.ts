import { CreateTable, day, id, idOf, instant, OPTIONAL, string, text, type TablePlan } from './create-table.js';

export class CreateReportReopening1767225600070 extends CreateTable {
  override readonly name = 'CreateReportReopening1767225600070';
  protected override readonly table = 'report_reopening';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('round_id'),
      idOf('project_id'),
      idOf('lineage_id', OPTIONAL),
      string('indicator_name', 500, OPTIONAL),
      text('reason'),
      day('expires_on'),
      string('opened_by', 64),
      instant('opened_at'),
      text('content_before', OPTIONAL),
      instant('closed_at', OPTIONAL),
      string('closed_by', 64, OPTIONAL),
      string('closed_how', 16, OPTIONAL),
    ],
    index: {
      ix_report_reopening_round_project: ['round_id', 'project_id'],
      ix_report_reopening_project: ['project_id'],
    },
    references: {
      fk_report_reopening_round: ['round_id', 'monitoring_round.id'],
      fk_report_reopening_project: ['project_id', 'project.id'],
    },
  };
}
