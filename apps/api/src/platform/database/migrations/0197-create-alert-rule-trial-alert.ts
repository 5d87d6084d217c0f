import { CreateTable, id, idOf, string, text, whole, type TablePlan } from './create-table.js';

export class CreateAlertRuleTrialAlert1767225600197 extends CreateTable {
  override readonly name = 'CreateAlertRuleTrialAlert1767225600197';
  protected override readonly table = 'alert_rule_trial_alert';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('trial_id'),
      whole('year'),
      whole('month'),
      idOf('project_id'),
      string('kind', 32),
      string('severity', 8),
      string('turn', 8),
      whole('alert_rank'),
      text('reason'),
    ],
    unique: {
      uq_alert_rule_trial_alert_rule: ['trial_id', 'year', 'month', 'project_id', 'kind'],
    },
    index: {
      ix_alert_rule_trial_alert_list: ['trial_id', 'year', 'month', 'alert_rank'],
    },
    references: {
      fk_alert_rule_trial_alert_trial: ['trial_id', 'alert_rule_trial.id'],
    },
  };
}
