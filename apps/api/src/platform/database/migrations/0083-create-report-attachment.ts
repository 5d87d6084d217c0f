import { CreateTable, id, idOf, instant, OPTIONAL, string, whole, type TablePlan } from './create-table.js';

export class CreateReportAttachment1767225600083 extends CreateTable {
  override readonly name = 'CreateReportAttachment1767225600083';
  protected override readonly table = 'report_attachment';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('round_id'),
      idOf('project_id'),
      idOf('lineage_id', OPTIONAL),
      string('file', 255),
      whole('bytes'),
      string('content_type', 100),
      string('sha256', 64),
      string('uploaded_by', 64),
      instant('uploaded_at'),
      string('removed_by', 64, OPTIONAL),
      instant('removed_at', OPTIONAL),
    ],
    index: {
      ix_report_attachment_report: ['round_id', 'project_id'],
      ix_report_attachment_project: ['project_id'],
    },
    references: {
      fk_report_attachment_round: ['round_id', 'monitoring_round.id'],
      fk_report_attachment_project: ['project_id', 'project.id'],
    },
  };
}
