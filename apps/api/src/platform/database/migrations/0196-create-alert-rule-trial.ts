import { CreateTable, id, instant, OPTIONAL, string, text, type TablePlan } from './create-table.js';

export class CreateAlertRuleTrial1767225600196 extends CreateTable {
  override readonly name = 'CreateAlertRuleTrial1767225600196';
  protected override readonly table = 'alert_rule_trial';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      text('content'),
      string('compared_with', 36),
      string('requested_by', 64),
      instant('started_at'),
      instant('finished_at', OPTIONAL),
      text('summary', OPTIONAL),
    ],
    index: {
      ix_alert_rule_trial_started: ['started_at'],
    },
  };
}
