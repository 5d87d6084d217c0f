import { CreateTable, id, instant, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreateAlertRuleSet1767225600195 extends CreateTable {
  override readonly name = 'CreateAlertRuleSet1767225600195';
  protected override readonly table = 'alert_rule_set';
  protected override readonly plan: TablePlan = {
    columns: [
      id('ref'),
      whole('version'),
      text('content'),
      instant('published_at'),
      string('published_by', 64, OPTIONAL),
      text('note', OPTIONAL),
    ],
    unique: {
      uq_alert_rule_set_version: ['version'],
    },
  };
}
