import { CreateTable, OPTIONAL, id, idOf, instant, money, string, whole, type TablePlan } from './create-table.js';

export class CreateReportedExpenditure1767225600017 extends CreateTable {
  override readonly name = 'CreateReportedExpenditure1767225600017';
  protected override readonly table = 'reported_expenditure';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('report_id'),
      whole('revision'),
      money('expenditure_fen'),
      money('fiscal_fen'),
      money('other_fen'),
      instant('recorded_at'),
      string('recorded_by', 64),
      instant('superseded_at', OPTIONAL),
    ],
    unique: {
      uq_reported_expenditure_report_revision: ['report_id', 'revision'],
    },
    references: {
      fk_reported_expenditure_report: ['report_id', 'project_report.id'],
    },
  };
}
