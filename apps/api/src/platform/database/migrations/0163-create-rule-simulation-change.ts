import { CreateTable, id, idOf, money, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreateRuleSimulationChange1767225600163 extends CreateTable {
  override readonly name = 'CreateRuleSimulationChange1767225600163';
  protected override readonly table = 'rule_simulation_change';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('simulation_id'),
      idOf('project_id'),
      whole('change_rank'),
      string('light_from', 8),
      string('light_to', 8),
      money('budget_fen', OPTIONAL),
      text('assessed'),
    ],
    unique: {
      uq_rule_simulation_change_project: ['simulation_id', 'project_id'],
    },
    references: {
      fk_rule_simulation_change_simulation: ['simulation_id', 'rule_simulation.id'],
    },
  };
}
