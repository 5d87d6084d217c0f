import { CreateTable, id, idOf, instant, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreateReportStep1767225600057 extends CreateTable {
  override readonly name = 'CreateReportStep1767225600057';
  protected override readonly table = 'report_step';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('report_id'),
      whole('seq'),
      string('step', 16),
      string('from_state', 16),
      string('to_state', 16),
      instant('at'),
      string('actor', 64),
      string('actor_name', 100),
      string('on_behalf_of', 64, OPTIONAL),
      text('message', OPTIONAL),
      whole('version'),
      text('content', OPTIONAL),
    ],
    unique: {
      uq_report_step_report_seq: ['report_id', 'seq'],
    },
    references: {
      fk_report_step_report: ['report_id', 'project_report.id'],
    },
  };
}
