import { CreateTable, id, idOf, instant, string, whole, type TablePlan } from './create-table.js';

export class CreateReportUpload1767225600038 extends CreateTable {
  override readonly name = 'CreateReportUpload1767225600038';
  protected override readonly table = 'report_upload';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('round_id'),
      string('file', 255),
      string('sha256', 64),
      whole('issues'),
      string('uploaded_by', 64),
      instant('uploaded_at'),
      instant('expires_at'),
    ],
    index: {
      ix_report_upload_round: ['round_id'],
      ix_report_upload_expires: ['expires_at'],
    },
    references: {
      fk_report_upload_round: ['round_id', 'monitoring_round.id'],
    },
  };
}
