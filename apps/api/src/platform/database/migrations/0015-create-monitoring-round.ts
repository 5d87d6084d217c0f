import { CreateTable, OPTIONAL, day, flag, id, idOf, instant, string, whole, type TablePlan } from './create-table.js';

export class CreateMonitoringRound1767225600015 extends CreateTable {
  override readonly name = 'CreateMonitoringRound1767225600015';
  protected override readonly table = 'monitoring_round';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      whole('year'),
      whole('month'),
      day('opens_on'),
      day('closes_on'),
      instant('reporting_ended_at', OPTIONAL),
      string('status', 16),
      idOf('rule_pack_ref'),
      flag('deadline_assessed'),
      instant('locked_at', OPTIONAL),
      string('locked_by', 64, OPTIONAL),
    ],
    unique: {
      uq_monitoring_round_year_month: ['year', 'month'],
    },
    references: {
      fk_monitoring_round_year: ['year', 'fiscal_year.year'],
      fk_monitoring_round_rule_pack: ['rule_pack_ref', 'rule_pack_version.ref'],
    },
  };
}
