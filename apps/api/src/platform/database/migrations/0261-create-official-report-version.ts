import { CreateTable, flag, id, idOf, instant, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreateOfficialReportVersion1767225600261 extends CreateTable {
  override readonly name = 'CreateOfficialReportVersion1767225600261';
  protected override readonly table = 'official_report_version';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('report_id'),
      whole('number'),
      string('cause', 12),
      string('created_by', 64),
      string('created_for', 64, OPTIONAL),
      instant('created_at'),
      text('content'),
      string('facts_hash', 64),
      string('figures_hash', 64),
      instant('facts_at'),
      flag('settled'),
      string('sealed_by', 64, OPTIONAL),
      string('sealed_for', 64, OPTIONAL),
      instant('sealed_at', OPTIONAL),
      flag('self_approved'),
      string('content_hash', 64, OPTIONAL),
      string('previous_hash', 64, OPTIONAL),
      string('hash', 64, OPTIONAL),
    ],
    unique: { uq_official_report_version_number: ['report_id', 'number'] },
    references: { fk_official_report_version_report: ['report_id', 'official_report.id'] },
  };
}
