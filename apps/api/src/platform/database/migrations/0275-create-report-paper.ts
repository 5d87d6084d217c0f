import { CreateTable, id, idOf, instant, money, OPTIONAL, string, whole, type TablePlan } from './create-table.js';

export class CreateReportPaper1767225600275 extends CreateTable {
  override readonly name = 'CreateReportPaper1767225600275';
  protected override readonly table = 'report_paper';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      string('code', 14),
      idOf('report_id'),
      whole('version'),
      string('seal_hash', 64, OPTIONAL),
      string('format', 8),
      string('file', 350),
      string('sha256', 64),
      money('bytes'),
      string('exported_by', 64),
      string('exported_for', 64, OPTIONAL),
      instant('exported_at'),
    ],
    unique: { uq_report_paper_code: ['code'] },
    index: { ix_report_paper_sha256: ['sha256'], ix_report_paper_report: ['report_id'] },
    references: { fk_report_paper_report: ['report_id', 'official_report.id'] },
  };
}
