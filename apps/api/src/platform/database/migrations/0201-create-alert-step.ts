import { CreateTable, id, idOf, instant, OPTIONAL, string, text, type TablePlan } from './create-table.js';

export class CreateAlertStep1767225600201 extends CreateTable {
  override readonly name = 'CreateAlertStep1767225600201';
  protected override readonly table = 'alert_step';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('alert_id'),
      instant('at'),
      string('step', 24),
      string('actor', 64, OPTIONAL),
      string('actor_name', 200, OPTIONAL),
      string('acted_for', 64, OPTIONAL),
      text('text', OPTIONAL),
      text('params', OPTIONAL),
    ],
    index: { ix_alert_step_alert: ['alert_id', 'at'] },
    references: { fk_alert_step_alert: ['alert_id', 'alert.id'] },
  };
}
