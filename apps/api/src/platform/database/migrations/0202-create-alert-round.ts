import { CreateTable, day, flag, id, instant, string, type TablePlan } from './create-table.js';

export class CreateAlertRound1767225600202 extends CreateTable {
  override readonly name = 'CreateAlertRound1767225600202';
  protected override readonly table = 'alert_round';
  protected override readonly plan: TablePlan = {
    columns: [id('round_id'), flag('live'), instant('evaluated_at'), day('evaluated_on'), string('rule_set_ref', 64)],
    references: { fk_alert_round_round: ['round_id', 'monitoring_round.id'] },
  };
}
