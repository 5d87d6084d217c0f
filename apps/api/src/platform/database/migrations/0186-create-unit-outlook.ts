import { CreateTable, id, idOf, instant, money, text, whole, type TablePlan } from './create-table.js';

export class CreateUnitOutlook1767225600186 extends CreateTable {
  override readonly name = 'CreateUnitOutlook1767225600186';
  protected override readonly table = 'unit_outlook';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('round_id'),
      idOf('organisation_id'),
      whole('projects'),
      money('budget_fen'),
      money('spent_fen'),
      money('planned_fen'),
      whole('goal_projects'),
      money('goal_sum'),
      text('figures'),
      instant('computed_at'),
    ],
    unique: {
      uq_unit_outlook_round_unit: ['round_id', 'organisation_id'],
    },
    references: {
      fk_unit_outlook_round: ['round_id', 'monitoring_round.id'],
    },
  };
}
