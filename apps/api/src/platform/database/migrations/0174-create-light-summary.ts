import { CreateTable, id, instant, money, whole, type TablePlan } from './create-table.js';

export class CreateLightSummary1767225600174 extends CreateTable {
  override readonly name = 'CreateLightSummary1767225600174';
  protected override readonly table = 'light_summary';
  protected override readonly plan: TablePlan = {
    columns: [
      id('round_id'),
      id('organisation_id'),
      id('light', 8),
      id('previous_light', 8),
      whole('projects'),
      money('budget_fen'),
      money('expenditure_fen'),
      money('lag_fen'),
      whole('by_treasury'),
      money('released_fen'),
      money('received_fen'),
      whole('not_reported'),
      whole('awaiting_report'),
      whole('exempt'),
      whole('both_on_projects'),
      money('both_on_fen'),
      whole('money_behind_projects'),
      money('money_behind_fen'),
      whole('goals_behind_projects'),
      money('goals_behind_fen'),
      whole('both_behind_projects'),
      money('both_behind_fen'),
      whole('money_ahead_projects'),
      money('money_ahead_fen'),
      whole('goals_ahead_projects'),
      money('goals_ahead_fen'),
      instant('computed_at'),
    ],
    references: {
      fk_light_summary_round: ['round_id', 'monitoring_round.id'],
      fk_light_summary_organisation: ['organisation_id', 'organisation.id'],
    },
  };
}
