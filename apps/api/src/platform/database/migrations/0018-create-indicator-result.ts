import { CreateTable, OPTIONAL, day, decimal, id, idOf, string, text, type TablePlan } from './create-table.js';

export class CreateIndicatorResult1767225600018 extends CreateTable {
  override readonly name = 'CreateIndicatorResult1767225600018';
  protected override readonly table = 'indicator_result';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('report_id'),
      idOf('lineage_id'),
      string('answer_type', 16, OPTIONAL),
      decimal('value', OPTIONAL),
      string('outcome', 16, OPTIONAL),
      text('text', OPTIONAL),
      day('done_on', OPTIONAL),
      text('no_data', OPTIONAL),
      text('expected', OPTIONAL),
      text('reasons'),
      text('reason_note', OPTIONAL),
      string('likelihood', 16, OPTIONAL),
      text('note', OPTIONAL),
    ],
    unique: {
      uq_indicator_result_report_lineage: ['report_id', 'lineage_id'],
    },
    references: {
      fk_indicator_result_report: ['report_id', 'project_report.id'],
    },
  };
}
