import { CreateTable, id, idOf, instant, OPTIONAL, string, text, type TablePlan } from './create-table.js';

export class CreateRuleSimulation1767225600162 extends CreateTable {
  override readonly name = 'CreateRuleSimulation1767225600162';
  protected override readonly table = 'rule_simulation';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('round_id'),
      text('content'),
      string('requested_by', 64),
      instant('started_at'),
      instant('finished_at', OPTIONAL),
      text('summary', OPTIONAL),
    ],
    index: {
      ix_rule_simulation_started: ['started_at'],
    },
    references: {
      fk_rule_simulation_round: ['round_id', 'monitoring_round.id'],
    },
  };
}
